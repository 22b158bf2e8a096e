#pragma once
/// Covers that the person holds, and whether they stand in the way of joining another.

#include <utility>
#include <vector>

#include "finding.h"
#include "situation.h"

namespace hosho {

/// One finding for each cover that could be in the way.
struct HeldCovers {
  std::vector<Finding> findings;
  std::vector<std::pair<Fact, std::size_t>> missing;  ///< facts of covers, with the position of the cover
};

/// `situation` has the day of joining as its day of incident.
[[nodiscard]] HeldCovers covers_in_the_way(const Plan& plan, const Version& version, const Situation& situation);

}  // namespace hosho
