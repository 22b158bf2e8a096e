#pragma once
/// Text of a scenario → Scenario.

#include "hosho/hosho.h"
#include "reader.h"

namespace hosho::json {

/// The scenario; only to be used if no problem was reported.
[[nodiscard]] Scenario read_scenario(const At& at, const Catalogue& catalogue, Problems& problems);

}  // namespace hosho::json
