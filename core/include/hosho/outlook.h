#pragma once
/// What a choice of covers costs over the months that a phone is kept: the exact distribution. Nothing is sampled.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hosho/assessment.h"
#include "hosho/distribution.h"

namespace hosho {

/// A battery that wears down in proportion to its cycles, from what was measured to the 80 % of its design.
struct Battery {
  double capacity_percent = 100;
  double cycles_per_day = 0;       ///< full cycles
  std::int64_t design_cycles = 0;  ///< cycles after which a new one has 80 % left
  Yen price{0};                    ///< of a new one without a cover
};

/// What may happen over the months ahead.
struct Prospect {
  Date from{0};
  std::int32_t months = 0;  ///< that the phone is kept
  /// Ids of the plans held together; absent: every cover that is held or may be joined, and the pairs among them.
  std::optional<std::vector<std::vector<std::string>>> choices;
  std::array<double, kIncidentKinds.size()> rates_per_year{};  ///< mean number of incidents, by kind
  double rate_multiple = 1;
  std::vector<std::pair<std::string, Yen>>
      monthly_fees;  ///< by plan id: what the person was told; else as in the terms
  std::array<std::optional<Yen>, kIncidentKinds.size()> prices{};  ///< of a repair; nothing: as listed
  std::optional<Yen> replacement_price;                            ///< of a phone lost for good; no incident costs more
  std::optional<Battery> battery;
  bool by_month = true;  ///< whether the bands of every month are wanted
};

inline constexpr std::array<double, 8> kQuantiles = {0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

/// The figures of one distribution, in yen.
struct CostFigures {
  std::int64_t fees = 0;  ///< certain, and part of the others
  double mean = 0, sd = 0;
  std::array<std::int64_t, kQuantiles.size()> quantiles{};
};

/// The total up to the end of one month, in yen. There are none unless `Prospect::by_month`.
struct MonthFigures {
  std::int64_t fees;
  double expected;
  std::int64_t p05, p50, p95;
};

/// The mean under one reading of what a claim year is, in yen.
struct ReadingMean {
  ClaimYear year;
  double mean;
};

/// One choice: covers that are held together. Where an amount is a range, or the terms are silent, the figures are
/// those of the dear end, and `bounds` has both.
struct OutlookChoice {
  std::vector<std::string_view> plans;  ///< none: no cover that one joins
  CostFigures figures;
  Distribution distribution;
  std::vector<MonthFigures> monthly;
  double cheaper_than_none = 0, dearer_than_none = 0;  ///< probabilities over the same incidents
  std::optional<double> break_even_rate_multiple;      ///< at which the mean is that of no cover
  std::int32_t best_cancel_after_months = 0;           ///< leaving then has the smallest mean
  double best_mean = 0;                  ///< where a claim is used only if that lowers the mean of what is to come
  double claim_worth = 0;                ///< what one unused claim saves on average, used so
  std::optional<CostFigures> low, high;  ///< both ends; no `high`: no source bounds a fee
  bool is_range = false;                 ///< the ends differ
  bool is_rounded = false;            ///< amounts without a common step were rounded: the mean holds, the rest nearly
  std::vector<ReadingMean> readings;  ///< where the terms do not say what a claim year is
  std::vector<Missing> missing;       ///< facts that could still move an end
  std::vector<Silence> not_stated;
};

struct Outlook {
  OutlookChoice none;
  std::vector<OutlookChoice> choices;
  std::optional<std::int32_t> battery_month;  ///< in which the battery falls below 80 %
};

}  // namespace hosho
