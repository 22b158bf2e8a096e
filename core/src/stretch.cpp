#include "stretch.h"

#include <algorithm>

namespace hosho {
namespace {

using Rule = PartMonth::Rule;

/// What the month of `days` costs in days, all of them lying in one month.
MonthShare share_of(DateSpan days, bool is_first, const Opening& opening) {
  const CivilDay first = days.first.civil();
  const CivilDay last = days.last.civil();
  const std::int32_t of = days_in_month(first.year, first.month);
  const bool begins = is_first && opening.begins_cover;
  const Rule entering = begins ? opening.first : Rule::not_stated;
  const Rule leaving = last.day < of ? opening.leaving : Rule::full;
  if ((begins && entering == Rule::free) || leaving == Rule::free) return {0, 0, of};
  const std::int32_t least_last = leaving == Rule::full ? of : last.day;
  const std::int32_t most_last = leaving == Rule::pro_rata ? last.day : of;
  const std::int32_t least_first = entering == Rule::full ? 1 : first.day;
  const std::int32_t most_first = entering == Rule::pro_rata ? first.day : 1;
  const bool may_be_free = begins && entering == Rule::not_stated && !opening.answers_at_once;
  return {may_be_free ? 0 : least_last - least_first + 1, most_last - most_first + 1, of};
}

/// The last day of the month of `date`.
Date month_end(Date date) {
  const CivilDay civil = date.civil();
  return date + Days{days_in_month(civil.year, civil.month) - civil.day};
}

}  // namespace

std::vector<MonthShare> months_of(DateSpan days, const Opening& opening) {
  std::vector<MonthShare> out;
  for (Date first = days.first; first <= days.last; first = month_end(first) + Days{1}) {
    out.push_back(share_of({first, std::min(month_end(first), days.last)}, out.empty(), opening));
  }
  return out;
}

YenRange charge_for(const std::vector<MonthShare>& months, const YenRange& fee, FreeCount free) {
  std::int64_t least = 0;
  std::int64_t most = 0;
  for (const MonthShare& month : months) {
    const bool least_charged = month.least > 0 && --free.most < 0;
    const bool most_charged = month.most > 0 && --free.least < 0;
    if (least_charged) least += fee.min.amount * month.least / month.of;
    if (most_charged) most += (fee.max.value_or(Yen{1}).amount * month.most + month.of - 1) / month.of;
  }
  YenRange out{Yen{least}, std::nullopt, fee.approx};
  if (fee.max || most == 0) out.max = Yen{most};
  return out;
}

}  // namespace hosho
