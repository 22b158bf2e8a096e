#pragma once
/// One dated version of a plan's terms.

#include "read_plan.h"

namespace hosho::json {

[[nodiscard]] VersionDocument read_version(const At& at, Problems& problems);

}  // namespace hosho::json
