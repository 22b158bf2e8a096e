#pragma once
/// Civil dates in Japan and the counting of periods. No clock, no time zone.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hosho {

/// An amount of days.
struct Days {
  std::int32_t count;
  friend constexpr bool operator==(Days, Days) = default;
};

/// An amount of calendar months. Months are never compared with days.
struct Months {
  std::int32_t count;
  friend constexpr bool operator==(Months, Months) = default;
};

/// Year, month 1..12 and day 1..31 as they are written.
struct CivilDay {
  std::int32_t year;
  std::int32_t month;
  std::int32_t day;
  friend constexpr bool operator==(CivilDay, CivilDay) = default;
};

/// Number of days in a month of the proleptic Gregorian calendar.
[[nodiscard]] constexpr std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept {
  constexpr std::int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

/// A civil date: one point, no time of day. Adding `Months` does not compile, because where a month ends is a rule
/// that the call has to name: see `period_end`.
class Date {
 public:
  /// Days since 1970-01-01.
  constexpr explicit Date(std::int32_t days_since_epoch) noexcept : days_(days_since_epoch) {}
  /// The date of a civil day that exists. Precondition: month 1..12, day 1..days_in_month.
  constexpr explicit Date(CivilDay civil) noexcept : days_(from_civil(civil)) {}

  [[nodiscard]] constexpr std::int32_t days_since_epoch() const noexcept { return days_; }
  [[nodiscard]] constexpr CivilDay civil() const noexcept;

  friend constexpr bool operator==(Date, Date) = default;
  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr Date operator+(Date date, Days days) noexcept { return Date(date.days_ + days.count); }
  friend constexpr Date operator-(Date date, Days days) noexcept { return Date(date.days_ - days.count); }
  friend constexpr Days operator-(Date left, Date right) noexcept { return Days{left.days_ - right.days_}; }

 private:
  static constexpr std::int32_t from_civil(CivilDay civil) noexcept;
  std::int32_t days_;
};

// Both conversions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
constexpr std::int32_t Date::from_civil(CivilDay civil) noexcept {
  const std::int32_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t month_from_march = civil.month + (civil.month > 2 ? -3 : 9);
  const std::int32_t day_of_year = (153 * month_from_march + 2) / 5 + civil.day - 1;
  const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

constexpr CivilDay Date::civil() const noexcept {
  const std::int32_t shifted = days_ + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int32_t month = month_from_march + (month_from_march < 10 ? 3 : -9);
  const std::int32_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

/// First and last day that the file format and a case may name.
inline constexpr Date kFirstDate{CivilDay{1900, 1, 1}};
inline constexpr Date kLastDate{CivilDay{2199, 12, 31}};

/// A date that is known only to lie between two days, both included: a forgotten day of a known month, or any day.
struct DateSpan {
  Date first;
  Date last;

  [[nodiscard]] static constexpr DateSpan day(Date date) noexcept { return {date, date}; }
  [[nodiscard]] static constexpr DateSpan any() noexcept { return {kFirstDate, kLastDate}; }
  [[nodiscard]] constexpr bool is_day() const noexcept { return first == last; }
  friend constexpr bool operator==(DateSpan, DateSpan) = default;
};

/// Reads `YYYY-MM-DD` or, if `month_allowed`, `YYYY-MM`. Nothing for a day that does not exist or lies outside
/// kFirstDate..kLastDate.
[[nodiscard]] std::optional<DateSpan> parse_date(std::string_view text, bool month_allowed) noexcept;

/// `YYYY-MM-DD`.
[[nodiscard]] std::string to_string(Date date);

/// Whether the day from which a period counts is its first day.
enum class FirstDay : std::uint8_t {
  excluded,    ///< Civil Code art. 140: the count starts on the next day
  included,    ///< the terms say so (を含めて, から起算して)
  not_stated,  ///< the terms name no start
};

/// The last day of a period. All three are equal unless the reading matters.
struct PeriodEnd {
  Date on;           ///< by the stated counting, else by Civil Code arts. 140 and 143
  Date safe_on;      ///< the earliest last day under any defensible reading: the first day counted
  Date same_day_on;  ///< the same day of the last month, clipped to its end; what a reader of silent terms may expect
  friend constexpr bool operator==(PeriodEnd, PeriodEnd) = default;
};

/// The last day of `length` from `from`. Never decreases as `from` moves on.
/// @see Civil Code of Japan, arts. 140 (first day) and 143 (calendar months)
[[nodiscard]] PeriodEnd period_end(Date from, Months length, FirstDay first_day) noexcept;
[[nodiscard]] PeriodEnd period_end(Date from, Days length, FirstDay first_day) noexcept;

}  // namespace hosho
