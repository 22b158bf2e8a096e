#pragma once
/// What stands in the way of joining.

#include "read_plan.h"

namespace hosho::json {

[[nodiscard]] NotWithDocument read_not_with(const At& at, Problems& problems);
[[nodiscard]] RejoinDocument read_rejoin(const At& at, Problems& problems);

}  // namespace hosho::json
