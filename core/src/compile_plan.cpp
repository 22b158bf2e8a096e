#include "compile_plan.h"

#include <algorithm>

#include "compiler.h"

namespace hosho {

void Compiler::check_id(const std::string& id, const Place& at) {
  if (id.empty()) return;
  const bool taken = std::find(ids_.begin(), ids_.end(), id) != ids_.end();
  if (taken) report(ProblemCode::duplicate_id, at, id, "an id of its own");
  if (!taken) ids_.push_back(id);
}

/// Two clauses without a guard that answer one incident differently, or the same twice.
void Compiler::check_conflicts(const VersionDocument& from) {
  KindSet seen;
  for (const auto* list : {&from.covered, &from.excluded, &from.silent}) {
    for (const IncidentClauseDocument& clause : *list) {
      if (clause.when) continue;
      for (const auto& [kind, place] : clause.kinds) {
        const bool twice = seen.contains(kind);
        seen.insert(kind);
        if (!twice) continue;
        report(ProblemCode::conflicting_clauses, place, std::string(kIncidentKinds[static_cast<std::size_t>(kind)]),
               "one clause for each kind");
      }
    }
  }
}

/// From when to when, and what has to be done for it.
void Compiler::term(const VersionDocument& from) {
  Version& out = *current_;
  if (from.starts) {
    check_id(from.starts->id, from.starts->at);
    out.starts = StartClause{from.starts->id, cite(from.starts->cite), from.starts->rule, from.starts->facts};
  }
  if (from.ends) {
    check_id(from.ends->id, from.ends->at);
    out.ends = EndClause{from.ends->id, cite(from.ends->cite), from.ends->period, condition(from.ends->unless)};
  }
  if (const auto& row = from.registration) {
    check_id(row->id, row->at);
    out.registration = RegisterClause{row->id, cite(row->cite), row->by, row->late, row->never, row->code};
  }
  for (const std::string& carrier : from.ends_with_line) out.ends_with_line.push_back(words_.intern(carrier));
  // Without a line there is none whose contract ended the cover.
  if (!from.ends_with_line.empty()) out.ends_with_line.push_back(words_.intern("none"));
  out.line_cite = cite(from.line_cite);
  for (const DayDocument& row : from.deadlines) out.deadlines.push_back({row.kind, cite(row.cite), row.on, row.period});
}

Version Compiler::version(const VersionDocument& from) {
  check_conflicts(from);
  ids_.clear();
  Version out;
  current_ = &out;
  out.from = from.from;
  out.began = from.began;
  out.chosen_by = from.chosen_by;
  out.applies_to = condition(from.applies_to);
  joining(from);
  term(from);
  out.covered = incident_clauses(from.covered, from);
  out.excluded = incident_clauses(from.excluded, from);
  out.silent = incident_clauses(from.silent, from);
  out.others_excluded = from.others_excluded;
  for (const auto& row : from.documents) {
    check_id(row.id, row.at);
    out.documents.push_back({row.id, cite(row.cite), row.fact, row.if_absent, row.code});
  }
  out.limits = limits(from);
  out.you_pay = amounts(from.you_pay, from);
  out.charges = amounts(from.charges, from);
  out.holds = amounts(from.holds, from);
  if (from.benefit_cap) out.benefit_cap = amount(*from.benefit_cap, from);
  if (from.customer_max) out.customer_max = amount(*from.customer_max, from);
  fees(from);
  actions(from);
  return out;
}

void Compiler::check_order() {
  for (std::size_t i = 1; i < document_.versions.size(); ++i) {
    const auto& before = document_.versions[i - 1];
    const auto& here = document_.versions[i];
    const bool later = here.from && (!before.from || *before.from < *here.from);
    if (later) continue;
    report(ProblemCode::versions_out_of_order, here.at, here.from ? to_string(*here.from) : "undated", "a later from");
  }
}

Plan Compiler::plan() {
  Plan out;
  out.id = document_.id;
  out.provider = document_.provider;
  out.name_ja = document_.name_ja;
  out.name_en = document_.name_en;
  out.by_joining = document_.by_joining;
  out.part_of = document_.part_of;
  out.alone_code = document_.alone_code;
  out.open_to_new = document_.open_to_new;
  out.ended_on = document_.ended_on;
  out.checked_on = document_.checked_on;
  out.still_valid_on = document_.still_valid_on;
  for (const SourceDocument& row : document_.sources)
    evidence_.sources.push_back({row.id, row.title, row.kind, row.as_of, row.url});
  check_order();
  for (const VersionDocument& row : document_.versions) out.versions.push_back(version(row));
  return out;
}

std::optional<Plan> compile_plan(const PlanDocument& document, Words& words, Evidence& evidence, Problems& problems) {
  const std::size_t before = problems.size();
  Plan plan = Compiler(document, words, evidence, problems).plan();
  if (problems.size() > before) return std::nullopt;
  return plan;
}

}  // namespace hosho
