#include "hosho/distribution.h"

namespace hosho {
namespace {

/// No more than the mass that may be lost, and far more than rounding takes.
constexpr double kSlack = 1e-12;

/// Mean of (yen − centre)^power, power 1 or 2, over what was not lost.
double moment(const Distribution& of, double centre, bool squared) {
  double mass = 0;
  double sum = 0;
  for (std::size_t i = 0; i < of.p.size(); ++i) {
    const double distance = static_cast<double>(of.yen_at(i)) - centre;
    mass += of.p[i];
    sum += of.p[i] * (squared ? distance * distance : distance);
  }
  return mass > 0 ? sum / mass : 0;
}

}  // namespace

double Distribution::mean() const {
  const double centre = static_cast<double>(first);
  return centre + moment(*this, centre, false);
}

double Distribution::variance() const { return moment(*this, mean(), true); }

std::int64_t Distribution::quantile(double level) const {
  double sum = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    sum += p[i];
    if (p[i] > 0) last = i;
    if (p[i] > 0 && sum >= level - kSlack) break;
  }
  return yen_at(last);
}

}  // namespace hosho
