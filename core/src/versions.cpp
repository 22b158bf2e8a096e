#include "versions.h"

#include <algorithm>

namespace hosho {

const Plan* find_plan(const Catalogue& catalogue, std::string_view id) {
  const auto found =
      std::find_if(catalogue.plans.begin(), catalogue.plans.end(), [id](const Plan& row) { return row.id == id; });
  return found == catalogue.plans.end() ? nullptr : &*found;
}

std::optional<std::size_t> find_cover(const Plan& plan, const CaseFacts& facts) {
  std::optional<std::size_t> found;
  if (!facts.covers) return found;
  for (std::size_t i = 0; i < facts.covers->size(); ++i) {
    const HeldCover& cover = (*facts.covers)[i];
    if (cover.plan != plan.id && cover.plan != plan.part_of) continue;
    const FactValue& mine = cover.facts[index_of(Fact::cover_is_this_device)];
    if (!found || (mine.is_said() && mine.number == 1)) found = i;
  }
  return found;
}

std::vector<const Version*> versions_in_play(const Plan& plan, const Situation& situation) {
  std::vector<const Version*> out;
  for (std::size_t i = 0; i < plan.versions.size(); ++i) {
    const Version& version = plan.versions[i];
    const DateSpan day = situation.value(version.chosen_by).day;
    const Date first = i == 0 || !version.from ? kFirstDate : *version.from;
    const Date last = i + 1 < plan.versions.size() ? *plan.versions[i + 1].from - Days{1} : kLastDate;
    if (!day.is_day()) situation.note(version.chosen_by, FactValue::of(DateSpan::day(std::max(first, day.first))));
    if (first <= day.last && day.first <= last) out.push_back(&version);
  }
  return out;
}

}  // namespace hosho
