#pragma once
/// What it costs to hold a cover.

#include "read_plan.h"

namespace hosho::json {

[[nodiscard]] FeeDocument read_monthly_fee(const At& at, Problems& problems);
[[nodiscard]] FeeDocument read_one_time_fee(const At& at, Problems& problems);
[[nodiscard]] FreeMonthsDocument read_free_months(const At& at, Problems& problems);

}  // namespace hosho::json
