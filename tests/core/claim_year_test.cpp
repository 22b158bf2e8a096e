#include "claim_year.h"

#include <gtest/gtest.h>

#include "claim_readings.h"

namespace hosho {
namespace {

DateSpan on(const char* day) { return *parse_date(day, true); }

/// Claims on a cover that answers twice a year, the first of which opens the first year.
class Claims : public ::testing::Test {
 protected:
  Claims() {
    limit.claims = 2;
    limit.year = ClaimYear::first_use;
    limit.counts = KindSet::every();
  }
  ClaimCount count(std::vector<DateSpan> claims, const char* incident) {
    cover.claims.emplace();
    for (const DateSpan day : claims) cover.claims->push_back({day, IncidentKind::screen_crack});
    facts[Fact::incident_on] = FactValue::of(on(incident));
    return count_claims(limit, Situation{catalogue, facts, &cover});
  }

  LimitClause limit;
  Catalogue catalogue;
  CaseFacts facts;
  HeldCover cover;
};

TEST_F(Claims, OpenAYearOnEveryAnniversaryHoweverLongAgoThatWas) {
  const ClaimCount a_century_later = count({on("1900-03-01"), on("2021-08-02"), on("2022-05-17")}, "2023-03-26");
  EXPECT_EQ(a_century_later.most, 0);
  EXPECT_EQ(next_anniversary(on("1900-03-01").first, on("2023-03-26").first), on("2024-03-01").first);
}

TEST_F(Claims, OfAForgottenDayCountOnlyInAYearThatItMayLieIn) {
  const ClaimCount out = count({DateSpan::any(), on("2021-08-02"), on("2022-05-17")}, "2023-03-26");
  EXPECT_EQ(out.least, 0);
  EXPECT_EQ(out.most, 1);
  EXPECT_EQ(count({DateSpan::any(), on("2021-08-02"), on("2022-08-02")}, "2023-03-26").most, 2);
}

TEST_F(Claims, LeaveTheLastDayOfFebruaryOpenAfterAFirstUseOnTheTwentyNinth) {
  const ClaimCount disputed = count({on("2020-02-29"), on("2021-02-27"), on("2021-02-28")}, "2021-02-28");
  EXPECT_EQ(disputed.least, 1);
  EXPECT_EQ(disputed.most, 3);
  EXPECT_EQ(count({on("2020-02-29"), on("2021-02-27")}, "2021-03-01").most, 0);
}

TEST_F(Claims, CountUpToTheLastDayOfFebruaryInAYearThatNoUseOpened) {
  limit.year = ClaimYear::bought;
  facts[Fact::device_bought_on] = FactValue::of(on("2020-02-29"));
  EXPECT_EQ(count({on("2021-02-27")}, "2021-02-28").least, 1);
  EXPECT_EQ(count({on("2021-02-27")}, "2021-03-01").most, 0);
}

}  // namespace
}  // namespace hosho
