#include "fees.h"

#include <utility>

#include "evaluate.h"
#include "pay.h"

namespace hosho {
namespace {

constexpr std::string_view kAnotherAmount = "another_amount_is_named";

void add_amount(FeeFinding& out, const YenRange& yen, Tax tax) {
  const bool first = out.reasons.empty();
  out.tax = first ? tax : join(out.tax, tax);
  out.yen = first ? yen : hull(out.yen, yen);
}

void put_row(FeeFinding& out, const FeeAmount& row, ReasonCode code, const Finding& guard) {
  add_amount(out, row.yen, row.tax);
  if (!row.code.empty()) add_once(out.silences, Silence{row.code, row.cite});
  if (row.conflicts_with) out.warnings.push_back({kAnotherAmount, row.cite, row.conflicts_with, &row.other_sums});
  add_all_once(out.missing, guard.missing);
  add_all_once(out.silences, guard.silences);
  Reason reason;
  reason.clause = row.id;
  reason.code = code;
  reason.outcome = guard.truth == Truth::not_applicable ? Truth::yes : guard.truth;
  reason.cite = row.cite;
  reason.yen = row.yen;
  reason.facts = guard.reason.facts;
  out.reasons.push_back(std::move(reason));
}

}  // namespace

FeeFinding fee_of(const std::optional<Fee>& fee, ReasonCode code, const Version& version, const Situation& situation) {
  FeeFinding out;
  if (!fee) return out;
  for (const FeeAmount& row : fee->amounts) {
    const Finding guard = evaluate(version, row.when, situation);
    const bool holds = guard.truth == Truth::yes || guard.truth == Truth::not_applicable;
    if (holds) out = {};
    if (guard.truth != Truth::no) put_row(out, row, code, guard);
    if (holds) return out;
  }
  add_amount(out, YenRange::open_from(Yen{0}), Tax::not_stated);
  out.silences.push_back({fee->otherwise, fee->amounts.front().cite});
  return out;
}

FreeFinding free_months_of(const Version& version, const Situation& situation) {
  const std::optional<FreeMonths>& row = version.fees.free_months;
  if (!row) return {};
  Finding told = evaluate(version, row->when, situation);
  if (told.truth == Truth::no) return {};
  const bool holds = told.truth == Truth::yes || told.truth == Truth::not_applicable;
  return {{holds ? row->min : 0, row->max}, std::move(told.missing)};
}

}  // namespace hosho
