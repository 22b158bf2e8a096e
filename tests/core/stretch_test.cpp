#include "stretch.h"

#include <gtest/gtest.h>

namespace hosho {
namespace {

using Rule = PartMonth::Rule;

DateSpan days(const char* first, const char* last) {
  return {parse_date(first, false)->first, parse_date(last, false)->first};
}

constexpr YenRange kFee = YenRange::exactly(Yen{715});

YenRange charge(const char* first, const char* last, const Opening& opening, FreeCount free = {}) {
  return charge_for(months_of(days(first, last), opening), kFee, free);
}

YenRange between(std::int64_t least, std::int64_t most) { return {Yen{least}, Yen{most}}; }

TEST(Stretch, ChargesEveryMonthThatIsFull) {
  const std::vector<MonthShare> months = months_of(days("2024-01-01", "2024-03-31"), {});
  EXPECT_EQ(months, (std::vector<MonthShare>{{31, 31, 31}, {29, 29, 29}, {31, 31, 31}}));
  EXPECT_EQ(charge_for(months, kFee, {}), YenRange::exactly(Yen{3 * 715}));
}

TEST(Stretch, RoundsADayCountOfTheLeavingMonthBothWays) {
  const Opening opening{false, true, Rule::full, Rule::pro_rata};
  EXPECT_EQ(charge("2024-07-01", "2024-07-15", opening), between(345, 346));
  EXPECT_EQ(charge("2024-06-01", "2024-06-10", opening), between(238, 239));
  EXPECT_EQ(charge("2024-02-01", "2024-02-29", opening), between(715, 715));
  EXPECT_EQ(charge("2023-02-01", "2023-02-28", opening), between(715, 715));
  EXPECT_EQ(charge("2024-02-01", "2024-02-28", opening), between(690, 691));
}

TEST(Stretch, ChargesALeavingMonthAsTheTermsSay) {
  EXPECT_EQ(charge("2024-06-01", "2024-07-15", {false, true, Rule::full, Rule::full}), between(1430, 1430));
  EXPECT_EQ(charge("2024-06-01", "2024-07-15", {false, true, Rule::full, Rule::free}), between(715, 715));
  EXPECT_EQ(charge("2024-06-01", "2024-07-15", {false, true, Rule::full, Rule::not_stated}), between(715 + 345, 1430));
}

TEST(Stretch, LeavesTheMonthOfTheBeginningOpenWhereTheTermsDo) {
  const auto first_month = [](bool at_once, Rule rule) {
    return charge("2024-01-10", "2024-02-29", {true, at_once, rule, Rule::full});
  };
  EXPECT_EQ(first_month(true, Rule::full), between(1430, 1430));
  EXPECT_EQ(first_month(true, Rule::free), between(715, 715));
  EXPECT_EQ(first_month(true, Rule::pro_rata), between(715 + 507, 715 + 508));
  EXPECT_EQ(first_month(true, Rule::not_stated), between(715 + 507, 1430));
  EXPECT_EQ(first_month(false, Rule::not_stated), between(715, 1430));
}

TEST(Stretch, LeavesAFirstMonthOpenThatTheCoverDidNotBeginIn) {
  EXPECT_EQ(charge("2024-01-10", "2024-02-29", {}), between(715 + 507, 1430));
}

TEST(Stretch, DropsFreeMonthsFromTheFirstChargedOneOn) {
  const Opening opening{true, false, Rule::not_stated, Rule::pro_rata};
  EXPECT_EQ(charge("2023-10-07", "2024-09-30", opening), between(11 * 715, 12 * 715));
  EXPECT_EQ(charge("2023-10-07", "2024-09-30", opening, {0, 2}), between(9 * 715, 12 * 715));
  EXPECT_EQ(charge("2023-10-07", "2024-09-30", opening, {2, 2}), between(9 * 715, 10 * 715));
  EXPECT_EQ(charge("2023-10-07", "2024-09-30", opening, {99, 99}), between(0, 0));
}

TEST(Stretch, KnowsNoBoundOfAFeeWithoutOne) {
  const std::vector<MonthShare> months(2);
  EXPECT_EQ(charge_for(months, YenRange::open_from(Yen{100}), {}), YenRange::open_from(Yen{200}));
  EXPECT_EQ(charge_for(months, YenRange::open_from(Yen{100}), {2, 2}), between(0, 0));
}

TEST(Stretch, IsNeverCheaperForOneMoreMonth) {
  for (std::size_t count = 0; count < 40; ++count) {
    const YenRange fewer = charge_for(std::vector<MonthShare>(count), {Yen{418}, Yen{550}}, {0, 2});
    const YenRange more = charge_for(std::vector<MonthShare>(count + 1), {Yen{418}, Yen{550}}, {0, 2});
    EXPECT_LE(fewer.min, more.min);
    EXPECT_LT(fewer.max, more.max);
  }
}

TEST(Stretch, HoldsEveryDayOfALeapCycle) {
  const Opening opening{false, true, Rule::full, Rule::pro_rata};
  YenRange before{};
  for (Date last = parse_date("2024-01-01", false)->first; last.civil().year < 2028; last = last + Days{1}) {
    const YenRange now = charge_for(months_of({parse_date("2024-01-01", false)->first, last}, opening), kFee, {});
    EXPECT_LE(before.min, now.min) << to_string(last);
    EXPECT_LE(before.max, now.max) << to_string(last);
    EXPECT_LE(now.max->amount - now.min.amount, 1) << to_string(last);
    before = now;
  }
}

}  // namespace
}  // namespace hosho
