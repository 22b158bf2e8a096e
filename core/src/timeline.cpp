#include "hosho/timeline.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "cells.h"
#include "day_ahead.h"
#include "enrol_plan.h"
#include "hosho/hosho.h"
#include "sort_by.h"
#include "versions.h"

namespace hosho {
namespace {

template <std::size_t kind>
Option ask(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  return day_ahead(static_cast<DeadlineKind>(kind), catalogue, plan, facts, cuts);
}

template <std::size_t... kinds>
constexpr std::array<AnswerOfPlan, sizeof...(kinds)> questions(std::index_sequence<kinds...> /*all*/) {
  return {ask<kinds>...};
}

constexpr auto kQuestions = questions(std::make_index_sequence<kDeadlineKinds.size()>());

/// Each cell of a door is asked on several days.
constexpr std::size_t kMostCellsOfADay = 512;

/// A day that the case names, unless no completion of it leaves that day ahead.
void put(Timeline& out, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, const Deadline& day) {
  const auto known = [&](const Option& row) { return row.plan == plan.id && row.deadlines.front() == day; };
  if (std::any_of(out.begin(), out.end(), known)) return;
  const AnswerOfPlan question = kQuestions[static_cast<std::size_t>(day.kind)];
  Option exact = answer_exactly({question, question, kMostCellsOfADay}, catalogue, plan, facts, nullptr);
  if (!exact.may_answer()) return;
  exact.deadlines.assign(1, day);
  out.push_back(std::move(exact));
}

/// The days of a plan that is this person's, or may be; of a cover that was not named nothing is known.
void put_days_of(Timeline& out, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts) {
  const std::optional<std::size_t> cover = find_cover(plan, facts);
  if (plan.by_joining && !cover) return;
  const Situation situation{catalogue, facts, cover ? &(*facts.covers)[*cover] : nullptr, nullptr};
  for (const Version* version : versions_in_play(plan, situation)) {
    for (const Deadline& day : days_ahead(*version, situation)) put(out, catalogue, plan, facts, day);
  }
}

/// The last day for joining what is not held yet and may still be joined. Where nobody says which covers are held, one
/// of them may be in the way.
void put_door(Timeline& out, const Catalogue& catalogue, const Plan& plan, CaseFacts facts) {
  const std::optional<Deadline> last = last_day_to_join(catalogue, plan, facts, nullptr);
  if (!plan.by_joining || !last) return;
  const bool is_told = facts.covers.has_value();
  if (!is_told) facts.covers.emplace();
  const std::size_t before = out.size();
  put(out, catalogue, plan, facts, *last);
  if (!is_told && out.size() > before) out.back().missing.push_back({Fact::covers});
}

}  // namespace

Timeline timeline(const Catalogue& catalogue, const CaseFacts& facts) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  fill_from_porting(filled);
  FactValue& incident_on = filled[Fact::incident_on];
  if (!incident_on.is_said()) incident_on = FactValue::of(DateSpan::day(facts.as_of));
  Timeline out;
  for (const Plan& plan : catalogue.plans) {
    put_days_of(out, catalogue, plan, filled);
    put_door(out, catalogue, plan, filled);
  }
  const auto key = [](const Option& event) {
    const Deadline& day = event.deadlines.front();
    return std::make_tuple(day.safe_on, day.on, event.plan, day.kind);
  };
  sort_by(out, [&key](const Option& a, const Option& b) { return key(a) < key(b); });
  return out;
}

}  // namespace hosho
