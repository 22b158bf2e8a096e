#pragma once
/// One plan and the question whether it can be joined.

#include "hosho/assessment.h"
#include "situation.h"

namespace hosho {

/// The answer of one plan. `cuts`, if wanted, receives the values of open facts that its clauses tell apart.
[[nodiscard]] Option enrol_plan(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                                std::vector<Cut>* cuts);

}  // namespace hosho
