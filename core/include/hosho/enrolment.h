#pragma once
/// The answer to "which covers can I still join, until when, for what fee".

#include <utility>
#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// One option a plan. Its verdict reads: can be joined, cannot be joined, unknown.
struct Enrolment {
  std::vector<Option> options;  ///< those that can be joined first, then the unknown ones
};

}  // namespace hosho
