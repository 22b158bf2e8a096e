#pragma once
/// What a stretch of holding a plan is made of, each part added to a `Cost`.

#include "hosho/cost.h"
#include "situation.h"

namespace hosho {

/// The fees over the stretch. `said` is the cover as the person told it; nothing: the plan is not held so far.
void put_fees(Cost& out, const Version& version, const Scenario& scenario, const HeldCover* said,
              const Situation& situation);

/// What each incident costs under the plan, and what it would cost without.
void put_incidents(Cost& out, const Version& version, const Scenario& scenario, const Situation& situation);

/// The label of one more amount of a sum; an amount of nothing needs none.
void add_label(std::optional<Tax>& label, Tax tax, const YenRange& yen);

/// The days of the stretch.
[[nodiscard]] DateSpan days_of(const Scenario& scenario);

}  // namespace hosho
