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

/// The cover ended on `day`, unless it had ended before.
void cut_at(std::vector<Deadline>& out, DateSpan day, CiteRef cite, Fact anchor) {
  const auto later = [&day](const Deadline& row) { return row.kind == DeadlineKind::cover_ends && row.on > day.last; };
  const bool ended_before = !out.empty() && out.back().kind == DeadlineKind::cover_ends && !later(out.back());
  if (ended_before) return;
  out.erase(std::remove_if(out.begin(), out.end(), later), out.end());
  out.push_back({DeadlineKind::cover_ends, day.last, day.first, Counting::date, cite, anchor});
}

/// The last day in force: the end of the term, the day on which the person left, or the last one with its line.
void put_cover_ends(std::vector<Deadline>& out, const Version& version, const Situation& situation) {
  const bool prolonged = version.ends && evaluate(version, version.ends->unless, situation).truth == Truth::yes;
  if (version.ends && !prolonged) {
    put_end(out, DeadlineKind::cover_ends, version.ends->period, version.ends->cite, situation);
  }
  const FactValue left = situation.value(Fact::cover_ended_on);
  if (left.is_said()) cut_at(out, left.day, {}, Fact::cover_ended_on);
  const auto& own = version.ends_with_line;
  const FactValue carrier = situation.value(Fact::line_carrier);
  const FactValue line = situation.value(Fact::line_contracted_on);
  const bool moved = !own.empty() && carrier.is_said() && std::find(own.begin(), own.end(), carrier.word) == own.end();
  if (!moved || !line.is_said()) return;
  cut_at(out, {line.day.first - Days{1}, line.day.last - Days{1}}, version.line_cite, Fact::line_contracted_on);
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
    const DateSpan first = first_day_of(*version.starts, situation);
    const bool known = first.first != kFirstDate && first.last != kLastDate;
    const auto& facts = version.starts->facts;
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
