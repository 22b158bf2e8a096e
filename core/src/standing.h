#pragma once
/// How a plan stands to a person and a day: held, meant for this phone, in force, not used up, papers at hand.

#include "finding.h"
#include "situation.h"

namespace hosho {

/// Whether the cover is for this very phone.
[[nodiscard]] Finding is_of_this_device(const Situation& situation);

[[nodiscard]] Finding assess_held(const Plan& plan, const Situation& situation);

/// What the terms say of the device and the channel.
[[nodiscard]] Finding assess_applies(const Version& version, const Situation& situation);

/// How the terms of a version stand to the day that picks them; `oldest`: no version is older.
[[nodiscard]] Finding assess_version_day(const Version& version, bool oldest, const Situation& situation);

/// Begun, not ended, not left.
[[nodiscard]] Finding assess_in_force(const Version& version, const Situation& situation);

/// Not ended, not left; whether it has begun plays no part.
[[nodiscard]] Finding assess_not_over(const Version& version, const Situation& situation);

/// Claims of which nobody published how many a cover answers.
[[nodiscard]] Finding assess_limits(const Version& version, const Situation& situation);

/// A paper that the person says not to have. One not mentioned is asked for only if the terms make it a condition;
/// otherwise it is a step.
[[nodiscard]] Finding assess_documents(const Version& version, const Situation& situation);

}  // namespace hosho
