#include "deadlines.h"

#include <algorithm>

#include "claim_year.h"
#include "evaluate.h"
#include "finding.h"
#include "periods.h"

namespace hosho {
namespace {

/// A term that runs from a day not said runs from the purchase at the earliest.
FactValue anchor_of(const Period& period, const Situation& situation) {
  const FactValue anchor = situation.value(period.of);
  const bool may_fall_back = period.of == Fact::cover_started_on && !anchor.is_said();
  return may_fall_back ? situation.value(Fact::device_bought_on) : anchor;
}

/// Where the anchor is known only to its month, the legal day counts from its last day, the safe one from its first.
/// A deadline whose anchor is wholly unknown is left out.
void put_end(std::vector<Deadline>& out, DeadlineKind kind, const Period& period, CiteRef cite,
             const Situation& situation) {
  const FactValue anchor = anchor_of(period, situation);
  if (!anchor.is_said()) return;
  const Date on = period.end_from(anchor.day.last).on;
  const Date safe_on = period.end_from(anchor.day.first).safe_on;
  add_once(out, Deadline{kind, on, safe_on, counting_of(period.first_day), cite, period.of});
}

/// The cover ends on a day that is named, unless it has ended before.
void put_earlier_end(std::vector<Deadline>& out, DateSpan day, CiteRef cite, Fact anchor) {
  const auto is_end = [](const Deadline& row) { return row.kind == DeadlineKind::cover_ends; };
  const auto ends_before = [&](const Deadline& row) { return is_end(row) && row.on <= day.last; };
  if (std::any_of(out.begin(), out.end(), ends_before)) return;
  out.erase(std::remove_if(out.begin(), out.end(), is_end), out.end());
  out.push_back({DeadlineKind::cover_ends, day.last, day.first, Counting::date, cite, anchor});
}

/// The day before the contract of another line, where the cover ends with the line.
std::optional<DateSpan> end_with_line(const Version& version, const Situation& situation) {
  const FactValue carrier = situation.value(Fact::line_carrier);
  const FactValue contracted = situation.value(Fact::line_contracted_on);
  const auto& own = version.ends_with_line;
  const bool stays = own.empty() || std::find(own.begin(), own.end(), carrier.word) != own.end();
  if (stays || !carrier.is_said() || !contracted.is_said()) return std::nullopt;
  return DateSpan{contracted.day.first - Days{1}, contracted.day.last - Days{1}};
}

/// The last day in force: the end of the term, the day on which the person left, or the last day of the line.
void put_cover_ends(std::vector<Deadline>& out, const Version& version, const Situation& situation) {
  const bool prolonged = version.ends && evaluate(version, version.ends->unless, situation).truth == Truth::yes;
  if (version.ends && !prolonged) {
    put_end(out, DeadlineKind::cover_ends, version.ends->period, version.ends->cite, situation);
  }
  const FactValue left = situation.value(Fact::cover_ended_on);
  if (left.is_said()) put_earlier_end(out, left.day, {}, Fact::cover_ended_on);
  const std::optional<DateSpan> with_line = end_with_line(version, situation);
  if (with_line) put_earlier_end(out, *with_line, version.line_cite, Fact::line_contracted_on);
}

void put_day(std::vector<Deadline>& out, const DayClause& row, const Situation& situation) {
  if (row.period) {
    put_end(out, row.kind, *row.period, row.cite, situation);
    return;
  }
  const FactValue day = situation.value(*row.on);
  if (day.state == FactValue::State::said) {
    add_once(out, Deadline{row.kind, day.day.last, day.day.first, Counting::date, row.cite, row.on});
  }
}

/// What clauses about incidents and charges name.
void put_clause_days(std::vector<Deadline>& out, const Version& version, const Situation& situation) {
  for (const auto* clauses : {&version.covered, &version.silent}) {
    for (const IncidentClause& clause : *clauses) {
      if (!clause.until || !clause.until->deadline) continue;
      put_end(out, *clause.until->deadline, clause.until->period, clause.until->cite, situation);
    }
  }
  for (const Amount& charge : version.charges) {
    if (charge.late && charge.late->deadline) {
      put_end(out, *charge.late->deadline, charge.late->by, charge.cite, situation);
    }
  }
}

void put_next_window(std::vector<Deadline>& out, const Version& version, const Situation& situation) {
  if (situation.cover == nullptr || !situation.cover->claims || situation.cover->claims->empty()) return;
  for (const LimitClause& limit : version.limits) {
    const ClaimCount count = count_claims(limit, situation);
    if (!count.next_window) continue;
    add_once(out, Deadline{DeadlineKind::next_claim_window_opens, *count.next_window, *count.next_window_safe,
                           Counting::first_day_included, limit.cite});
  }
}

}  // namespace

Counting counting_of(FirstDay first_day) noexcept {
  if (first_day == FirstDay::included) return Counting::first_day_included;
  return first_day == FirstDay::excluded ? Counting::civil_code : Counting::not_stated;
}

std::vector<Deadline> deadlines_of(const Version& version, const Situation& situation) {
  std::vector<Deadline> out;
  if (version.starts) {
    const auto& facts = version.starts->facts;
    const DateSpan first = first_day_of(version.starts->rule, facts, situation);
    const bool known = first.first != kFirstDate && first.last != kLastDate;
    const auto open = std::find_if(facts.begin(), facts.end(),
                                   [&situation](Fact fact) { return !situation.value(fact).day.is_day(); });
    const Fact anchor = open == facts.end() ? facts.front() : *open;
    if (known)
      out.push_back(
          {DeadlineKind::cover_starts, first.first, first.last, Counting::date, version.starts->cite, anchor});
  }
  put_cover_ends(out, version, situation);
  put_clause_days(out, version, situation);
  if (version.registration && version.registration->by) {
    put_end(out, DeadlineKind::register_by, *version.registration->by, version.registration->cite, situation);
  }
  for (const DayClause& row : version.deadlines) put_day(out, row, situation);
  put_next_window(out, version, situation);
  return out;
}

}  // namespace hosho
