#pragma once
/// The one question that settles most.

#include <span>

#include "hosho/hosho.h"
#include "situation.h"

namespace hosho {

/// Fills the impact of every missing fact and picks the question; `answer` must be ranked, `cuts` stem from it.
void ask(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans,
         const std::vector<Cut>& cuts, Assessment& answer);

/// The plans that are asked: those of these ids, or all.
[[nodiscard]] std::vector<const Plan*> plans_named(const Catalogue& catalogue, std::span<const std::string> ids);

/// Options of plans as one answer: the repairs that are paid beside them, the best first.
[[nodiscard]] Assessment put_together(const Catalogue& catalogue, const CaseFacts& facts, std::vector<Option> options);

/// The answer without impacts and question; `exact` opens the cells of facts that are read more than once.
[[nodiscard]] Assessment answer_without_asking(const Catalogue& catalogue, const CaseFacts& facts,
                                               std::span<const std::string> plans, std::vector<Cut>* cuts, bool exact);

}  // namespace hosho
