#pragma once
/// A claim as the person takes it to stand.

#include "hosho/assessment.h"

namespace hosho {

/// What comes out where every fact that the person did not say stands for the claim; a silence stays one.
[[nodiscard]] Truth granted(const Reason& reason);

}  // namespace hosho
