#include "claim_readings.h"

#include <algorithm>
#include <utility>

#include "finding.h"
#include "periods.h"

namespace hosho {
namespace {

constexpr std::int32_t kMonthsOfAYear = 12;
constexpr std::int32_t kDaysOfAMonth = 31;

/// Whether a year opens on 1 March because it lacks the 29 February of its anchor.
bool stands_in(Date opening, Date anchor) {
  const CivilDay civil = anchor.civil();
  return civil.month == 2 && civil.day == 29 && opening.civil().day == 1;
}

/// Years that have passed from `anchor` to `day`.
std::int32_t years_passed(Date anchor, Date day) {
  std::int32_t years = std::max<std::int32_t>(0, day.civil().year - anchor.civil().year - 1);
  while (anniversary(anchor, years + 1) <= day) ++years;
  return years;
}

std::int64_t count_between(const std::vector<Date>& claims, Date first, Date last) {
  return std::count_if(claims.begin(), claims.end(), [&](Date claim) { return first <= claim && claim <= last; });
}

/// Windows that open on the anniversaries of `anchor`, fixed for ever: before it as after it.
ClaimCount count_from(Date anchor, const std::vector<Date>& claims, Date day) {
  constexpr std::int32_t kLeapCycle = 4;
  ClaimCount out;
  while (day < anchor) {
    const CivilDay civil = anchor.civil();
    const std::int32_t year = civil.year - kLeapCycle;
    anchor = Date(CivilDay{year, civil.month, std::min(civil.day, days_in_month(year, civil.month))});
  }
  out.least = out.most = count_between(claims, anniversary(anchor, years_passed(anchor, day)), day);
  return out;
}

/// Windows of the first use. On the day before one that stands in for 29 February the next may have opened.
ClaimCount count_first_use(const std::vector<Date>& claims, Date day) {
  if (claims.empty()) return {};
  ClaimCount out = count_from(claims.front(), claims, day);
  const Date next = next_anniversary(claims.front(), day);
  if (day + Days{1} == next && stands_in(next, claims.front())) out.least = count_between(claims, day, day);
  return out;
}

ClaimCount exactly(std::int64_t count) {
  ClaimCount out;
  out.least = out.most = count;
  return out;
}

/// A claim opens a year; after it the next claim opens the next.
ClaimCount count_opened(const std::vector<Date>& claims, Date day) {
  std::int64_t count = 0;
  std::optional<Date> opened;
  for (const Date claim : claims) {
    if (!opened || claim >= anniversary(*opened, 1)) {
      opened = claim;
      count = 0;
    }
    ++count;
  }
  return exactly(opened && day < anniversary(*opened, 1) ? count : 0);
}

ClaimCount count_rolling(const std::vector<Date>& claims, Date day) {
  return exactly(
      std::count_if(claims.begin(), claims.end(), [day](Date claim) { return day < anniversary(claim, 1); }));
}

ClaimCount count_calendar(const std::vector<Date>& claims, Date day) {
  const std::int32_t year = day.civil().year;
  return exactly(count_between(claims, Date(CivilDay{year, 1, 1}), day));
}

/// Where a count turns as its anchor moves on: a day later than a claim or than the incident, in the year up to it. An
/// earlier anchor has the windows of one of these.
void note_anchor(Fact fact, const std::vector<Date>& claims, Date day, const Situation& situation) {
  situation.begin_reading();
  std::vector<Date> turns = claims;
  turns.push_back(day);
  for (const Date turn : turns) {
    for (std::int32_t year = claims.front().civil().year - 1; year <= turn.civil().year; ++year) {
      const CivilDay civil = turn.civil();
      const Date same(CivilDay{year, civil.month, std::min(civil.day, days_in_month(year, civil.month))});
      for (const std::int32_t step : {0, 1, 2}) note_day(fact, same + Days{step}, situation);
    }
  }
}

/// Windows from a day of the case; where it is known only to its month, over every day of that; without it any number
/// may count.
ClaimCount count_from_fact(Fact fact, const std::vector<Date>& claims, Date day, const Situation& situation) {
  const DateSpan anchor = situation.value(fact).day;
  if (anchor.is_day()) return count_from(anchor.first, claims, day);
  if (situation.as_claimed && !claims.empty()) note_anchor(fact, claims, day, situation);
  ClaimCount out = count_rolling(claims, day);  // no window of a year holds more than the year before the day
  out.least = count_between(claims, day, day);
  if ((anchor.last - anchor.first).count < kDaysOfAMonth) {
    std::swap(out.least, out.most);
    for (Date first = anchor.first; first <= anchor.last; first = first + Days{1}) {
      const ClaimCount one = count_from(first, claims, day);
      out.least = std::min(out.least, one.least);
      out.most = std::max(out.most, one.most);
    }
  }
  if (out.least < out.most) out.missing.push_back(fact);
  return out;
}

ClaimCount count_under(ClaimYear year, const std::vector<Date>& claims, Date day, const Situation& situation) {
  switch (year) {
    case ClaimYear::first_use:
      return count_first_use(claims, day);
    case ClaimYear::opened_by_claim:
      return count_opened(claims, day);
    case ClaimYear::joined:
      return count_from_fact(Fact::cover_joined_on, claims, day, situation);
    case ClaimYear::started:
      return count_from_fact(Fact::cover_started_on, claims, day, situation);
    case ClaimYear::bought:
      return count_from_fact(Fact::device_bought_on, claims, day, situation);
    case ClaimYear::calendar:
      return count_calendar(claims, day);
    case ClaimYear::rolling:
      return count_rolling(claims, day);
    case ClaimYear::whole_term:
    case ClaimYear::not_stated:
      break;
  }
  return exactly(static_cast<std::int64_t>(claims.size()));
}

/// Every reading that silent terms allow. A day that only one of them goes by is missing only if that reading may fall
/// outside of what the settled ones span.
ClaimCount count_under_all(const std::vector<Date>& claims, Date day, const Situation& situation) {
  ClaimCount out = count_under(ClaimYear::first_use, claims, day, situation);
  std::vector<ClaimCount> open;
  for (const ClaimYear year : {ClaimYear::opened_by_claim, ClaimYear::joined, ClaimYear::started, ClaimYear::bought,
                               ClaimYear::calendar, ClaimYear::rolling}) {
    const ClaimCount other = count_under(year, claims, day, situation);
    if (!other.missing.empty()) open.push_back(other);
    if (!other.missing.empty()) continue;
    out.least = std::min(out.least, other.least);
    out.most = std::max(out.most, other.most);
  }
  const ClaimCount settled = out;
  out.settled = std::make_pair(settled.least, settled.most);
  for (const ClaimCount& other : open) {
    if (settled.least <= other.least && other.most <= settled.most) continue;
    out.least = std::min(out.least, other.least);
    out.most = std::max(out.most, other.most);
    add_all_once(out.missing, other.missing);
  }
  return out;
}

}  // namespace

Date anniversary(Date anchor, std::int32_t k) {
  if (k == 0) return anchor;
  return period_end(anchor, Months{k * kMonthsOfAYear}, FirstDay::included).on + Days{1};
}

Date next_anniversary(Date anchor, Date day) { return anniversary(anchor, years_passed(anchor, day) + 1); }

std::vector<Date> breaks_in(const std::vector<Date>& claims, DateSpan days, const Situation& situation) {
  std::vector<Date> anchors = claims;
  bool all_known = true;
  for (const Fact fact : {Fact::cover_joined_on, Fact::cover_started_on, Fact::device_bought_on}) {
    const DateSpan anchor = situation.value(fact).day;
    if (anchor.is_day()) anchors.push_back(anchor.first);
    all_known = all_known && anchor.is_day();
  }
  std::vector<Date> out;
  const Date quiet = anniversary(claims.back(), 2);  // from here on no window holds a claim
  const auto add = [&](Date date) {
    if (days.first < date && date <= days.last && date <= quiet) add_once(out, date);
  };
  if (!all_known) {  // a window of which the first day is not known may open on the day after a claim
    for (const Date claim : claims) add(claim + Days{1});
  }
  for (const Date anchor : anchors) {
    for (std::int32_t k = years_passed(anchor, days.first); anniversary(anchor, k) <= quiet; ++k) {
      const Date opening = anniversary(anchor, k);
      add(opening);
      if (stands_in(opening, anchor)) add(opening - Days{1});
    }
  }
  for (std::int32_t year = claims.front().civil().year; year <= quiet.civil().year; ++year)
    add(Date(CivilDay{year, 1, 1}));
  return out;
}

ClaimCount count_on(const LimitClause& limit, const std::vector<Date>& days, Date day, const Situation& situation) {
  std::vector<Date> until;
  for (const Date claim : days) {
    if (claim <= day) until.push_back(claim);
  }
  return limit.year == ClaimYear::not_stated ? count_under_all(until, day, situation)
                                             : count_under(limit.year, until, day, situation);
}

}  // namespace hosho
