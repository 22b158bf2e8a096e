#include "incident_law.h"

#include <cmath>

namespace hosho {
namespace {

constexpr double kBeyondPrecision = 1e-19;
constexpr double kBeyondLost = 1e-14;

}  // namespace

std::vector<double> chances_of(double asked) {
  const double mean = asked < kMostMean ? asked : kMostMean;
  std::vector<double> out = {std::exp(-mean)};
  while (static_cast<double>(out.size()) <= mean || out.back() > kBeyondPrecision) {
    out.push_back(out.back() * mean / static_cast<double>(out.size()));
  }
  return out;
}

std::vector<double> tails_of(const std::vector<double>& chances) {
  std::vector<double> out(chances.size(), 0);
  for (std::size_t i = chances.size(); i-- > 1;) out[i - 1] = out[i] + chances[i];
  return out;
}

std::size_t most_incidents(double mean) {
  const std::vector<double> tails = tails_of(chances_of(mean));
  std::size_t out = 0;
  while (tails[out] > kBeyondLost) ++out;
  return out;
}

}  // namespace hosho
