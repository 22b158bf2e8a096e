#pragma once
/// Every day that matters from now on.

#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// Options with one day each, in `deadlines`; `missing`: facts that could move it, take it off the list, or make it
/// certain; `not_stated`: silences that could take it off the list; `reasons`: why the plan is this person's, or may
/// be.
using Timeline = std::vector<Option>;

}  // namespace hosho
