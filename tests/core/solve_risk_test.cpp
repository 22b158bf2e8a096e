#include "solve_risk.h"

#include <gtest/gtest.h>

#include "best_use.h"
#include "claim_counts.h"
#include "mean_payments.h"
#include "risk_models.h"

namespace hosho {
namespace {

class BothRoads : public testing::TestWithParam<Road> {};

INSTANTIATE_TEST_SUITE_P(Roads, BothRoads, testing::Values(Road::counts, Road::lattice));

TEST_P(BothRoads, SolveThePlanWithTwoClaimsInEachYearThatAClaimOpens) {
  const RiskAnswer answer = solve_risk(horizon(), false, GetParam());
  EXPECT_NEAR(answer.mean, 35158.24050303, 5e-9);
  EXPECT_NEAR(std::sqrt(answer.variance), 16057.5223, 5e-5);
  EXPECT_EQ(answer.total.quantile(0.95), 68940);
  EXPECT_EQ(answer.total.quantile(0.99), 98940);
  EXPECT_LE(answer.total.lost_mass, 1e-12);
  EXPECT_NEAR(answer.total.mean(), answer.mean, 1e-6);
}

TEST_P(BothRoads, SolveThePlanWithoutALimit) {
  const RiskAnswer none = solve_risk(without_cover(no_limit_plan()), false, GetParam());
  EXPECT_NEAR(none.mean, 9548, 1e-9);
  EXPECT_NEAR(std::sqrt(none.variance), 25410.91, 5e-3);
  const RiskAnswer plan = solve_risk(no_limit_plan(), false, GetParam());
  EXPECT_NEAR(plan.mean, 25144, 1e-9);
  EXPECT_NEAR(std::sqrt(plan.variance), 3369.5104, 5e-5);
  EXPECT_NEAR(plan.dearer, 0.85214379, 5e-9);
  const double levels[] = {0.5, 0.9, 0.95, 0.99};
  const std::int64_t without[] = {0, 42800, 87800, 87800};
  const std::int64_t with[] = {24000, 27700, 36900, 36900};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(none.total.quantile(levels[i]), without[i]);
    EXPECT_EQ(plan.total.quantile(levels[i]), with[i]);
  }
}

}  // namespace
}  // namespace hosho
