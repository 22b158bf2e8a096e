#pragma once
/// One plan held against one case.

#include "hosho/assessment.h"
#include "situation.h"

namespace hosho {

/// The answer of one plan. `cuts`, if wanted, receives the values of open facts that its clauses tell apart.
[[nodiscard]] Option assess_plan(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                                 std::vector<Cut>* cuts);

/// The same without what stands beside the verdict and the sums: days, cautions, steps, contacts.
[[nodiscard]] Option assess_figures(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                                    std::vector<Cut>* cuts);

/// A paid repair as an option of its own.
[[nodiscard]] Option paid_repair(const PriceRow& row, const CaseFacts& facts);

}  // namespace hosho
