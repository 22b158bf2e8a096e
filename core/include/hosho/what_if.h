#pragma once
/// Where the answer flips as one fact moves.

#include <cstdint>
#include <string_view>
#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// The facts that may be moved: the day of the incident, the battery's capacity, the price of the repair.
[[nodiscard]] constexpr bool may_move(Fact fact) noexcept {
  return fact == Fact::incident_on || fact == Fact::incident_battery_capacity_percent ||
         fact == Fact::incident_repair_price_yen;
}

/// Values on which the answer is the same: the same options may answer, in the same order, with the same verdicts,
/// sums, silences and cautions, and wait for facts or not. Ends are days since 1970-01-01, thousandths of a percent, or
/// yen; both are included.
struct WhatIfStretch {
  std::int64_t from = 0;
  std::int64_t to = 0;
  Assessment at_from;
  Assessment at_to;
};

struct WhatIf {
  Fact fact;
  std::vector<WhatIfStretch> stretches;  ///< every value that a case may name, in order
};

/// Options of a stretch whose sum, or an end of it, rises with the price, yen by yen.
[[nodiscard]] std::vector<std::string_view> rising_on(const WhatIfStretch& stretch);

}  // namespace hosho
