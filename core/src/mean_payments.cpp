#include "mean_payments.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "incident_law.h"

namespace hosho {
namespace {

constexpr double kStride = 1.25;  ///< from one multiple that is tried to the next
constexpr double kSameYen = 1e-6;
constexpr double kNoGain = 1e-9;  ///< yen: what is left of a crossing is rounding

double sum(const std::vector<double>& values) {
  double out = 0;
  for (const double value : values) out += value;
  return out;
}

double fees_of(const RiskModel& model) {
  double out = 0;
  for (const std::int64_t fee : model.fees) out += static_cast<double>(fee);
  return out;
}

double mean_of(const std::vector<Outcome>& outcomes, Figure amount) {
  double out = 0;
  for (const Outcome& outcome : outcomes) out += outcome.share * static_cast<double>(outcome.*amount);
  return out;
}

/// The probabilities of the states, month by month.
class StateMeans {
 public:
  StateMeans(const ClaimPaths& paths, Figure amount, double multiple)
      : amount_(amount), multiple_(multiple), now_(paths.states, 0), met_(now_), next_(now_) {
    for (const Colour& colour : paths.colours) means_.push_back(mean_of(colour, amount));
    now_[paths.first] = 1;
  }

  double month(const MonthPaths& month) {
    for (const auto& [from, to] : month.openings) {
      if (to != ClaimStates::kLost) now_[to] += now_[from];
      now_[from] = 0;
    }
    double out = multiple_ * mean_of(month.streams, amount_);
    if (!month.certain.empty()) {
      out += step(now_, month.certain);
      std::swap(now_, next_);
    }
    if (month.paths.empty()) return out;
    take_law(month);
    met_ = now_;
    std::fill(now_.begin(), now_.end(), 0);
    for (std::size_t met = 0; met < chances_.size(); ++met) {
      for (std::size_t i = 0; i < now_.size(); ++i) now_[i] += chances_[met] * met_[i];
      out += tails_[met] * step(met_, month.paths);
      std::swap(met_, next_);
    }
    return out;
  }

 private:
  /// Most months have the law of the month before.
  void take_law(const MonthPaths& month) {
    if (month.chances == law_) return;
    law_ = month.chances;
    chances_ = multiple_ == 1 ? law_ : chances_of(multiple_ * month.mean);
    tails_ = tails_of(chances_);
  }

  /// `next_` is what follows one incident after `from`; returns its mean amount.
  double step(const std::vector<double>& from, const std::vector<Path>& paths) {
    double out = 0;
    std::fill(next_.begin(), next_.end(), 0);
    for (const Path& path : paths) {
      const double chance = from[path.from] * path.chance;
      next_[path.to] += chance;
      out += chance * means_[path.colour];
    }
    return out;
  }

  Figure amount_;
  double multiple_;
  std::vector<double> law_;  ///< at multiple 1
  std::vector<double> chances_, tails_;
  std::vector<double> means_;  ///< by colour
  std::vector<double> now_, met_, next_;
};

/// The most that one month may save, by the mean of one month at multiple 1.
double highest_rate(const MonthPaths& month, const std::vector<Colour>& colours) {
  double out = 0;
  std::vector<double> by_state;
  for (const Path& path : month.paths) {
    if (by_state.size() <= path.from) by_state.resize(path.from + 1, 0);
    by_state[path.from] += path.chance * mean_of(colours[path.colour], &Outcome::saving);
    out = std::max(out, by_state[path.from]);
  }
  return out * month.mean + mean_of(month.streams, &Outcome::saving);
}

/// Where a line of `gain` that crosses 0 between `low` and `high` does: false position, where an end that stays twice
/// loses half of its weight (Illinois), every fourth step a halving.
template <class Gain>
double crossing(const Gain& gain, double low, double at_low, double high, double at_high) {
  int stayed = 0;  // how often the higher end did; negative: the lower one
  for (int i = 1; i < 128 && std::nextafter(low, high) < high; ++i) {
    double middle = low + (high - low) * (at_low / (at_low - at_high));
    if (i % 4 == 0 || !(middle > low && middle < high)) middle = low + (high - low) / 2;
    const double here = gain(middle);
    if (std::abs(here) < kNoGain) return middle;
    if ((here < 0) == (at_low < 0)) {
      low = middle;
      at_low = here;
      stayed = std::max(stayed, 0) + 1;
      if (stayed > 1) at_high /= 2;
    } else {
      high = middle;
      at_high = here;
      stayed = std::min(stayed, 0) - 1;
      if (stayed < -1) at_low /= 2;
    }
  }
  return high;
}

}  // namespace

std::vector<double> mean_by_month(const ClaimPaths& paths, Figure amount, double multiple) {
  StateMeans means(paths, amount, multiple);
  std::vector<double> out;
  for (const MonthPaths& month : paths.months) out.push_back(means.month(month));
  return out;
}

std::vector<double> expected_payments(const RiskModel& model, double multiple) {
  return mean_by_month(claim_paths(model, multiple), &Outcome::payment, multiple);
}

std::optional<double> break_even_multiple(const RiskModel& model) {
  const double mean = monthly_mean(model) * model.months;
  if (mean == 0 || mean > kMostMean) return std::nullopt;
  const ClaimPaths paths = claim_paths(model, kMostMean / mean);
  const double fees = fees_of(model);
  const auto gain = [&](double multiple) { return sum(mean_by_month(paths, &Outcome::saving, multiple)) - fees; };
  double rate = 0;
  for (const MonthPaths& month : paths.months) rate += highest_rate(month, paths.colours);
  if (rate == 0) return std::nullopt;
  const double at_none = gain(0);
  double low = at_none < 0 ? -at_none / rate : 1 / (1024 * mean);  // before that no saving makes up for the fees
  double at_low = gain(low);
  if (at_none < 0 && at_low >= 0) return low;
  const double highest = kMostMean / mean;
  while (low < highest) {
    const double high = std::min(low * kStride, highest);
    const double at_high = gain(high);
    if (at_high == 0) return high;
    if ((at_high < 0) != (at_low < 0)) return crossing(gain, low, at_low, high, at_high);
    low = high;
    at_low = at_high;
  }
  return std::nullopt;
}

std::int32_t best_cancel_after(const std::vector<std::int64_t>& fees, const std::vector<double>& savings) {
  double sum = 0;
  double best = 0;
  std::int32_t out = 0;
  for (std::size_t month = 0; month < savings.size(); ++month) {
    sum += (month < fees.size() ? static_cast<double>(fees[month]) : 0) - savings[month];
    if (sum >= best - kSameYen) continue;
    best = sum;
    out = static_cast<std::int32_t>(month) + 1;
  }
  return out;
}

}  // namespace hosho
