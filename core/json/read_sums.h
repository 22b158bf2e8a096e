#pragma once
/// Clauses that name a sum: copays, caps, charges, holds.

#include "read_plan.h"

namespace hosho::json {

[[nodiscard]] AmountDocument read_pay(const At& at, Problems& problems);
[[nodiscard]] AmountDocument read_cap(const At& at, Problems& problems);
[[nodiscard]] AmountDocument read_charge(const At& at, Problems& problems);
[[nodiscard]] AmountDocument read_hold(const At& at, Problems& problems);

}  // namespace hosho::json
