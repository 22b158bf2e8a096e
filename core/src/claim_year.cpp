#include "claim_year.h"

#include <algorithm>

#include "claim_readings.h"
#include "finding.h"
#include "sort_by.h"

namespace hosho {
namespace {

/// A claim further back lies in no window any more; what it opens as the first is as with one year less.
constexpr std::int32_t kYearsAround = 3;

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
ClaimCount open_count(const LimitClause& limit, const std::vector<Claim>& claims, const Situation& situation) {
  ClaimCount out;
  for (const Claim& claim : claims) {
    out.most += may_count(limit, claim) ? 1 : 0;
    if (limit.year == ClaimYear::whole_term) out.least += counts_surely(limit, claim) ? 1 : 0;
  }
  if (out.least < out.most) out.missing.push_back(Fact::cover_claims_on);
  if (out.least < out.most && !situation.facts[Fact::incident_on].day.is_day()) {
    out.missing.push_back(Fact::incident_on);
  }
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

/// Either of two counts.
void widen(ClaimCount& out, const ClaimCount& other) {
  out.least = std::min(out.least, other.least);
  out.most = std::max(out.most, other.most);
  if (!other.settled) out.settled.reset();
  if (out.settled) {
    const auto both = std::make_pair(std::max(out.settled->first, other.settled->first),
                                     std::min(out.settled->second, other.settled->second));
    out.settled = both.first <= both.second ? std::optional(both) : std::nullopt;
  }
  add_all_once(out.missing, other.missing);
}

/// Days that are known, counted on the day of the incident.
ClaimCount count_known(const LimitClause& limit, const std::vector<Date>& days, const Situation& situation) {
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

/// Days of a stretch that stand otherwise to the days around them than the day before does, and both its ends.
std::vector<Date> telling_days(DateSpan open, std::vector<Date> around, const Situation& situation) {
  for (const Fact fact : {Fact::incident_on, Fact::cover_joined_on, Fact::cover_started_on, Fact::device_bought_on}) {
    const DateSpan day = situation.value(fact).day;
    if (day.is_day()) around.push_back(day.first);
  }
  std::int32_t first_year = open.last.civil().year;
  for (const Date date : around) first_year = std::min(first_year, date.civil().year - kYearsAround);
  std::vector<Date> out = {open.first, open.last};
  for (std::int32_t year = std::max(first_year, open.first.civil().year); year <= open.last.civil().year; ++year) {
    for (const Date date : around) {
      const CivilDay civil = date.civil();
      const Date same(CivilDay{year, civil.month, std::min(civil.day, days_in_month(year, civil.month))});
      for (const std::int32_t step : {-1, 0, 1, 2}) {
        const Date told = same + Days{step};
        if (open.first <= told && told <= open.last) add_once(out, told);
      }
    }
    const Date new_year(CivilDay{year, 1, 1});
    if (open.first <= new_year) add_once(out, new_year);
  }
  return out;
}

/// The fact that stands for the day of a claim can do so for one claim alone.
bool only_one_is_open(const std::vector<Claim>& claims) {
  return std::count_if(claims.begin(), claims.end(), [](const Claim& claim) { return !claim.on.is_day(); }) == 1;
}

/// One day of a claim is forgotten: over every day that it may have been. Where the count changes is a cut of that day.
ClaimCount count_forgotten(const LimitClause& limit, const std::vector<Date>& days, DateSpan open,
                           const Situation& situation) {
  const Date last = situation.facts[Fact::incident_on].day.last;
  const DateSpan before{open.first, std::max(open.first, std::min(open.last, last))};
  const bool may_be_told = !situation.as_claimed && only_one_is_open(*situation.cover->claims);
  situation.begin_reading();
  std::optional<ClaimCount> out;
  ClaimCount previous;
  const auto meet = [&](Date from, const ClaimCount& one) {
    const bool turns = !out || one != previous;
    if (turns && may_be_told) situation.note(Fact::cover_claims_on, FactValue::of(DateSpan::day(from)));
    previous = one;
    if (!out) out = one;
    widen(*out, one);
  };
  for (const Date told : in_order(telling_days(before, days, situation))) {
    std::vector<Date> all = days;
    all.push_back(told);
    meet(told, count_known(limit, in_order(std::move(all)), situation));
  }
  const bool may_come_after = open.last > last;
  if (may_come_after) meet(std::max(open.first, last + Days{1}), count_known(limit, in_order(days), situation));
  if (out->least < out->most) add_once(out->missing, Fact::cover_claims_on);
  return *out;
}

/// More days than a month has.
bool is_long(DateSpan days) {
  constexpr std::int32_t kDaysOfAMonth = 31;
  return (days.last - days.first).count >= kDaysOfAMonth;
}

DateSpan common(DateSpan a, DateSpan b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }

/// Claims of which the days are known, or all but one. Nothing if more is open, or if that one may be anywhere beside
/// an incident that may be anywhere.
std::optional<ClaimCount> count_days(const LimitClause& limit, const std::vector<Claim>& claims, bool with_unnamed,
                                     const Situation& situation) {
  std::vector<Date> days;
  std::optional<DateSpan> open;
  const DateSpan told = situation.value(Fact::cover_claims_on).day;
  for (const Claim& claim : claims) {
    if (!(with_unnamed ? may_count(limit, claim) : counts_surely(limit, claim))) continue;
    const DateSpan on = claim.on.is_day() ? claim.on : common(claim.on, told);
    if (!on.is_day() && open) return std::nullopt;
    if (on.is_day()) {
      days.push_back(on.first);
    } else {
      open = on;
    }
  }
  if (open && is_long(*open) && is_long(situation.facts[Fact::incident_on].day)) return std::nullopt;
  return open ? count_forgotten(limit, days, *open, situation)
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
  auto out = count_days(limit, *claims, true, situation);
  if (!out) return open_count(limit, *claims, situation);
  const bool kind_open = std::any_of(claims->begin(), claims->end(), [&limit](const Claim& claim) {
    return may_count(limit, claim) && !counts_surely(limit, claim);
  });
  if (!kind_open) return *out;
  const auto fewest = count_days(limit, *claims, false, situation);
  if (fewest->least < out->least) {
    out->least = fewest->least;
    add_once(out->missing, Fact::cover_claims_kind);
  }
  return *out;
}

}  // namespace hosho
