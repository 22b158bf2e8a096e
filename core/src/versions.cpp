#include "versions.h"

#include <algorithm>

namespace hosho {

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
