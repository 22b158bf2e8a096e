#include "claim_year.h"

#include <algorithm>

#include "finding.h"
#include "sort_by.h"

namespace hosho {
namespace {

constexpr std::int32_t kMonthsOfAYear = 12;
constexpr std::int32_t kMostYears = 100;
constexpr std::int32_t kDaysOfAMonth = 31;
/// A claim further back lies in no window any more; what it opens as the first is as with one year less.
constexpr std::int32_t kYearsAround = 3;

/// First day of the `k`-th year after `anchor`, the first day counted: from 29 February it is 1 March in a year
/// without.
Date anniversary(Date anchor, std::int32_t k) {
  if (k == 0) return anchor;
  return period_end(anchor, Months{k * kMonthsOfAYear}, FirstDay::included).on + Days{1};
}

/// The day before an anniversary that its year lacks: a reader of the same date may take it for the anniversary.
bool is_disputed(Date anchor, std::int32_t k, Date day) {
  const bool lacks = anchor.civil().month == 2 && anchor.civil().day == 29 && anniversary(anchor, k).civil().day == 1;
  return lacks && day == anniversary(anchor, k) - Days{1};
}

std::int64_t count_between(const std::vector<Date>& claims, Date first, Date last) {
  return std::count_if(claims.begin(), claims.end(), [&](Date claim) { return first <= claim && claim <= last; });
}

/// Windows that open on the anniversaries of `anchor`, fixed for ever.
ClaimCount count_from(Date anchor, const std::vector<Date>& claims, Date day) {
  ClaimCount out;
  if (day < anchor) return out;
  std::int32_t k = 0;
  while (k < kMostYears && anniversary(anchor, k + 1) <= day) ++k;
  out.least = out.most = count_between(claims, anniversary(anchor, k), day);
  out.next_window = out.next_window_safe = anniversary(anchor, k + 1);
  if (is_disputed(anchor, k + 1, day)) out.least = 0;  // the next window may have opened
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

/// Windows from a day of the case; where it is known only to its month, over every day of that; without it any number
/// may count.
ClaimCount count_from_fact(Fact fact, const std::vector<Date>& claims, Date day, const Situation& situation) {
  const DateSpan anchor = situation.value(fact).day;
  if (anchor.is_day()) return count_from(anchor.first, claims, day);
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
      return claims.empty() ? ClaimCount{} : count_from(claims.front(), claims, day);
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
  for (const ClaimCount& other : open) {
    if (settled.least <= other.least && other.most <= settled.most) continue;
    out.least = std::min(out.least, other.least);
    out.most = std::max(out.most, other.most);
    add_all_once(out.missing, other.missing);
  }
  out.next_window.reset();
  out.next_window_safe.reset();
  return out;
}

bool counts_surely(const LimitClause& limit, const Claim& claim) {
  return claim.kind ? limit.counts.contains(*claim.kind) : limit.counts.bits == KindSet::every().bits;
}

bool may_count(const LimitClause& limit, const Claim& claim) {
  return !claim.kind || limit.counts.contains(*claim.kind);
}

std::vector<Date> in_order(std::vector<Date> days) {
  sort_by(days, [](Date a, Date b) { return a < b; });
  return days;
}

/// Of any of the claims nothing is sure but how many there are.
ClaimCount open_count(const LimitClause& limit, const std::vector<Claim>& claims) {
  ClaimCount out;
  for (const Claim& claim : claims) {
    out.most += may_count(limit, claim) ? 1 : 0;
    if (limit.year == ClaimYear::whole_term) out.least += counts_surely(limit, claim) ? 1 : 0;
  }
  if (out.least < out.most) out.missing.push_back(Fact::cover_claims_on);
  return out;
}

/// Days inside a stretch on which some count may change: a claim, its anniversary, those of the anchors, a new year.
std::vector<Date> breaks_in(const std::vector<Date>& claims, DateSpan days, const Situation& situation) {
  std::vector<Date> anchors = claims;
  for (const Fact fact : {Fact::cover_joined_on, Fact::cover_started_on, Fact::device_bought_on}) {
    const DateSpan anchor = situation.value(fact).day;
    if (anchor.is_day()) anchors.push_back(anchor.first);
  }
  std::vector<Date> out;
  const Date quiet = anniversary(claims.back(), 2);  // from here on no window holds a claim
  const auto add = [&](Date date) {
    if (days.first < date && date <= days.last && date <= quiet) add_once(out, date);
  };
  for (const Date anchor : anchors) {
    for (std::int32_t k = 0; k < kMostYears && anniversary(anchor, k) <= quiet; ++k) {
      add(anniversary(anchor, k));
      if (is_disputed(anchor, k, anniversary(anchor, k) - Days{1})) add(anniversary(anchor, k) - Days{1});
    }
  }
  for (std::int32_t year = claims.front().civil().year; year <= quiet.civil().year; ++year)
    add(Date(CivilDay{year, 1, 1}));
  return out;
}

/// The days of change are cuts of the day of the incident.
void note_breaks(const std::vector<Date>& breaks, DateSpan days, const Situation& situation) {
  if (breaks.empty()) return;
  for (int reading = 0; reading < 2; ++reading) {
    situation.begin_reading();
    situation.note(Fact::incident_on, FactValue::of(DateSpan::day(days.first)));
    for (const Date date : breaks) situation.note(Fact::incident_on, FactValue::of(DateSpan::day(date)));
  }
}

ClaimCount count_on(const LimitClause& limit, const std::vector<Date>& days, Date day, const Situation& situation) {
  std::vector<Date> until;
  for (const Date claim : days) {
    if (claim <= day) until.push_back(claim);
  }
  return limit.year == ClaimYear::not_stated ? count_under_all(until, day, situation)
                                             : count_under(limit.year, until, day, situation);
}

/// Either of two counts; which window comes next is then not settled.
void widen(ClaimCount& out, const ClaimCount& other) {
  out.least = std::min(out.least, other.least);
  out.most = std::max(out.most, other.most);
  add_all_once(out.missing, other.missing);
  out.next_window.reset();
  out.next_window_safe.reset();
}

/// Days that are known, counted on the day of the incident.
ClaimCount count_known(const LimitClause& limit, std::vector<Date> days, const Situation& situation) {
  ClaimCount out;
  if (days.empty()) return out;
  const DateSpan open = situation.facts[Fact::incident_on].day;
  const std::vector<Date> breaks = breaks_in(days, open, situation);
  note_breaks(breaks, open, situation);
  out = count_on(limit, days, open.first, situation);
  for (const Date day : breaks) widen(out, count_on(limit, days, day, situation));
  if (!breaks.empty() && out.least < out.most) add_once(out.missing, Fact::incident_on);
  return out;
}

/// Days of a stretch that stand otherwise to the days around them than the day before does.
std::vector<Date> telling_days(DateSpan open, std::vector<Date> around, const Situation& situation) {
  for (const Fact fact : {Fact::incident_on, Fact::cover_joined_on, Fact::cover_started_on, Fact::device_bought_on}) {
    const DateSpan day = situation.value(fact).day;
    if (day.is_day()) around.push_back(day.first);
  }
  std::vector<Date> out;
  for (const Date date : around) {
    for (std::int32_t years = -kYearsAround; years <= 1; ++years) {
      const CivilDay civil = date.civil();
      const std::int32_t year = civil.year + years;
      const Date same(CivilDay{year, civil.month, std::min(civil.day, days_in_month(year, civil.month))});
      for (const std::int32_t step : {-1, 0, 1, 2}) {
        const Date told = same + Days{step};
        if (open.first <= told && told <= open.last) add_once(out, told);
      }
    }
  }
  return out;
}

/// One day of a claim is forgotten: over every day that it may have been.
ClaimCount count_forgotten(const LimitClause& limit, std::vector<Date> days, DateSpan open,
                           const Situation& situation) {
  const Date last = situation.facts[Fact::incident_on].day.last;
  const DateSpan before{open.first, std::max(open.first, std::min(open.last, last))};
  std::optional<ClaimCount> out;
  for (const Date told : telling_days(before, days, situation)) {
    std::vector<Date> all = days;
    all.push_back(told);
    const ClaimCount one = count_known(limit, in_order(std::move(all)), situation);
    if (!out) out = one;
    widen(*out, one);
  }
  if (!out) return count_known(limit, in_order(std::move(days)), situation);
  if (out->least < out->most) add_once(out->missing, Fact::cover_claims_on);
  return *out;
}

/// Claims of which the days are known, or all but one.
std::optional<ClaimCount> count_days(const LimitClause& limit, const std::vector<Claim>& claims, bool with_unnamed,
                                     const Situation& situation) {
  std::vector<Date> days;
  std::optional<DateSpan> open;
  for (const Claim& claim : claims) {
    if (!(with_unnamed ? may_count(limit, claim) : counts_surely(limit, claim))) continue;
    if (!claim.on.is_day() && open) return std::nullopt;
    if (claim.on.is_day()) {
      days.push_back(claim.on.first);
    } else {
      open = claim.on;
    }
  }
  return open ? count_forgotten(limit, std::move(days), *open, situation)
              : count_known(limit, in_order(std::move(days)), situation);
}

/// Claims of which nothing is said: none, or as many as there may be.
ClaimCount count_unsaid(const LimitClause& limit, const Situation& situation) {
  const FactValue number = situation.value(Fact::cover_claims);
  ClaimCount out;
  if (number.is_said()) {
    out.least = out.most = number.number;
    return out;
  }
  situation.begin_reading();
  for (std::int64_t count = 0; count <= limit.claims; ++count) {
    situation.note(Fact::cover_claims, FactValue::of(count));
  }
  out.most = limit.claims;
  out.missing.push_back(Fact::cover_claims);
  return out;
}

ClaimCount count_same_year(const LimitClause& limit, const std::vector<YearClaim>& claims) {
  ClaimCount out;
  for (const YearClaim& claim : claims) {
    if (!limit.counts.contains(claim.kind)) continue;
    ++out.most;
    out.least += claim.sure ? 1 : 0;
  }
  return out;
}

}  // namespace

ClaimCount count_claims(const LimitClause& limit, const Situation& situation) {
  if (situation.same_year != nullptr) return count_same_year(limit, *situation.same_year);
  const auto& claims = situation.cover->claims;
  if (!claims) return count_unsaid(limit, situation);
  const auto fewest = count_days(limit, *claims, false, situation);
  auto out = count_days(limit, *claims, true, situation);
  if (!fewest || !out) return open_count(limit, *claims);
  if (fewest->least < out->least) {
    out->least = fewest->least;
    add_once(out->missing, Fact::cover_claims_kind);
  }
  return *out;
}

}  // namespace hosho
