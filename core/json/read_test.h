#pragma once
/// What a condition asks of one word, flag or number.

#include "read_condition.h"

namespace hosho::json {

[[nodiscard]] TestDocument read_test(Fact fact, const At& at, Problems& problems);

}  // namespace hosho::json
