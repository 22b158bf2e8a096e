#pragma once
/// One plan and the question whether it can be joined.

#include "deadlines.h"

namespace hosho {

/// The answer of one plan. `cuts`, if wanted, receives the values of open facts that its clauses tell apart.
[[nodiscard]] Option enrol_plan(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                                std::vector<Cut>* cuts);

/// Its verdict alone, without fees and days.
[[nodiscard]] Option may_join(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                              std::vector<Cut>* cuts);

/// The day up to which it can be joined, by its terms on the day of joining; `open` as in `deadlines_of`.
[[nodiscard]] std::optional<Deadline> last_day_to_join(const Catalogue& catalogue, const Plan& plan,
                                                       const CaseFacts& facts, std::vector<Cut>* cuts,
                                                       Movers* open = nullptr);

/// A number that was ported came with a new contract.
void fill_from_porting(CaseFacts& facts);

}  // namespace hosho
