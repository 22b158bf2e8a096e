#pragma once
/// Models that several tests of the probability engine ask about.

#include <cmath>

#include "risk_model.h"

namespace hosho {

/// An incident that the one cover of a choice answers; every claim is counted in limit 0 if there is one.
inline Incident answered(std::int64_t price, std::vector<std::int64_t> pays, std::vector<std::size_t> limits = {}) {
  return {price, {{std::move(pays), std::move(limits)}}};
}

inline Incident unanswered(std::int64_t price) { return {price, {}}; }

inline ClaimWindows limit_of(ClaimWindows::Rule rule, std::int64_t claims) { return {rule, claims, {}, {}}; }

/// One stretch, the same fee every month.
inline RiskModel steady(std::int32_t months, std::int64_t fee, std::vector<double> means,
                        std::vector<Incident> incidents) {
  RiskModel out;
  out.months = months;
  out.means = std::move(means);
  out.stretches = {{0, std::move(incidents)}};
  out.fees.assign(static_cast<std::size_t>(months), fee);
  return out;
}

/// One month in which as many incidents come as the textbooks ask for, at prices of the given shares.
inline RiskModel compound(double mean, std::vector<std::int64_t> prices, const std::vector<double>& shares) {
  std::vector<Incident> incidents;
  std::vector<double> means;
  for (std::size_t i = 0; i < prices.size(); ++i) {
    incidents.push_back(unanswered(prices[i]));
    means.push_back(mean * shares[i]);
  }
  return steady(1, 0, means, incidents);
}

/// semantics.md, section 7, and problem C17 of facts/risk.md: a plan without a limit.
inline RiskModel no_limit_plan() {
  return steady(24, 1000, {0.05 / 12, 0.03 / 12}, {answered(42800, {3700}), answered(87800, {12900})});
}

/// The same model without any cover and fee.
inline RiskModel without_cover(RiskModel model) {
  for (Stretch& stretch : model.stretches) {
    for (Incident& incident : stretch.incidents) incident.answers.clear();
  }
  for (std::int64_t& fee : model.fees) fee = 0;
  return model;
}

/// Two claims in each year that a claim opens, over three years.
inline RiskModel horizon() {
  RiskModel out = steady(36, 715, {0.02 * 0.4, 0.02 * 0.4, 0.02 * 0.2},
                         {answered(20000, {6600}, {0}), answered(45000, {6600}, {0}), answered(80000, {36600}, {0})});
  out.limits = {limit_of(ClaimWindows::Rule::opened_by_claim, 2)};
  return out;
}

/// Probability of exactly `yen`.
template <class D>
double at(const D& distribution, std::int64_t yen) {
  const std::int64_t distance = yen - distribution.first;
  const auto cell = static_cast<std::size_t>(distance / distribution.step);
  return distance < 0 || distance % distribution.step != 0 || cell >= distribution.p.size() ? 0 : distribution.p[cell];
}

/// Probability of no more than `yen`.
template <class D>
double until(const D& distribution, std::int64_t yen) {
  double out = 0;
  for (std::size_t i = 0; i < distribution.p.size() && distribution.yen_at(i) <= yen; ++i) out += distribution.p[i];
  return out;
}

}  // namespace hosho
