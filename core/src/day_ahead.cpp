#include "day_ahead.h"

#include <algorithm>
#include <utility>

#include "cuts.h"
#include "deadlines.h"
#include "enrol_plan.h"
#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

bool is_past(const Deadline& row, Date now) { return std::max(row.on, row.safe_on) < now; }

void wait_for(Option& out, const std::vector<Fact>& facts) {
  for (const Fact fact : facts) add_once(out.missing, {fact});
}

/// Whether the plan is this person's, and which days of a kind it has ahead.
Option ask_cover(DeadlineKind kind, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                 std::vector<Cut>* cuts) {
  Option out;
  out.cover = find_cover(plan, facts);
  const Situation situation{catalogue, facts, out.cover ? &(*facts.covers)[*out.cover] : nullptr, cuts};
  const std::vector<const Version*> versions = versions_in_play(plan, situation);
  out.version = versions.front();
  Finding mine = all_of(in_a_row(assess_held(plan, situation), assess_applies(*out.version, situation)),
                        ReasonCode::all_of, plan.id, {});
  out.verdict = verdict_of(mine.truth);
  out.waits_for_facts = mine.truth == Truth::unknown;
  wait_for(out, mine.missing);
  out.not_stated = std::move(mine.silences);
  out.reasons = std::move(mine.reason.reasons);
  if (!out.may_answer()) return out;
  Movers open{kind};
  for (const Deadline& row : days_ahead(*out.version, situation, &open)) {
    if (row.kind == kind) out.deadlines.push_back(row);
  }
  if (versions.size() > 1) open.facts.push_back(out.version->chosen_by);
  wait_for(out, open.facts);
  if (out.deadlines.empty()) out.verdict = open.facts.empty() ? Verdict::not_covered : Verdict::unknown;
  return out;
}

/// Days up to `last` between which the answer to "can I join" may turn, and that one.
std::vector<FactValue> days_to_join(std::vector<Cut> noted, DateSpan days) {
  for (Cut& cut : noted) {
    if (is_cover_fact(cut.fact) || cut.fact == Fact::incident_on) cut.fact = Fact::join_on;
  }
  std::vector<FactValue> out = values_apart(noted, Fact::join_on, FactValue::of(days));
  if (out.empty()) out.push_back(FactValue::of(days));
  out.push_back(FactValue::of(DateSpan::day(days.last)));
  return out;
}

/// Whether one can join on some day from now to the last.
Option ask_door(const Catalogue& catalogue, const Plan& plan, CaseFacts facts, std::vector<Cut>* cuts) {
  Option out;
  Movers open{DeadlineKind::join_by};
  const std::optional<Deadline> last = last_day_to_join(catalogue, plan, facts, cuts, &open);
  wait_for(out, open.facts);
  out.verdict = open.facts.empty() ? Verdict::not_covered : Verdict::unknown;
  if (!last || is_past(*last, facts.as_of)) return out;
  std::vector<Cut> noted;
  const DateSpan days{facts.as_of, std::max(last->on, last->safe_on)};
  facts[Fact::join_on] = FactValue::of(days);
  out = may_join(catalogue, plan, facts, &noted);
  const bool turns = out.waits_for_facts && !days.is_day();
  if (turns) out.verdict = Verdict::not_covered;
  for (const FactValue& day : turns ? days_to_join(noted, days) : std::vector<FactValue>()) {
    facts[Fact::join_on].day = DateSpan::day(day.day.first);
    Option one = may_join(catalogue, plan, facts, &noted);
    if (one.verdict == Verdict::covered || !out.may_answer()) {
      out = std::move(one);
    } else if (one.may_answer()) {
      add_all_once(out.missing, one.missing);
      // One joins on the day on which the terms are least silent.
      if (one.not_stated.size() < out.not_stated.size()) out.not_stated = std::move(one.not_stated);
      out.waits_for_facts = out.waits_for_facts || one.waits_for_facts;
    }
    if (out.verdict == Verdict::covered) break;
  }
  if (cuts != nullptr) cuts->insert(cuts->end(), noted.begin(), noted.end());
  if (!out.may_answer()) return out;
  wait_for(out, open.facts);
  out.deadlines = {*last};
  return out;
}

}  // namespace

std::vector<Deadline> days_ahead(const Version& version, const Situation& situation, Movers* open) {
  const Date now = situation.facts.as_of;
  std::vector<Deadline> out = deadlines_of(version, situation, DateSpan::day(now), open);
  Date last = kLastDate;
  for (const Deadline& row : out) {
    if (row.kind == DeadlineKind::cover_ends) last = std::min(last, row.on);
  }
  const auto is_idle = [&](const Deadline& row) {
    return is_past(row, now) || (ends_with_the_cover(row.kind) && std::min(row.on, row.safe_on) > last);
  };
  out.erase(std::remove_if(out.begin(), out.end(), is_idle), out.end());
  return out;
}

Option day_ahead(DeadlineKind kind, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                 std::vector<Cut>* cuts) {
  Option out = kind == DeadlineKind::join_by ? ask_door(catalogue, plan, facts, cuts)
                                             : ask_cover(kind, catalogue, plan, facts, cuts);
  out.plan = plan.id;
  return out;
}

}  // namespace hosho
