#pragma once
/// From where clauses tell values apart to one value for each stretch on which they do not.

#include <vector>

#include "situation.h"

namespace hosho {

/// One value for each stretch of `fact` that the noted cuts tell apart, in order: days as stretches of `open`, or by
/// the ends of these, numbers by their first, words one by one after one for all the others. Empty where nothing was
/// noted.
[[nodiscard]] std::vector<FactValue> values_apart(const std::vector<Cut>& cuts, Fact fact, const FactValue& open);

}  // namespace hosho
