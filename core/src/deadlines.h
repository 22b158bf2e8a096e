#pragma once
/// Days that matter under a version of a plan, whatever the verdict.

#include "hosho/assessment.h"
#include "situation.h"

namespace hosho {

[[nodiscard]] Counting counting_of(FirstDay first_day) noexcept;

[[nodiscard]] std::vector<Deadline> deadlines_of(const Version& version, const Situation& situation);

}  // namespace hosho
