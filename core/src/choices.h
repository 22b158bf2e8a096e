#pragma once
/// Which covers a person may hold over the months ahead.

#include <vector>

#include "hosho/case_facts.h"
#include "hosho/outlook.h"

namespace hosho {

using Choice = std::vector<const Plan*>;

/// The choices that `prospect` names or, where it names none: each cover that is held or can, perhaps, be joined on the
/// first day, and each pair of those that can surely be held together.
[[nodiscard]] std::vector<Choice> choices_of(const Catalogue& catalogue, const CaseFacts& facts,
                                             const Prospect& prospect);

}  // namespace hosho
