#pragma once
/// What is paid on average, from the states alone.

#include <optional>

#include "claim_paths.h"

namespace hosho {

/// Mean of the sum of `amount` over the incidents of each month, if they come `multiple` times as often.
[[nodiscard]] std::vector<double> mean_by_month(const ClaimPaths& paths, Figure amount, double multiple);

/// Mean payments by month under greedy use, fees left out. `multiple` × all mean numbers ≤ kMostMean.
[[nodiscard]] std::vector<double> expected_payments(const RiskModel& model, double multiple);

/// Smallest multiple of the rates above 0 at which the choice costs as much on average as no cover. Two crossings
/// within a quarter of a multiple are not told from none. Nothing: there is none up to kMostMean incidents in all.
[[nodiscard]] std::optional<double> break_even_multiple(const RiskModel& model);

/// After how many months it is cheapest on average to leave: fees are then no longer paid, and incidents cost their
/// price. By month the fees, and the means of what the choice saves. The smallest of equal ones.
[[nodiscard]] std::int32_t best_cancel_after(const std::vector<std::int64_t>& fees, const std::vector<double>& savings);

}  // namespace hosho
