#pragma once
/// Until when one can join.

#include "deadlines.h"

namespace hosho {

/// The earliest last day of all dated conditions of joining; nothing while none is known. Of alternatives the latest
/// counts that is open to this case. `open` as in `deadlines_of`.
[[nodiscard]] std::optional<Deadline> join_by(const Version& version, const Situation& situation,
                                              Movers* open = nullptr);

}  // namespace hosho
