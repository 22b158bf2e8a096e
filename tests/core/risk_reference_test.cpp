#include "risk_reference.h"

#include <gtest/gtest.h>

#include "mean_payments.h"
#include "risk_models.h"
#include "solve_risk.h"

namespace hosho {
namespace {

using reference::Chance;
using Rule = ClaimWindows::Rule;

constexpr double kSame = 1e-12;

std::int64_t fees_of(const RiskModel& model) {
  std::int64_t out = 0;
  for (const std::int64_t fee : model.fees) out += fee;
  return out;
}

/// What was listed, as the answer tells it.
struct Listed {
  std::map<std::int64_t, double> total;
  double mean = 0, cheaper = 0, dearer = 0;
};

Listed list(const RiskModel& model) {
  Listed out;
  const std::int64_t fees = fees_of(model);
  for (const auto& [sums, p] : reference::enumerate(model)) {
    out.total[sums.first + fees] += p;
    out.mean += p * static_cast<double>(sums.first + fees);
    out.cheaper += sums.second > fees ? p : 0;
    out.dearer += sums.second < fees ? p : 0;
  }
  return out;
}

void expect_same(const RiskAnswer& answer, const Listed& listed) {
  double mass = answer.total.lost_mass;
  for (const double p : answer.total.p) mass += p;
  EXPECT_NEAR(mass, 1, kSame);
  EXPECT_LE(answer.total.lost_mass, kSame);
  EXPECT_FALSE(answer.rounded);
  EXPECT_NEAR(answer.mean, listed.mean, 1e-8);
  EXPECT_NEAR(answer.cheaper, listed.cheaper, kSame);
  EXPECT_NEAR(answer.dearer, listed.dearer, kSame);
  double followed = 0;
  for (const auto& [yen, p] : listed.total) {
    EXPECT_NEAR(at(answer.total, yen), p, kSame) << yen;
    followed += at(answer.total, yen);
  }
  EXPECT_NEAR(followed, 1, kSame);
}

TEST(RiskReference, BothRoadsGiveWhatListingAllThatMayHappenGives) {
  Chance chance(20260401);
  for (int i = 0; i < 60; ++i) {
    SCOPED_TRACE(i);
    const RiskModel model = reference::any_model(chance, 6);
    const Listed listed = list(model);
    expect_same(solve_risk(model, false, Road::counts), listed);
    expect_same(solve_risk(model, false, Road::lattice), listed);
  }
}

TEST(RiskReference, CountsClaimsThatCostTheSameUnderTwoCovers) {
  const Response limited{{1000}, {0}};
  const Response unlimited{{1000}, {}};
  RiskModel model = steady(4, 300, {0.02, 0.02}, {{10000, {limited, unlimited}}, {50000, {limited}}});
  model.limits = {limit_of(Rule::whole_term, 1)};
  const Listed listed = list(model);
  expect_same(solve_risk(model, false, Road::counts), listed);
  expect_same(solve_risk(model, false, Road::lattice), listed);
}

TEST(RiskReference, BothRoadsAgreeOverYears) {
  Chance chance(7);
  for (int i = 0; i < 40; ++i) {
    SCOPED_TRACE(i);
    const RiskModel model = reference::any_model(chance, 40);
    const RiskAnswer counts = solve_risk(model, true, Road::counts);
    const RiskAnswer lattice = solve_risk(model, true, Road::lattice);
    const std::size_t cells = std::max(counts.total.p.size(), lattice.total.p.size());
    for (std::size_t cell = 0; cell < cells; ++cell) {
      const std::int64_t yen = counts.total.yen_at(cell);
      EXPECT_NEAR(at(counts.total, yen), at(lattice.total, yen), kSame);
    }
    EXPECT_NEAR(counts.cheaper, lattice.cheaper, kSame);
    EXPECT_NEAR(counts.dearer, lattice.dearer, kSame);
    EXPECT_NEAR(counts.mean, counts.total.mean(), 1e-6);
    for (std::size_t month = 0; month < counts.by_month.size(); ++month) {
      EXPECT_EQ(counts.by_month[month].p05, lattice.by_month[month].p05);
      EXPECT_EQ(counts.by_month[month].p50, lattice.by_month[month].p50);
      EXPECT_EQ(counts.by_month[month].p95, lattice.by_month[month].p95);
    }
  }
}

/// Two covers and two limits over 40 months, with claims before them and an incident that comes for sure.
RiskModel eventful(Rule rule) {
  RiskModel out = steady(40, 500, {0.05, 0.08}, {answered(30000, {3000, 9000}, {0}), answered(50000, {8000}, {0, 1})});
  out.stretches.push_back(out.stretches[0]);
  out.stretches[1].first = 17;
  out.stretches[1].incidents[0].price = 20000;
  for (Stretch& stretch : out.stretches) stretch.incidents[1].answers.push_back({{25000}, {1}});
  out.limits = {limit_of(rule, 2), limit_of(Rule::rolling, 1)};
  out.limits[0].before = {-15, -4};
  out.limits[0].openings = {-7, 5, 17, 29};
  out.limits[1].before = {-4};
  out.certain = {20, 1};
  return out;
}

TEST(RiskReference, ChanceComesToTheSameUnderEveryRule) {
  constexpr int kDraws = 40000;
  constexpr double kErrors = 4.5;
  for (const Rule rule : {Rule::whole_term, Rule::fixed, Rule::first_use, Rule::opened_by_claim, Rule::rolling}) {
    SCOPED_TRACE(static_cast<int>(rule));
    const RiskModel model = eventful(rule);
    const RiskAnswer answer = solve_risk(model, false);
    const std::int64_t fees = fees_of(model);
    ASSERT_FALSE(answer.rounded);
    const std::int64_t middle = answer.total.quantile(0.5);
    Chance chance(99 + static_cast<std::uint64_t>(rule));
    double sum = 0;
    double low = 0;
    double cheaper = 0;
    for (int i = 0; i < kDraws; ++i) {
      const auto [paid, saved] = reference::simulate(model, chance);
      sum += static_cast<double>(paid + fees);
      low += paid + fees <= middle ? 1 : 0;
      cheaper += saved > fees ? 1 : 0;
    }
    const double at_middle = until(answer.total, middle);
    const auto error = [](double p) { return kErrors * std::sqrt(p * (1 - p) / kDraws) + 1e-9; };
    EXPECT_NEAR(sum / kDraws, answer.mean, kErrors * std::sqrt(answer.variance / kDraws));
    EXPECT_NEAR(low / kDraws, at_middle, error(at_middle));
    EXPECT_NEAR(cheaper / kDraws, answer.cheaper, error(answer.cheaper));
  }
}

}  // namespace
}  // namespace hosho
