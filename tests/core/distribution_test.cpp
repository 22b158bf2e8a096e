#include "hosho/distribution.h"

#include <gtest/gtest.h>

namespace hosho {
namespace {

TEST(Distribution, TakesTheSmallestSumThatReachesTheLevel) {
  const Distribution distribution{1000, 500, {0.1, 0.2, 0, 0.7}, 0};
  EXPECT_EQ(distribution.quantile(0.05), 1000);
  EXPECT_EQ(distribution.quantile(0.3), 1500);  // 0.1 + 0.2 is not 0.3 to a machine
  EXPECT_EQ(distribution.quantile(0.31), 2500);
  EXPECT_EQ(distribution.quantile(1), 2500);
}

TEST(Distribution, HasTheMomentsOfWhatWasNotLost) {
  const Distribution distribution{1000, 500, {0.25, 0, 0.25}, 0.5};
  EXPECT_EQ(distribution.mean(), 1500);
  EXPECT_EQ(distribution.variance(), 250000);
}

TEST(Distribution, StaysAtItsLastSumWhereMassIsLost) {
  const Distribution distribution{0, 1, {0.5, 0}, 0.5};
  EXPECT_EQ(distribution.quantile(0.99), 0);
  const Distribution lost{7, 1, {}, 1};
  EXPECT_EQ(lost.quantile(0.5), 7);
  EXPECT_EQ(lost.mean(), 7);
  EXPECT_EQ(lost.variance(), 0);
}

}  // namespace
}  // namespace hosho
