#include "hosho/date.h"

#include <gtest/gtest.h>

#include <string>

namespace hosho {
namespace {

Date day(std::int32_t year, std::int32_t month, std::int32_t date) { return Date(CivilDay{year, month, date}); }

/// The definition of Civil Code arts. 140 and 143, written a second time and by another road: the period is walked
/// month by month over a calendar, with no arithmetic on dates shared with the engine.
struct Written {
  int year, month, date;

  [[nodiscard]] int length() const {
    static const int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    return kLengths[month - 1] + (leap && month == 2 ? 1 : 0);
  }
  void step() {
    if (++date <= length()) return;
    date = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
  void next_month() {
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
  [[nodiscard]] std::string text() const {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(year) + '-' + two(month) + '-' + two(date);
  }
};

/// The day before the day that corresponds to the first day; without one, the last day of the last month.
std::string written_end(Written first, int months) {
  Written last = first;
  for (int i = 0; i < months; ++i) last.next_month();
  if (first.date > last.length()) {
    last.date = last.length();
    return last.text();
  }
  if (--last.date > 0) return last.text();
  last.month = last.month == 1 ? 12 : last.month - 1;
  if (last.month == 12) --last.year;
  last.date = last.length();
  return last.text();
}

TEST(PeriodEnd, EqualsTheDefinitionWrittenTwiceOnEveryDayOfALeapCycleForUpToSixtyMonths) {
  std::size_t compared = 0;
  Written from{2023, 1, 1};
  for (Date date = day(2023, 1, 1); date < day(2027, 1, 1); date = date + Days{1}, from.step()) {
    ASSERT_EQ(to_string(date), from.text());
    Written next = from;
    next.step();
    for (std::int32_t months = 1; months <= 60; ++months, compared += 2) {
      const PeriodEnd end = period_end(date, Months{months}, FirstDay::excluded);
      ASSERT_EQ(to_string(end.on), written_end(next, months)) << to_string(date) << " + " << months;
      ASSERT_EQ(to_string(end.safe_on), written_end(from, months)) << to_string(date) << " + " << months;
      ASSERT_EQ(period_end(date, Months{months}, FirstDay::included).on, end.safe_on);
    }
  }
  EXPECT_EQ(compared, 2U * 60U * 1461U);
}

TEST(PeriodEnd, NeverDecreasesAsItsFirstDayMovesOn) {
  for (const FirstDay first : {FirstDay::excluded, FirstDay::included, FirstDay::not_stated}) {
    for (std::int32_t months = 1; months <= 60; ++months) {
      PeriodEnd before = period_end(day(2022, 12, 31), Months{months}, first);
      for (Date date = day(2023, 1, 1); date < day(2027, 1, 1); date = date + Days{1}) {
        const PeriodEnd end = period_end(date, Months{months}, first);
        ASSERT_GE(end.on, before.on);
        ASSERT_GE(end.safe_on, before.safe_on);
        ASSERT_GE(end.same_day_on, before.same_day_on);
        before = end;
      }
    }
  }
}

TEST(PeriodEnd, ReadsSilentTermsThreeWaysInOrder) {
  for (std::int32_t months = 1; months <= 60; ++months) {
    for (Date date = day(2023, 1, 1); date < day(2027, 1, 1); date = date + Days{1}) {
      const PeriodEnd end = period_end(date, Months{months}, FirstDay::not_stated);
      ASSERT_LE(end.safe_on, end.same_day_on);
      ASSERT_LE(end.same_day_on, end.on);
    }
  }
  const PeriodEnd end = period_end(day(2023, 2, 28), Months{12}, FirstDay::not_stated);
  EXPECT_EQ(to_string(end.safe_on), "2024-02-27");
  EXPECT_EQ(to_string(end.same_day_on), "2024-02-28");
  EXPECT_EQ(to_string(end.on), "2024-02-29");
}

TEST(PeriodEnd, CountsTheNthAnniversaryFromTheAnchorNotFromTheOneBefore) {
  const Date chained =
      period_end(period_end(day(2024, 1, 31), Months{1}, FirstDay::excluded).on, Months{1}, FirstDay::excluded).on;
  EXPECT_EQ(to_string(period_end(day(2024, 1, 31), Months{2}, FirstDay::excluded).on), "2024-03-31");
  EXPECT_EQ(to_string(chained), "2024-03-31");  // art. 143 again, from a month's last day
  EXPECT_EQ(to_string(period_end(day(2024, 1, 30), Months{2}, FirstDay::excluded).on), "2024-03-30");
}

TEST(PeriodEnd, CountsDays) {
  EXPECT_EQ(to_string(period_end(day(2024, 8, 1), Days{14}, FirstDay::included).on), "2024-08-14");
  EXPECT_EQ(to_string(period_end(day(2024, 8, 1), Days{14}, FirstDay::excluded).on), "2024-08-15");
  EXPECT_EQ(to_string(period_end(day(2024, 8, 1), Days{14}, FirstDay::not_stated).safe_on), "2024-08-14");
}

TEST(Date, KeepsEveryDayFrom1900To2199) {
  Written written{1900, 1, 1};
  for (Date date = kFirstDate; date <= kLastDate; date = date + Days{1}, written.step()) {
    ASSERT_EQ(to_string(date), written.text());
    ASSERT_EQ(parse_date(written.text(), false), DateSpan::day(date));
  }
}

TEST(ParseDate, TakesAMonthAsEveryDayOfIt) {
  EXPECT_EQ(parse_date("2024-02", true), (DateSpan{day(2024, 2, 1), day(2024, 2, 29)}));
  EXPECT_EQ(parse_date("2024-02", false), std::nullopt);
}

TEST(ParseDate, RefusesWhatIsNoDay) {
  for (const char* text :
       {"2023-02-29", "0000-00-00", "2023-13", "2023-00", "2023-01-00", "2023-1-1", "2023/01/01", "20230101",
        "2023-01-011", "", "2023-01-1x", "1899-12-31", "2200-01-01", "2023-01- 1", "+023-01-01"}) {
    EXPECT_EQ(parse_date(text, true), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace hosho
