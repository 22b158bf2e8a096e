#include "lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "incident_law.h"

namespace hosho {
namespace {

constexpr double kLogNegligible = 31;  ///< −log of the probability that may lie beyond the highest total

std::int64_t highest_price(const RiskModel& model) {
  std::int64_t out = 0;
  for (const Stretch& stretch : model.stretches) {
    for (const Incident& incident : stretch.incidents) out = std::max(out, incident.price);
  }
  return out;
}

/// Logarithm of the mean of e^(tilt × sum of the prices of all random incidents).
double log_moment(const RiskModel& model, double tilt) {
  double out = 0;
  for (std::size_t i = 0; i < model.stretches.size(); ++i) {
    const std::int32_t end = i + 1 < model.stretches.size() ? model.stretches[i + 1].first : model.months;
    const std::int32_t months = std::min(end, model.months) - model.stretches[i].first;
    for (std::size_t kind = 0; months > 0 && kind < model.means.size(); ++kind) {
      const auto price = static_cast<double>(model.stretches[i].incidents[kind].price);
      out += months * model.means[kind] * std::expm1(tilt * price);
    }
  }
  return out;
}

void add_prize(Lottery& lottery, std::size_t cell, double share) {
  for (Prize& prize : lottery) {
    if (prize.cell != cell) continue;
    prize.share += share;
    return;
  }
  lottery.push_back({cell, share});
}

}  // namespace

std::int64_t highest_total(const RiskModel& model) {
  const std::int64_t highest = highest_price(model);
  if (highest == 0) return 0;
  double best = -1;
  double tilt = 1.0 / 64;
  for (int i = 0; i < 34; ++i, tilt *= 1.25) {
    const double bound = (kLogNegligible + log_moment(model, tilt / static_cast<double>(highest))) / tilt;
    if (best < 0 || bound < best) best = bound;
  }
  const double certain = model.certain ? 1 : 0;
  return static_cast<std::int64_t>(std::ceil((best + certain) * static_cast<double>(highest)));
}

Lattice lattice_of(const ClaimPaths& paths, Figure amount, std::int64_t highest, std::size_t most) {
  std::int64_t step = 0;
  for (const Colour& colour : paths.colours) {
    for (const Outcome& outcome : colour) step = std::gcd(step, outcome.*amount);
  }
  for (const MonthPaths& month : paths.months) {
    for (const Outcome& outcome : month.streams) step = std::gcd(step, outcome.*amount);
  }
  if (step == 0) return {};
  const std::int64_t times = highest / step / static_cast<std::int64_t>(most) + 1;
  const bool rounded = times > 1;
  return {step * times, static_cast<std::size_t>(highest / (step * times)) + (rounded ? 2 : 1), rounded};
}

void add_to(Lottery& lottery, const std::vector<Outcome>& outcomes, Figure amount, const Lattice& lattice) {
  for (const Outcome& outcome : outcomes) {
    const auto cell = static_cast<std::size_t>(outcome.*amount / lattice.step);
    const double beside = static_cast<double>(outcome.*amount % lattice.step) / static_cast<double>(lattice.step);
    add_prize(lottery, cell, outcome.share * (1 - beside));
    if (beside > 0) add_prize(lottery, cell + 1, outcome.share * beside);
  }
}

void add_draw(std::vector<double>& p, const Lottery& lottery, std::size_t cells) {
  if (p.empty()) return;
  std::size_t furthest = 0;
  for (const Prize& prize : lottery) furthest = std::max(furthest, prize.cell);
  std::vector<double> out(std::min(cells, p.size() + furthest), 0);
  for (const auto& [cell, share] : lottery) {
    if (cell >= out.size()) continue;
    const std::size_t count = std::min(p.size(), out.size() - cell);
    double* const to = out.data() + cell;
    for (std::size_t i = 0; i < count; ++i) to[i] += share * p[i];
  }
  p = std::move(out);
}

void add_draws(std::vector<double>& p, const Lottery& lottery, std::size_t cells) {
  Lottery one = lottery;
  double mean = 0;
  for (const Prize& prize : lottery) mean += prize.share;
  if (mean == 0) return;
  for (Prize& prize : one) prize.share /= mean;
  const std::vector<double> chances = chances_of(mean);
  std::vector<double> term = std::move(p);
  p.clear();
  for (std::size_t drawn = 0; drawn < chances.size(); ++drawn) {
    if (drawn > 0) add_draw(term, one, cells);
    p.resize(term.size(), 0);
    for (std::size_t i = 0; i < term.size(); ++i) p[i] += chances[drawn] * term[i];
  }
}

}  // namespace hosho
