#include "hosho/date.h"

#include <algorithm>
#include <array>

namespace hosho {
namespace {

/// Digits only, no sign; -1 if there is anything else.
std::int32_t read_digits(std::string_view text) noexcept {
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// The month `months` after the month of `date`, its day still 1.
CivilDay month_after(CivilDay date, std::int32_t months) noexcept {
  const std::int32_t index = date.year * 12 + (date.month - 1) + months;
  const std::int32_t year = (index >= 0 ? index : index - 11) / 12;
  return {year, index - year * 12 + 1, 1};
}

/// Art. 143(2): the day before the day that corresponds to `start`; if the last month has no such day, its last day.
Date end_of_months(Date start, Months length) noexcept {
  CivilDay target = month_after(start.civil(), length.count);
  const std::int32_t day = start.civil().day;
  const std::int32_t month_length = days_in_month(target.year, target.month);
  if (day > month_length) return Date(CivilDay{target.year, target.month, month_length});
  target.day = day;
  return Date(target) - Days{1};
}

/// The same day of the last month, or that month's last day.
Date same_day(Date from, Months length) noexcept {
  CivilDay target = month_after(from.civil(), length.count);
  target.day = std::min(from.civil().day, days_in_month(target.year, target.month));
  return Date(target);
}

}  // namespace

std::optional<DateSpan> parse_date(std::string_view text, bool month_allowed) noexcept {
  const bool month_only = text.size() == 7;
  if ((text.size() != 10 && !(month_only && month_allowed)) || text[4] != '-') return std::nullopt;
  const std::int32_t year = read_digits(text.substr(0, 4));
  const std::int32_t month = read_digits(text.substr(5, 2));
  const std::int32_t first_year = kFirstDate.civil().year;
  const std::int32_t last_year = kLastDate.civil().year;
  if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
  const std::int32_t length = days_in_month(year, month);
  if (month_only) return DateSpan{Date(CivilDay{year, month, 1}), Date(CivilDay{year, month, length})};
  const std::int32_t day = text[7] == '-' ? read_digits(text.substr(8, 2)) : -1;
  if (day < 1 || day > length) return std::nullopt;
  return DateSpan::day(Date(CivilDay{year, month, day}));
}

std::string to_string(Date date) {
  const CivilDay civil = date.civil();
  std::string out = "0000-00-00";
  const auto put = [&out](std::size_t last, std::int32_t value, std::size_t digits) {
    for (std::size_t i = 0; i < digits; ++i, value /= 10) out[last - i] = static_cast<char>('0' + value % 10);
  };
  put(3, civil.year, 4);
  put(6, civil.month, 2);
  put(9, civil.day, 2);
  return out;
}

PeriodEnd period_end(Date from, Months length, FirstDay first_day) noexcept {
  const Date counted = end_of_months(from, length);
  const Date not_counted = end_of_months(from + Days{1}, length);
  switch (first_day) {
    case FirstDay::included:
      return {counted, counted, counted};
    case FirstDay::excluded:
      return {not_counted, counted, not_counted};
    case FirstDay::not_stated:
      break;
  }
  return {not_counted, counted, same_day(from, length)};
}

PeriodEnd period_end(Date from, Days length, FirstDay first_day) noexcept {
  const Date counted = from + Days{length.count - 1};
  if (first_day == FirstDay::included) return {counted, counted, counted};
  const Date not_counted = from + length;
  return {not_counted, counted, not_counted};
}

}  // namespace hosho
