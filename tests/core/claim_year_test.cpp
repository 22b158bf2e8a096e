#include "claim_year.h"

#include <gtest/gtest.h>

namespace hosho {
namespace {

DateSpan on(const char* day) { return *parse_date(day, true); }

/// Claims on a cover that answers so and so often a year, from the first use on.
class ClaimsSinceTheFirstUse : public ::testing::Test {
 protected:
  ClaimsSinceTheFirstUse() {
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

TEST_F(ClaimsSinceTheFirstUse, OpensAYearOnEveryAnniversaryHoweverLongAgoThatWas) {
  const ClaimCount a_century_later = count({on("1900-03-01"), on("2021-08-02"), on("2022-05-17")}, "2023-03-26");
  EXPECT_EQ(a_century_later.most, 0);
  EXPECT_EQ(a_century_later.next_window, on("2024-03-01").first);
}

TEST_F(ClaimsSinceTheFirstUse, CountsAForgottenDayOnlyInAYearThatItMayLieIn) {
  const ClaimCount out = count({DateSpan::any(), on("2021-08-02"), on("2022-05-17")}, "2023-03-26");
  EXPECT_EQ(out.least, 0);
  EXPECT_EQ(out.most, 1);
  EXPECT_EQ(count({DateSpan::any(), on("2021-08-02"), on("2022-08-02")}, "2023-03-26").most, 2);
}

}  // namespace
}  // namespace hosho
