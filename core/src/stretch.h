#pragma once
/// How the months of a stretch are charged.

#include <vector>

#include "hosho/plan.h"

namespace hosho {

/// The days of one calendar month that are charged, under the reading that charges fewest and the one that charges
/// most; both over the days of that month.
struct MonthShare {
  std::int32_t least = 1;
  std::int32_t most = 1;
  std::int32_t of = 1;
  friend constexpr bool operator==(const MonthShare&, const MonthShare&) = default;
};

/// What is known of the months at the two ends of a stretch.
struct Opening {
  bool begins_cover = false;    ///< it is the month in which the cover began
  bool answers_at_once = true;  ///< false: the cover answers from the next month, so that this one may be free
  PartMonth::Rule first = PartMonth::Rule::full;
  PartMonth::Rule leaving = PartMonth::Rule::full;
};

/// Every calendar month that `days` touches. The last one is a leaving month if its last day is not reached; a first
/// month that the cover did not begin in may be charged for the days of the stretch or in full.
[[nodiscard]] std::vector<MonthShare> months_of(DateSpan days, const Opening& opening);

/// Months of charge that are free, from the first on.
struct FreeCount {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// What `fee` comes to. A part of a month is rounded down for the lower end and up for the upper one.
[[nodiscard]] YenRange charge_for(const std::vector<MonthShare>& months, const YenRange& fee, FreeCount free);

}  // namespace hosho
