#pragma once
/// What a version advises: cautions, steps, desks.

#include "read_plan.h"

namespace hosho::json {

[[nodiscard]] CautionDocument read_caution(const At& at, Problems& problems);
[[nodiscard]] StepDocument read_step(const At& at, Problems& problems);
[[nodiscard]] ContactDocument read_contact(const At& at, Problems& problems);

}  // namespace hosho::json
