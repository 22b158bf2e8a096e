#pragma once
/// Exact answers where a fact is read more than once: its values are cut into the cells that the clauses tell apart,
/// each cell is answered, and the answers are joined.

#include "assess_plan.h"

namespace hosho {

/// More cells than this are not opened; the answer is then sound, but may be wide, and says `not_tight`. A case of
/// which nothing is said yet would open thousands for each plan, and the page asks at every keystroke.
inline constexpr std::size_t kMostCells = 128;

/// `assess_plan` or `enrol_plan`.
using AnswerOfPlan = Option (*)(const Catalogue&, const Plan&, const CaseFacts&, std::vector<Cut>*);

/// The answer of one plan, exact over every completion of the facts that are open. `cuts` as in `assess_plan`.
[[nodiscard]] Option answer_exactly(AnswerOfPlan answer, const Catalogue& catalogue, const Plan& plan,
                                    const CaseFacts& facts, std::vector<Cut>* cuts);

}  // namespace hosho
