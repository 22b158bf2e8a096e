#pragma once
/// How likely each sum of whole yen is.

#include <cstdint>
#include <vector>

namespace hosho {

/// `p[i]` is the probability of `first + i × step` yen. Together with `lost_mass`, the probability of what was not
/// followed up, they make 1. Without any entry everything is lost.
struct Distribution {
  std::int64_t first = 0;
  std::int64_t step = 1;  ///< above 0
  std::vector<double> p;
  double lost_mass = 0;

  [[nodiscard]] std::int64_t yen_at(std::size_t position) const {
    return first + static_cast<std::int64_t>(position) * step;
  }
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  /// Smallest sum that is not exceeded with probability `level`. What rounding takes from a probability that is exactly
  /// `level` does not count.
  [[nodiscard]] std::int64_t quantile(double level) const;
};

}  // namespace hosho
