#pragma once
/// Which terms of a plan are in play.

#include <vector>

#include "situation.h"

namespace hosho {

/// The versions that may be the one in force, told by what is known of the day that picks it; at least one.
[[nodiscard]] std::vector<const Version*> versions_in_play(const Plan& plan, const Situation& situation);

}  // namespace hosho
