#include "hosho/timeline.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "deadlines.h"
#include "hosho/hosho.h"
#include "sort_by.h"
#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

/// What a cover would still do, had it not ended before.
bool ends_with_the_cover(DeadlineKind kind) {
  return kind == DeadlineKind::natural_failure_ends || kind == DeadlineKind::free_repair_ends ||
         kind == DeadlineKind::next_claim_window_opens || kind == DeadlineKind::register_by;
}

/// The days of one version that are still to come and still mean something.
std::vector<Deadline> days_ahead(const Version& version, const Situation& situation) {
  std::vector<Deadline> out = deadlines_of(version, situation);
  Date last = kLastDate;
  for (const Deadline& row : out) {
    if (row.kind == DeadlineKind::cover_ends) last = std::min(last, row.on);
  }
  const auto is_idle = [&](const Deadline& row) {
    const bool past = std::max(row.on, row.safe_on) < situation.facts.as_of;
    return past || (ends_with_the_cover(row.kind) && std::min(row.on, row.safe_on) > last);
  };
  out.erase(std::remove_if(out.begin(), out.end(), is_idle), out.end());
  return out;
}

/// The days of a plan that is this person's, or may be; of a cover that was not named nothing is known.
void put_days_of(Timeline& out, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts) {
  const std::optional<std::size_t> cover = find_cover(plan, facts);
  const Situation situation{catalogue, facts, cover ? &(*facts.covers)[*cover] : nullptr, nullptr};
  if (plan.by_joining && !cover) return;
  const Finding held = assess_held(plan, situation);
  for (const Version* version : versions_in_play(plan, situation)) {
    const Finding mine = all_of({held, assess_applies(*version, situation)}, ReasonCode::all_of, plan.id, {});
    if (mine.truth == Truth::no) continue;
    for (const Deadline& day : days_ahead(*version, situation)) {
      const auto known = [&](const Event& row) { return row.plan == plan.id && row.deadline == day; };
      if (std::any_of(out.begin(), out.end(), known)) continue;
      Event event;
      event.plan = plan.id;
      event.deadline = day;
      event.missing = mine.missing;
      event.not_stated = mine.silences;
      event.reasons = mine.reason.reasons;
      event.cover = cover;
      if (day.anchor && !situation.value(*day.anchor).day.is_day()) add_once(event.missing, *day.anchor);
      out.push_back(std::move(event));
    }
  }
}

/// The last days for joining what is not held yet and may still be joined.
void put_doors(Timeline& out, const Catalogue& catalogue, const CaseFacts& facts) {
  const Enrolment doors = enrolment(catalogue, facts);
  for (const Option& option : doors.options) {
    for (const Deadline& day : option.deadlines) {
      const bool ahead = day.kind == DeadlineKind::join_by && std::max(day.on, day.safe_on) >= facts.as_of;
      if (!ahead || option.verdict == Verdict::not_covered) continue;
      Event event;
      event.plan = option.plan;
      event.deadline = day;
      for (const Missing& row : option.missing) add_once(event.missing, row.fact);
      event.not_stated = option.not_stated;
      event.reasons = option.reasons;
      out.push_back(std::move(event));
    }
  }
}

}  // namespace

Timeline timeline(const Catalogue& catalogue, const CaseFacts& facts) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  FactValue& incident_on = filled[Fact::incident_on];
  if (!incident_on.is_said()) incident_on = FactValue::of(DateSpan::day(facts.as_of));
  Timeline out;
  for (const Plan& plan : catalogue.plans) put_days_of(out, catalogue, plan, filled);
  put_doors(out, catalogue, facts);
  const auto key = [](const Event& event) {
    return std::make_tuple(event.deadline.safe_on, event.deadline.on, event.plan, event.deadline.kind);
  };
  sort_by(out, [&key](const Event& a, const Event& b) { return key(a) < key(b); });
  return out;
}

}  // namespace hosho
