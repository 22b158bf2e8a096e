#include "solve_risk.h"

#include <gtest/gtest.h>

#include "best_use.h"
#include "claim_counts.h"
#include "fold.h"
#include "mean_payments.h"
#include "risk_models.h"

namespace hosho {
namespace {

using Rule = ClaimWindows::Rule;

/// Half of the last printed digit.
constexpr double kSix = 5e-7;
constexpr double kEight = 5e-9;

class SolveRisk : public testing::TestWithParam<Road> {
 protected:
  static RiskAnswer solve(const RiskModel& model) { return solve_risk(model, false, GetParam()); }

  static void expect_first(const Distribution& distribution, std::int64_t step, const std::vector<double>& p,
                           double error = kSix) {
    for (std::size_t i = 0; i < p.size(); ++i) {
      EXPECT_NEAR(at(distribution, static_cast<std::int64_t>(i) * step), p[i], error) << i;
    }
  }
};

INSTANTIATE_TEST_SUITE_P(Roads, SolveRisk, testing::Values(Road::counts, Road::lattice));

/// facts/risk.md 3.3, C1: rdrr sunhfsc/SC19052.
TEST_P(SolveRisk, C1PoissonFourOfOneTwoThree) {
  expect_first(solve(compound(4, {1, 2, 3}, {.25, .5, .25})).total, 1,
               {.018316, .018316, .045789, .058000, .074026, .088678, .093130, .095703, .091782});
}

/// C3: the example of actuar's help, with the dental claims of Loss Models 9.5.
TEST_P(SolveRisk, C3DentalClaims) {
  const RiskAnswer answer = solve(compound(3, {25, 50, 75, 100, 125, 150, 175, 200, 225, 250},
                                           {.15, .2, .25, .125, .075, .05, .05, .05, .025, .025}));
  expect_first(answer.total, 25, {.049787, .022404, .034913, .051539, .047545, .050283, .053004, .054313});
  EXPECT_NEAR(answer.mean, 277.50, 1e-9);
  EXPECT_NEAR(until(answer.total, 500), .8841337, 5e-8);
  EXPECT_EQ(answer.total.quantile(0.95), 625);
}

/// C4: Loss Models, example 9.34.
TEST_P(SolveRisk, C4FiveClaimsOfThreeSizes) {
  EXPECT_NEAR(at(solve(compound(5, {100, 500, 1000}, {.8, .16, .04})).total, 600), 0.05989286, kEight);
}

/// C5: Loss Models, examples 9.9 and 9.10: two portfolios are one with the rates added.
TEST_P(SolveRisk, C5TwoPortfolios) {
  const RiskAnswer answer = solve(
      steady(1, 0, {2 * .6, 2 * .4, 1 * .7, 1 * .3}, {unanswered(1), unanswered(2), unanswered(1), unanswered(3)}));
  EXPECT_NEAR(at(answer.total, 2), 0.12969531, kEight);
  const double e3 = std::exp(-3.0);
  expect_first(answer.total, 1, {e3, 1.9 * e3, 2.605 * e3, 2.9631667 * e3}, 5e-8 * e3);
}

/// C6: Loss Models, example 9.57; the other half is not Poisson.
TEST_P(SolveRisk, C6ThreeClaimsUpToFour) {
  EXPECT_NEAR(until(solve(compound(3, {1, 2, 3, 4}, {.4, .3, .2, .1})).total, 3), 0.28816755, kEight);
}

/// C9: Loss Models, example 9.47: a dividend of what the claims leave of 4.5.
TEST_P(SolveRisk, C9DividendOfWhatIsLeft) {
  const Distribution total = solve(compound(2, {1, 2}, {.25, .75})).total;
  double dividend = 0;
  for (std::int64_t yen = 0; yen <= 4; ++yen) dividend += at(total, yen) * (4.5 - static_cast<double>(yen));
  EXPECT_NEAR(dividend, 1.6411165, 5e-8);
  EXPECT_NEAR(6 - 3.5 - dividend, .8588835, 5e-8);
}

/// C11: SAS note (studylib 6943670).
TEST_P(SolveRisk, C11UniformHundreds) {
  const RiskAnswer answer =
      solve(compound(3, {100, 200, 300, 400, 500, 600, 700, 800, 900}, std::vector<double>(9, 1.0 / 9)));
  EXPECT_NEAR(at(answer.total, 0), .04978707, kEight);
  EXPECT_NEAR(at(answer.total, 100), .01659569, kEight);
  EXPECT_NEAR(at(answer.total, 900), .04888760, kEight);
  EXPECT_NEAR(at(answer.total, 1000), .03833609, kEight);
  EXPECT_NEAR(at(answer.total, 1500), .03997858, kEight);
  EXPECT_NEAR(until(answer.total, 1000), .36632422, kEight);
  EXPECT_NEAR(until(answer.total, 3000), .92838643, kEight);
  EXPECT_NEAR(std::sqrt(answer.variance), 974.6794, 5e-5);
}

/// C13: what a limit of two in a year answers, as the saving of one yen a claim.
TEST_P(SolveRisk, C13TwoInAYear) {
  const double means[] = {.1, .2, .3, .5, 1};
  const double answered_claims[] = {.099841422, .198792343, .296118092, .483673351, .896361676};
  for (int i = 0; i < 5; ++i) {
    RiskModel model = steady(12, 0, {means[i] / 12}, {answered(1, {0}, {0})});
    model.limits = {limit_of(Rule::whole_term, 2)};
    const RiskAnswer answer = solve(model);
    EXPECT_NEAR(means[i] - answer.mean, answered_claims[i], 5e-10);
    EXPECT_NEAR(answer.total.mean(), answer.mean, 1e-11);
  }
}

/// C17, and the check of semantics.md, section 7.
TEST_P(SolveRisk, C17PlanWithoutALimit) {
  const RiskAnswer none = solve(without_cover(no_limit_plan()));
  EXPECT_NEAR(none.mean, 9548, 1e-9);
  EXPECT_NEAR(std::sqrt(none.variance), 25410.91, 5e-3);
  const RiskAnswer plan = solve(no_limit_plan());
  EXPECT_NEAR(plan.mean, 25144, 1e-9);
  EXPECT_NEAR(std::sqrt(plan.variance), 3369.5104, 5e-5);
  EXPECT_NEAR(plan.dearer, 0.85214379, kEight);
  EXPECT_NEAR(plan.dearer, std::exp(-.16), 1e-12);
  const double levels[] = {0.5, 0.9, 0.95, 0.99};
  const std::int64_t without[] = {0, 42800, 87800, 87800};
  const std::int64_t with[] = {24000, 27700, 36900, 36900};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(none.total.quantile(levels[i]), without[i]);
    EXPECT_EQ(plan.total.quantile(levels[i]), with[i]);
  }
}

/// The mean to the last digit by the same recursion over the states in forty decimal digits.
TEST_P(SolveRisk, TwoClaimsInEachYearThatAClaimOpens) {
  const RiskAnswer answer = solve(horizon());
  EXPECT_NEAR(answer.mean, 35158.240503037989, 1e-9);
  EXPECT_NEAR(answer.total.mean(), answer.mean, 1e-6);
  EXPECT_NEAR(std::sqrt(answer.variance), 16057.5223, 5e-5);
  EXPECT_EQ(answer.total.quantile(0.95), 68940);
  EXPECT_EQ(answer.total.quantile(0.99), 98940);
  EXPECT_LE(answer.total.lost_mass, 1e-12);
}

/// The same with one incident in a month at most.
TEST(ClaimCounts, FollowAnotherLawOfIncidents) {
  const RiskModel model = horizon();
  ClaimPaths paths = claim_paths(model, 1);
  for (MonthPaths& month : paths.months) month.chances = {0.98, 0.02};
  const auto counts = count_incidents(paths, tally_by_colour(paths.colours.size(), 2000), false);
  ASSERT_TRUE(counts);
  const Lattice lattice = lattice_of(paths, &Outcome::payment, 2'880'000, 1U << 20U);
  std::vector<Lottery> lotteries(paths.colours.size());
  for (std::size_t i = 0; i < lotteries.size(); ++i) {
    add_to(lotteries[i], paths.colours[i], &Outcome::payment, lattice);
  }
  const Distribution total{25740, lattice.step, Fold(counts->rows, lotteries).sums(counts->by_month[0], lattice.cells),
                           0};
  double mean = 25740;
  for (const double month : mean_by_month(paths, &Outcome::payment, 1)) mean += month;
  EXPECT_NEAR(mean, 35103.18286881, kEight);
  EXPECT_NEAR(total.mean(), mean, 1e-7);
  EXPECT_NEAR(std::sqrt(total.variance()), 15770.1166, 5e-5);
  EXPECT_EQ(total.quantile(0.95), 68940);
  EXPECT_EQ(total.quantile(0.99), 98940);
}

TEST_P(SolveRisk, TellsTheSameByMonthAsForFewerMonths) {
  RiskModel model = horizon();
  model.means.push_back(0.01);
  model.stretches[0].incidents.push_back(unanswered(5000));
  const RiskAnswer whole = solve_risk(model, true, GetParam());
  ASSERT_EQ(whole.by_month.size(), 36U);
  for (const std::int32_t months : {1, 2, 12, 13, 25, 36}) {
    RiskModel until = model;
    until.months = months;
    until.fees.resize(static_cast<std::size_t>(months));
    const RiskAnswer part = solve(until);
    const RiskMonth& month = whole.by_month[static_cast<std::size_t>(months) - 1];
    EXPECT_NEAR(month.expected, part.mean, 1e-9);
    EXPECT_EQ(month.p05, part.total.quantile(0.05));
    EXPECT_EQ(month.p50, part.total.quantile(0.5));
    EXPECT_EQ(month.p95, part.total.quantile(0.95));
  }
}

TEST_P(SolveRisk, GivesTheFeesAloneWhereNothingHappens) {
  const RiskModel models[] = {steady(24, 1000, {0, 0}, {answered(42800, {3700}), unanswered(1)}),
                              steady(24, 1000, {}, {}), steady(24, 1000, {0.5}, {answered(0, {0})})};
  for (const RiskModel& model : models) {
    const RiskAnswer answer = solve_risk(model, true, GetParam());
    EXPECT_EQ(answer.total.quantile(0.999), 24000);
    EXPECT_NEAR(at(answer.total, 24000), 1, 1e-12);
    EXPECT_EQ(answer.mean, 24000);
    EXPECT_NEAR(answer.variance, 0, 1e-6);
    EXPECT_NEAR(answer.dearer, 1, 1e-12);
    EXPECT_EQ(answer.by_month[0].p95, 1000);
  }
}

TEST_P(SolveRisk, HasNothingToSayOfNoMonths) {
  const RiskAnswer answer = solve_risk(steady(0, 0, {0.1}, {unanswered(100)}), true, GetParam());
  EXPECT_EQ(answer.total.p, std::vector<double>{1});
  EXPECT_EQ(answer.mean, 0);
  EXPECT_EQ(answer.cheaper + answer.dearer, 0);
  EXPECT_TRUE(answer.by_month.empty());
}

TEST_P(SolveRisk, IsFreeUnderACoverThatPaysAllWithoutAFee) {
  const RiskAnswer answer = solve(steady(12, 0, {0.1}, {answered(100, {0})}));
  EXPECT_EQ(answer.total.quantile(0.999), 0);
  EXPECT_NEAR(answer.cheaper, 1 - std::exp(-1.2), 1e-12);
  EXPECT_NEAR(answer.dearer, 0, 1e-12);
}

TEST_P(SolveRisk, MakesTheLatticeCoarserWhereItWouldNotFit) {
  RiskModel model = steady(60, 1, {0.02, 0.02}, {answered(99999989, {7}, {0}), answered(50000017, {12345677}, {0})});
  model.limits = {limit_of(Rule::first_use, 2)};
  const RiskAnswer answer = solve(model);
  EXPECT_TRUE(answer.rounded);
  EXPECT_LE(answer.total.lost_mass, 1e-12);
  EXPECT_NEAR(answer.total.mean() / answer.mean, 1, 1e-9);
}

TEST(SolveRiskBound, LosesEverythingBeyondTheHighestMean) {
  const RiskAnswer answer = solve_risk(compound(1e300, {100}, {1}), true);
  EXPECT_EQ(answer.total.lost_mass, 1);
  EXPECT_TRUE(answer.total.p.empty());
}

TEST(SolveRiskBound, CountsHundredsOfIncidents) {
  RiskModel model = steady(12, 10, {20, 20}, {answered(300, {100}, {0}), unanswered(500)});
  model.limits = {limit_of(Rule::first_use, 3)};
  const RiskAnswer answer = solve_risk(model, true);
  EXPECT_LE(answer.total.lost_mass, 1e-12);
  EXPECT_NEAR(answer.mean, 120 + 240 * 800 - 3 * 200, 1e-6);
  EXPECT_NEAR(answer.total.mean(), answer.mean, 1e-6);
}

TEST(SolveRiskBound, FollowsALimitThatIsNeverReached) {
  RiskModel model = steady(24, 0, {0.01}, {answered(300, {100, 200}, {0})});
  model.limits = {limit_of(Rule::rolling, 1'000'000'000)};
  model.limits[0].before = {-30, -5};
  RiskModel few = model;
  few.limits[0].claims = 12;
  EXPECT_NEAR(solve_risk(model, false).mean, solve_risk(few, false).mean, 1e-9);
}

}  // namespace
}  // namespace hosho
