#pragma once
/// Until when one can join.

#include "hosho/assessment.h"
#include "situation.h"

namespace hosho {

/// The earliest last day of all dated conditions of joining; nothing while none is known. Of alternatives the latest
/// counts that is open to this case.
[[nodiscard]] std::optional<Deadline> join_by(const Version& version, const Situation& situation);

}  // namespace hosho
