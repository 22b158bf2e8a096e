#include "incident.h"

#include <algorithm>
#include <utility>

#include "evaluate.h"
#include "periods.h"

namespace hosho {
namespace {

constexpr std::string_view kKindNotNamed = "kind_not_named";
constexpr std::string_view kIncidentClause = "incident";

/// Only after a warranty that comes first; a device that has none is past it.
Finding comes_after(const IncidentClause& clause, const Situation& situation) {
  const FactValue first = situation.value(clause.after->fact);
  if (first.state == FactValue::State::none) {
    return plain(Truth::yes, ReasonCode::not_before, clause.id, clause.after->cite);
  }
  const DateSpan next_day = first.is_said() ? DateSpan{first.day.first + Days{1}, first.day.last + Days{1}} : first.day;
  const DateSpan when = situation.value(Fact::incident_on).day;
  if (when.is_day()) note_day(clause.after->fact, when.first, situation);
  Finding out = not_before_span(Fact::incident_on, next_day, clause.id, clause.after->cite, situation);
  if (out.truth == Truth::unknown) wait_for(out, {Fact::incident_on, clause.after->fact}, situation);
  out.reason.facts = {clause.after->fact, Fact::incident_on};
  return out;
}

/// Whether a clause about `kind` applies: its guard and its end, or simply yes.
Finding applies(const Version& version, const IncidentClause& clause, IncidentKind kind, ReasonCode code,
                const Situation& situation) {
  std::vector<Finding> parts;
  if (clause.when) parts.push_back(evaluate(version, clause.when, situation));
  if (clause.until) {
    parts.push_back(not_after(Fact::incident_on, clause.until->period, clause.id, clause.until->cite, situation));
  }
  if (clause.after) parts.push_back(comes_after(clause, situation));
  Finding out = parts.empty() ? plain(Truth::yes, code, clause.id, clause.cite)
                              : all_of(std::move(parts), code, clause.id, clause.cite);
  out.reason.kind = kind;
  return out;
}

Finding excluded(const Version& version, const IncidentClause& clause, IncidentKind kind, const Situation& situation) {
  Finding out = applies(version, clause, kind, ReasonCode::incident_excluded, situation);
  out.truth = negate(out.truth);
  out.reason.outcome = out.truth;
  return out;
}

/// A cover that rests on a reported case or on our inference says so beside its answer.
Finding covered(const Version& version, const IncidentClause& clause, IncidentKind kind, const Situation& situation) {
  Finding out = applies(version, clause, kind, ReasonCode::incident_covered, situation);
  if (!clause.rests_on) return out;
  out.reason.rests_on = &*clause.rests_on;
  out.reason.silence = clause.rests_on->code;
  out.noted.push_back({clause.rests_on->code, clause.cite});
  if (!clause.rests_on->caution.empty()) out.warnings.push_back({clause.rests_on->caution, clause.cite, {}});
  return out;
}

Finding not_said(const Version& version, const IncidentClause& clause, IncidentKind kind, const Situation& situation) {
  Finding guard = applies(version, clause, kind, ReasonCode::incident_not_stated, situation);
  if (guard.truth != Truth::yes) return guard;
  Finding out = silent(clause.code, ReasonCode::incident_not_stated, clause.id, clause.cite);
  out.reason.kind = kind;
  return out;
}

/// The clauses that let the cover answer; a closed or open list decides where there is none.
Finding answers(const Version& version, IncidentKind kind, const Situation& situation) {
  std::vector<Finding> parts;
  for (const IncidentClause& clause : version.covered) {
    if (clause.kinds.contains(kind)) parts.push_back(covered(version, clause, kind, situation));
  }
  for (const IncidentClause& clause : version.silent) {
    if (clause.kinds.contains(kind)) parts.push_back(not_said(version, clause, kind, situation));
  }
  if (!parts.empty())
    return parts.size() == 1 ? std::move(parts.front())
                             : any_of(std::move(parts), ReasonCode::any_of, kIncidentClause, {});
  Finding out = version.others_excluded ? plain(Truth::no, ReasonCode::incident_not_named, kIncidentClause, {})
                                        : silent(kKindNotNamed, ReasonCode::incident_not_named, kIncidentClause, {});
  out.reason.kind = kind;
  return out;
}

}  // namespace

Finding assess_incident(const Version& version, const Situation& situation) {
  const std::optional<IncidentKind> kind = situation.facts.kind();
  if (!kind) {
    situation.note_kinds();
    return waiting(Fact::incident_kind, ReasonCode::incident_unknown, kIncidentClause, {});
  }
  if (nothing_is_repaired(*kind)) {
    Finding out = plain(Truth::no, ReasonCode::nothing_repaired, kIncidentClause, {});
    out.reason.kind = kind;
    return out;
  }
  std::vector<Finding> parts;
  for (const IncidentClause& clause : version.excluded) {
    if (clause.kinds.contains(*kind)) parts.push_back(excluded(version, clause, *kind, situation));
  }
  if (parts.empty()) return answers(version, *kind, situation);
  const bool named =
      std::any_of(version.excluded.begin(), version.excluded.end(),
                  [kind](const IncidentClause& clause) { return !clause.when && clause.kinds.contains(*kind); });
  if (!named) parts.push_back(answers(version, *kind, situation));
  return parts.size() == 1 ? std::move(parts.front())
                           : all_of(std::move(parts), ReasonCode::all_of, kIncidentClause, {});
}

}  // namespace hosho
