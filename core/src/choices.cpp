#include "choices.h"

#include <algorithm>

#include "enrol_plan.h"
#include "prospect.h"
#include "versions.h"

namespace hosho {
namespace {

/// A cover that the person holds or may join.
struct Candidate {
  const Plan* plan;
  bool held;
  bool sure;
};

bool is_held(const Plan& plan, const CaseFacts& facts) {
  if (!facts.covers) return false;
  return std::any_of(facts.covers->begin(), facts.covers->end(), [&plan](const HeldCover& cover) {
    const FactValue& mine = cover.facts[index_of(Fact::cover_is_this_device)];
    const bool of_another = mine.is_said() && mine.number == 0;
    return cover.plan == plan.id && !of_another && !cover.facts[index_of(Fact::cover_ended_on)].is_said();
  });
}

Verdict joining(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, Date on) {
  CaseFacts now = facts;
  now[Fact::join_on] = FactValue::of(DateSpan::day(on));
  return *enrol_plan(catalogue, plan, now, nullptr).verdict;
}

/// The second cover can be joined beside the first.
bool can_join_beside(const Catalogue& catalogue, const Candidate& first, const Candidate& second,
                     const CaseFacts& facts, const Prospect& prospect) {
  if (second.held) return true;
  CaseFacts with_first = as_held(facts, prospect, {first.plan});
  return joining(catalogue, *second.plan, with_first, prospect.from) == Verdict::covered;
}

std::vector<Choice> named_choices(const Catalogue& catalogue, const Prospect& prospect) {
  std::vector<Choice> out;
  for (const auto& ids : *prospect.choices) {
    Choice choice;
    for (const std::string& id : ids) choice.push_back(find_plan(catalogue, id));
    out.push_back(std::move(choice));
  }
  return out;
}

}  // namespace

std::vector<Choice> choices_of(const Catalogue& catalogue, const CaseFacts& facts, const Prospect& prospect) {
  if (prospect.choices) return named_choices(catalogue, prospect);
  std::vector<Candidate> candidates;
  std::vector<Choice> out;
  for (const Plan& plan : catalogue.plans) {
    if (!plan.by_joining) continue;
    const bool held = is_held(plan, facts);
    const Verdict verdict = held ? Verdict::covered : joining(catalogue, plan, facts, prospect.from);
    if (verdict == Verdict::not_covered) continue;
    candidates.push_back({&plan, held, verdict == Verdict::covered});
    if (plan.part_of.empty()) out.push_back({&plan});
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (std::size_t j = 0; j < candidates.size(); ++j) {
      const Candidate& first = candidates[i];
      const Candidate& second = candidates[j];
      const bool adds_to = second.plan->part_of == first.plan->id;
      const bool pair =
          i < j && first.sure && second.sure && second.plan->part_of.empty() && first.plan->part_of.empty();
      if (!adds_to && !pair) continue;
      if (!adds_to && (!can_join_beside(catalogue, first, second, facts, prospect) ||
                       !can_join_beside(catalogue, second, first, facts, prospect))) {
        continue;
      }
      out.push_back({first.plan, second.plan});
    }
  }
  return out;
}

}  // namespace hosho
