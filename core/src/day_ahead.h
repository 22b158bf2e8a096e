#pragma once
/// One kind of day of one plan: whether it still lies ahead and is this person's.

#include "deadlines.h"

namespace hosho {

/// The days of one version that are still to come and still mean something.
[[nodiscard]] std::vector<Deadline> days_ahead(const Version& version, const Situation& situation,
                                               Movers* open = nullptr);

/// `covered`: such a day lies ahead; `not_covered`: none does. `missing`: what could move it, take it off the list, or
/// make it certain. Of `join_by`: whether one can join on some day up to it.
[[nodiscard]] Option day_ahead(DeadlineKind kind, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                               std::vector<Cut>* cuts);

}  // namespace hosho
