#include "deadlines.h"

#include "evaluate.h"

namespace hosho {
namespace {

Counting counting_of(FirstDay first_day) {
  if (first_day == FirstDay::included) return Counting::first_day_included;
  return first_day == FirstDay::excluded ? Counting::civil_code : Counting::not_stated;
}

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
  add_once(out, Deadline{kind, on, safe_on, counting_of(period.first_day), cite});
}

}  // namespace

std::vector<Deadline> deadlines_of(const Version& version, const Situation& situation) {
  std::vector<Deadline> out;
  const FactValue from = version.starts ? situation.value(version.starts->on) : FactValue{};
  if (from.is_said()) {
    out.push_back({DeadlineKind::cover_starts, from.day.first, from.day.last, Counting::date, version.starts->cite});
  }
  const bool prolonged = version.ends && evaluate(version, version.ends->unless, situation).truth == Truth::yes;
  if (version.ends && !prolonged) {
    put_end(out, DeadlineKind::cover_ends, version.ends->period, version.ends->cite, situation);
  }
  for (const auto* clauses : {&version.covered, &version.silent}) {
    for (const IncidentClause& clause : *clauses) {
      if (!clause.until || !clause.until->deadline) continue;
      put_end(out, *clause.until->deadline, clause.until->period, clause.until->cite, situation);
    }
  }
  return out;
}

}  // namespace hosho
