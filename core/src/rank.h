#pragma once
/// Which option comes first, and whether it is already known to be the best.

#include "hosho/assessment.h"

namespace hosho {

/// Best first: what may answer before what does not; then smallest worst case, smallest best case, certain before
/// uncertain, uses up no claim, id.
void rank(std::vector<Option>& options);

/// The first option, unless missing facts could still put another one first. `options` must be ranked.
[[nodiscard]] std::optional<std::string_view> best_of(const std::vector<Option>& options);

}  // namespace hosho
