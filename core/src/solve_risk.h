#pragma once
/// The cost of one choice of covers as a distribution.

#include "hosho/distribution.h"
#include "risk_model.h"

namespace hosho {

/// All that was paid until the end of a month, fees included.
struct RiskMonth {
  double expected = 0;
  std::int64_t p05 = 0, p50 = 0, p95 = 0;
};

struct RiskAnswer {
  Distribution total;               ///< of all payments and fees
  double mean = 0;                  ///< of the total, from the states alone: free of what the lattice loses
  double variance = 0;              ///< of the total
  double cheaper = 0;               ///< probability that the choice costs less than no cover over the same incidents
  double dearer = 0;                ///< … that it costs more
  std::vector<double> savings;      ///< by month the mean of price − payment
  std::vector<RiskMonth> by_month;  ///< if asked for
  /// The lattice of the amounts would not fit and was made coarser: the mean holds, the rest only nearly.
  bool rounded = false;
};

/// How the sums are found: by counting incidents first, or with states and yen together. They agree.
enum class Road : std::uint8_t { either, counts, lattice };

/// More than kMostMean incidents on average are not solved: all mass is then lost.
[[nodiscard]] RiskAnswer solve_risk(const RiskModel& model, bool by_month, Road road = Road::either);

}  // namespace hosho
