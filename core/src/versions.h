#pragma once
/// A plan by its id, the cover of the person that belongs to it, and which of its terms are in play.

#include <optional>
#include <string_view>
#include <vector>

#include "situation.h"

namespace hosho {

/// The loaded plan with this id, or nothing.
[[nodiscard]] const Plan* find_plan(const Catalogue& catalogue, std::string_view id);

/// Position in `CaseFacts::covers`; of two covers under one plan the one of this device.
[[nodiscard]] std::optional<std::size_t> find_cover(const Plan& plan, const CaseFacts& facts);

/// The versions that may be the one in force, told by what is known of the day that picks it; at least one.
[[nodiscard]] std::vector<const Version*> versions_in_play(const Plan& plan, const Situation& situation);

}  // namespace hosho
