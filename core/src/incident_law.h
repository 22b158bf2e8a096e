#pragma once
/// How many incidents there are if their mean number is known: the law of Poisson.

#include <cstddef>
#include <vector>

namespace hosho {

/// Highest mean number of incidents, over all months, that is solved: with more a person has other worries, and the
/// first probability nears the smallest number there is.
inline constexpr double kMostMean = 512;

/// Probabilities of 0, 1, 2 … incidents, until the rest is beyond the precision of a sum. A mean above
/// kMostMean is taken as that.
[[nodiscard]] std::vector<double> chances_of(double mean);

/// Probabilities of more than 0, 1, 2 … under `chances`.
[[nodiscard]] std::vector<double> tails_of(const std::vector<double>& chances);

/// More incidents than these do not come within the probability that may be lost.
[[nodiscard]] std::size_t most_incidents(double mean);

}  // namespace hosho
