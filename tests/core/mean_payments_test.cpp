#include "mean_payments.h"

#include <gtest/gtest.h>

#include <numeric>

#include "risk_models.h"
#include "risk_reference.h"
#include "solve_risk.h"

namespace hosho {
namespace {

using reference::Chance;
using Rule = ClaimWindows::Rule;

constexpr Rule kRules[] = {Rule::whole_term, Rule::fixed, Rule::first_use, Rule::opened_by_claim, Rule::rolling};

double payments(const RiskModel& model, double multiple = 1) {
  const std::vector<double> means = expected_payments(model, multiple);
  return std::accumulate(means.begin(), means.end(), 0.0);
}

/// The counter-example of semantics.md, section 7.
TEST(MeanPayments, MayRiseWhereOneKindIsAnsweredToo) {
  RiskModel model = steady(36, 0, {0.02, 0.02}, {unanswered(8000), answered(87800, {44400}, {0})});
  model.limits = {limit_of(Rule::opened_by_claim, 1)};
  EXPECT_NEAR(payments(model), 42814.57, 5e-3);
  model.stretches[0].incidents[0] = answered(8000, {6600}, {0});
  EXPECT_NEAR(payments(model), 45776.03, 5e-3);
}

TEST(MeanPayments, NeverRiseWithALimitThatHoldsForAllKindsAlike) {
  Chance chance(11);
  for (int i = 0; i < 40; ++i) {
    RiskModel model = steady(36, 0, {0.1 * chance.share(), 0.1 * chance.share()},
                             {answered(9000, {static_cast<std::int64_t>(chance.below(9000))}, {0}),
                              answered(50000, {static_cast<std::int64_t>(chance.below(50000))}, {0})});
    for (const Rule rule : kRules) {
      model.limits = {reference::any_limit(chance)};
      model.limits[0].rule = rule;
      double last = 1e300;
      for (model.limits[0].claims = 0; model.limits[0].claims < 4; ++model.limits[0].claims) {
        const double mean = payments(model);
        EXPECT_LE(mean, last + 1e-9) << i << " " << static_cast<int>(rule) << " " << model.limits[0].claims;
        last = mean;
      }
    }
  }
}

TEST(MeanPayments, AreTheClosedFormWithoutALimit) {
  Chance chance(5);
  for (int i = 0; i < 50; ++i) {
    RiskModel model = steady(30, 300, {0.2 * chance.share(), 0.2 * chance.share(), 0.2 * chance.share()}, {});
    double mean = 9000;
    double variance = 0;
    for (const double rate : model.means) {
      const auto price = static_cast<std::int64_t>(chance.below(100)) * 100;
      const auto pays = static_cast<std::int64_t>(chance.below(100)) * 100;
      model.stretches[0].incidents.push_back(answered(price, {pays}));
      const auto least = static_cast<double>(std::min(price, pays));
      mean += 30 * rate * least;
      variance += 30 * rate * least * least;
    }
    for (const Road road : {Road::counts, Road::lattice}) {
      const RiskAnswer answer = solve_risk(model, false, road);
      EXPECT_NEAR(answer.mean, mean, 1e-8);
      EXPECT_NEAR(answer.total.mean(), mean, 1e-6);
      EXPECT_NEAR(answer.variance / variance, 1, 1e-8);
    }
  }
}

TEST(BreakEven, IsTheCheckOfTheSemantics) {
  const auto multiple = break_even_multiple(no_limit_plan());
  ASSERT_TRUE(multiple);
  EXPECT_NEAR(*multiple, 2.85578296, 5e-9);
  EXPECT_NEAR(*multiple, 24000.0 / (.1 * 39100 + .06 * 74900), 1e-9);
}

TEST(BreakEven, MakesBothMeansEqual) {
  for (const Rule rule : kRules) {
    RiskModel model = horizon();
    model.limits = {limit_of(rule, 3)};
    model.limits[0].openings = {10, 22, 34};
    const auto multiple = break_even_multiple(model);
    ASSERT_TRUE(multiple) << static_cast<int>(rule);
    EXPECT_NEAR(payments(model, *multiple) + 36 * 715, payments(without_cover(model), *multiple), 1e-7);
    EXPECT_LT(payments(without_cover(model), *multiple * 0.99), payments(model, *multiple * 0.99) + 36 * 715);
  }
}

TEST(BreakEven, IsNoneWhereSavingsNeverMakeUpForTheFees) {
  RiskModel model = horizon();
  for (std::int64_t& fee : model.fees) fee = 100'000;
  EXPECT_FALSE(break_even_multiple(model));
  EXPECT_FALSE(break_even_multiple(steady(12, 0, {0.1}, {answered(100, {0})})));
  EXPECT_FALSE(break_even_multiple(steady(12, 10, {0.1}, {unanswered(100)})));
  EXPECT_FALSE(break_even_multiple(steady(12, 10, {0}, {answered(100, {0})})));
  EXPECT_FALSE(break_even_multiple(steady(0, 0, {}, {})));
}

TEST(BreakEven, ComesDownFromACoverThatACertainIncidentMakesWorthIt) {
  RiskModel model = steady(12, 100, {0.1, 0.1}, {answered(2000, {1000}, {0}), answered(3000, {2990}, {0})});
  model.limits = {limit_of(Rule::whole_term, 1)};
  model.fees.assign(12, 50);
  model.certain = {11, 0};
  const auto multiple = break_even_multiple(model);
  ASSERT_TRUE(multiple);
  EXPECT_NEAR(payments(model, *multiple) + 600, payments(without_cover(model), *multiple), 1e-8);
}

double cost_if_left_after(const RiskModel& model, std::size_t months) {
  const std::vector<double> with = expected_payments(model, 1);
  const std::vector<double> without = expected_payments(without_cover(model), 1);
  double out = 0;
  for (std::size_t i = 0; i < with.size(); ++i) {
    out += i < months ? static_cast<double>(model.fees[i]) + with[i] : without[i];
  }
  return out;
}

std::int32_t cheapest_end(const RiskModel& model) {
  return best_cancel_after(model.fees, mean_by_month(claim_paths(model, 1), &Outcome::saving, 1));
}

TEST(BestCancelAfter, HasTheSmallestMean) {
  Chance chance(3);
  for (int i = 0; i < 40; ++i) {
    const RiskModel model = reference::any_model(chance, 30);
    const auto best = static_cast<std::size_t>(cheapest_end(model));
    for (std::size_t months = 0; months <= model.fees.size(); ++months) {
      const double here = cost_if_left_after(model, months);
      EXPECT_LE(cost_if_left_after(model, best), here + 2e-6);
      if (months < best) {
        EXPECT_LT(cost_if_left_after(model, best), here);
      }
    }
  }
}

TEST(BestCancelAfter, IsTheFirstOfEqualOnes) {
  EXPECT_EQ(cheapest_end(steady(24, 0, {0.1}, {unanswered(100)})), 0);
  EXPECT_EQ(cheapest_end(steady(24, 1, {0.1}, {answered(100, {0})})), 24);
  RiskModel free_first = steady(24, 50, {0.1}, {answered(100, {0})});
  for (int i = 0; i < 6; ++i) free_first.fees[static_cast<std::size_t>(i)] = 0;
  EXPECT_EQ(cheapest_end(free_first), 6);
}

}  // namespace
}  // namespace hosho
