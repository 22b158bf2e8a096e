#pragma once
/// Exact answers where a fact is read more than once: its values are cut into the cells that the clauses tell apart,
/// each cell is answered, and the answers are joined.

#include "assess_plan.h"

namespace hosho {

/// Up to this many cells an answer is exact over all completions.
inline constexpr std::size_t kMostCells = 4096;

/// A case that leaves more open, say one of which nothing is told yet, is opened this far: the page asks at every
/// keystroke. The answer is sound, but may be wide, and says `not_tight`.
inline constexpr std::size_t kMostCellsInHaste = 128;

using AnswerOfPlan = Option (*)(const Catalogue&, const Plan&, const CaseFacts&, std::vector<Cut>*);

/// How one plan is answered: the whole, and the figures alone, which are worked out for every cell.
struct Answers {
  AnswerOfPlan whole, figures;
  std::size_t most = kMostCells;  ///< cells, patiently
};

/// The answer of one plan, exact over every completion of the facts that are open. `cuts` as in `assess_plan`.
[[nodiscard]] Option answer_exactly(const Answers& answers, const Catalogue& catalogue, const Plan& plan,
                                    const CaseFacts& facts, std::vector<Cut>* cuts);

}  // namespace hosho
