#pragma once
/// What a person pays who claims or pays from their own pocket just as it costs least on average.

#include "risk_model.h"

namespace hosho {

struct BestUse {
  double mean_yen = 0;         ///< smallest mean, fees included
  double claim_worth_yen = 0;  ///< what it would rise by if one more claim of the first limit had been used in month 0
};

/// Backward over months, states and the incidents met so far in the month. Exact while the limits stand in no more than
/// ClaimStates::kMost ways; what leads to more is then not chosen.
[[nodiscard]] BestUse best_use(const RiskModel& model);

}  // namespace hosho
