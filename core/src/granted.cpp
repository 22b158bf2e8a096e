#include "granted.h"

namespace hosho {

Truth granted(const Reason& reason) {
  if (reason.outcome != Truth::unknown) return reason.outcome;
  if (reason.code == ReasonCode::incident_not_stated) return Truth::not_stated;
  const bool any = reason.code == ReasonCode::any_of;
  const bool folds = any || reason.code == ReasonCode::all_of || reason.code == ReasonCode::in_force;
  if (!folds || reason.reasons.empty()) return Truth::yes;
  Truth out = Truth::not_applicable;
  for (const Reason& part : reason.reasons) out = any ? either(out, granted(part)) : both(out, granted(part));
  return out;
}

}  // namespace hosho
