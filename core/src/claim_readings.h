#pragma once
/// What a claim year is, under each reading, with the days of all claims known.

#include <vector>

#include "claim_year.h"

namespace hosho {

/// First day of the `k`-th year after `anchor`, the first day counted: from 29 February it is 1 March in a year
/// without.
[[nodiscard]] Date anniversary(Date anchor, std::int32_t k);

/// The first of a later year than `day`'s. Precondition: the anchor is not after it.
[[nodiscard]] Date next_anniversary(Date anchor, Date day);

/// Claims that count on `day`, out of `days` in order.
[[nodiscard]] ClaimCount count_on(const LimitClause& limit, const std::vector<Date>& days, Date day,
                                  const Situation& situation);

/// Days inside a stretch on which some count may change: a claim, its anniversary, those of the anchors, a new year.
[[nodiscard]] std::vector<Date> breaks_in(const std::vector<Date>& claims, DateSpan days, const Situation& situation);

}  // namespace hosho
