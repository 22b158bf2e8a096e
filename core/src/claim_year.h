#pragma once
/// How many earlier claims count in the claim year of a day, under each reading of what that year is.

#include <optional>
#include <utility>
#include <vector>

#include "situation.h"

namespace hosho {

/// Earlier claims that count on one day: under one reading a number; on a day that an anniversary leaves open, or where
/// readings differ, a stretch.
struct ClaimCount {
  std::int64_t least = 0;
  std::int64_t most = 0;
  /// Fewest and most over the readings that go by nothing unsaid: both count, whatever the missing facts are.
  std::optional<std::pair<std::int64_t, std::int64_t>> settled;
  std::vector<Fact> missing;  ///< facts without which the count is open
  friend bool operator==(const ClaimCount&, const ClaimCount&) = default;
};

/// Precondition: the cover is known. Claims after the day of the incident do not count.
[[nodiscard]] ClaimCount count_claims(const LimitClause& limit, const Situation& situation);

}  // namespace hosho
