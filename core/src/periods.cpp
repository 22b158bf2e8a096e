#include "periods.h"

#include <algorithm>
#include <utility>

namespace hosho {
namespace {

constexpr std::string_view kLastDayDisputed = "last_day_disputed";
constexpr std::string_view kLastDayConvention = "last_day_convention";

/// First anchor whose end, as `pick` reads it, reaches `day`. Ends never decrease as the anchor moves on.
template <class Pick>
Date first_anchor_reaching(Date day, const Period& period, DateSpan within, Pick pick) {
  Date low = within.first;
  Date high = within.last + Days{1};
  while (low < high) {
    const Date middle = low + Days{(high - low).count / 2};
    if (pick(period.end_from(middle)) < day) {
      low = middle + Days{1};
    } else {
      high = middle;
    }
  }
  return low;
}

void note_period_cuts(Fact day, const Period& period, const Situation& situation) {
  if (situation.cuts == nullptr) return;
  situation.begin_reading();
  const DateSpan when = situation.value(day).day;
  const DateSpan anchor = situation.value(period.of).day;
  const auto on = [](const PeriodEnd& end) { return end.on; };
  const auto same_day = [](const PeriodEnd& end) { return end.same_day_on; };
  if (when.is_day() || situation.as_claimed) {
    for (const Date date : {when.first, when.last}) {
      note_day(period.of, first_anchor_reaching(date, period, anchor, on), situation);
      note_day(period.of, first_anchor_reaching(date, period, anchor, same_day), situation);
    }
  } else if (anchor.is_day()) {
    const PeriodEnd end = period.end_from(anchor.first);
    note_day(day, end.on + Days{1}, situation);
    note_day(day, end.same_day_on + Days{1}, situation);
  }
}

/// Inside, outside, or between the readings, over every day and every anchor.
Finding compare_with_end(DateSpan when, const PeriodEnd& earliest, const PeriodEnd& latest, ReasonCode code,
                         std::string_view clause, CiteRef cite) {
  if (when.last <= earliest.same_day_on) {
    Finding out = plain(Truth::yes, code, clause, cite);
    if (when.last > earliest.safe_on) out.warnings.push_back({kLastDayDisputed, cite, {}});
    return out;
  }
  if (when.first > latest.on) return plain(Truth::no, code, clause, cite);
  if (when.is_day() && earliest == latest) return silent(kLastDayConvention, code, clause, cite);
  return plain(Truth::unknown, code, clause, cite);
}

}  // namespace

void note_day(Fact fact, Date cut, const Situation& situation) {
  const DateSpan open = situation.value(fact).day;
  if (open.is_day()) return;
  situation.note(fact, FactValue::of(DateSpan::day(open.first)));
  if (open.first < cut && cut <= open.last) situation.note(fact, FactValue::of(DateSpan::day(cut)));
}

void wait_for(Finding& out, std::initializer_list<Fact> facts, const Situation& situation) {
  for (const Fact fact : facts) {
    if (!situation.value(fact).day.is_day()) add_once(out.missing, fact);
  }
}

Finding not_after(Fact day, const Period& period, std::string_view clause, CiteRef cite, const Situation& situation) {
  const DateSpan when = situation.value(day).day;
  const FactValue anchor = situation.value(period.of);
  const PeriodEnd earliest = period.end_from(anchor.day.first);
  const PeriodEnd latest = period.end_from(anchor.day.last);
  note_period_cuts(day, period, situation);
  Finding out = compare_with_end(when, earliest, latest, ReasonCode::within_period, clause, cite);
  if (out.truth == Truth::unknown) wait_for(out, {day, period.of}, situation);
  out.reason.facts = {period.of, day};
  out.reason.period = period;
  if (anchor.is_said()) {
    out.reason.on = DateSpan{earliest.on, latest.on};
    out.reason.safe_on = DateSpan{earliest.safe_on, latest.safe_on};
    if (situation.value(day).is_said()) {
      out.reason.margin_min = (earliest.on - when.last).count;
      out.reason.margin_max = (latest.on - when.first).count;
    }
  }
  return out;
}

Finding not_before_span(Fact day, DateSpan first, std::string_view clause, CiteRef cite, const Situation& situation) {
  const FactValue when = situation.value(day);
  situation.begin_reading();
  if (first.is_day()) note_day(day, first.first, situation);
  Truth truth = Truth::unknown;
  if (first.last <= when.day.first) truth = Truth::yes;
  if (when.day.last < first.first) truth = Truth::no;
  Finding out = plain(truth, ReasonCode::not_before, clause, cite);
  if (first == DateSpan::any()) return out;
  out.reason.on = first;
  if (when.is_said()) {
    out.reason.margin_min = (when.day.first - first.last).count;
    out.reason.margin_max = (when.day.last - first.first).count;
  }
  return out;
}

Finding not_before(Fact day, Fact anchor, std::string_view clause, CiteRef cite, const Situation& situation) {
  const DateSpan when = situation.value(day).day;
  situation.begin_reading();
  if (when.is_day()) note_day(anchor, when.first + Days{1}, situation);
  Finding out = not_before_span(day, situation.value(anchor).day, clause, cite, situation);
  if (out.truth == Truth::unknown) wait_for(out, {day, anchor}, situation);
  out.reason.facts = {anchor, day};
  return out;
}

DateSpan first_day_of(StartClause::Rule rule, const std::vector<Fact>& facts, const Situation& situation) {
  const auto first_of_next_month = [](Date date) {
    const CivilDay civil = date.civil();
    return Date(CivilDay{civil.year, civil.month, 1}) + Days{days_in_month(civil.year, civil.month)};
  };
  DateSpan out = situation.value(facts.front()).day;
  if (rule == StartClause::Rule::first_of_month_after && out != DateSpan::any()) {
    return {first_of_next_month(out.first), first_of_next_month(out.last)};
  }
  for (const Fact fact : facts) {
    const DateSpan other = situation.value(fact).day;
    out = {std::max(out.first, other.first), std::max(out.last, other.last)};
  }
  return out;
}

}  // namespace hosho
