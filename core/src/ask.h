#pragma once
/// The one question that settles most.

#include <span>

#include "hosho/hosho.h"
#include "situation.h"

namespace hosho {

/// Fills the impact of every missing fact and picks the question; `answer` must be ranked, `cuts` stem from it.
void ask(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans,
         const std::vector<Cut>& cuts, Assessment& answer);

/// The answer without impacts and question; `exact` opens the cells of facts that are read more than once.
[[nodiscard]] Assessment answer_without_asking(const Catalogue& catalogue, const CaseFacts& facts,
                                               std::span<const std::string> plans, std::vector<Cut>* cuts, bool exact);

}  // namespace hosho
