#include "cuts.h"

#include <algorithm>

#include "finding.h"
#include "sort_by.h"

namespace hosho {
namespace {

/// Whether a value stands before another of its fact; unnamed words come last.
bool stands_before(const FactValue& a, const FactValue& b) {
  if (a.day != b.day) return a.day.first < b.day.first;
  if (a.number != b.number) return a.number < b.number;
  return static_cast<std::uint32_t>(a.word.id) < static_cast<std::uint32_t>(b.word.id);
}

bool same_value(const FactValue& a, const FactValue& b) {
  return a.word == b.word && a.number == b.number && a.day == b.day;
}

/// The stretches of a day between its cuts.
void spread_days(std::vector<FactValue>& starts, DateSpan open) {
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Date first = i == 0 ? open.first : starts[i].day.first;
    const Date last = i + 1 < starts.size() ? starts[i + 1].day.first - Days{1} : open.last;
    starts[i] = FactValue::of(DateSpan{first, last});
  }
}

/// The first and the last day of every stretch.
std::vector<FactValue> ends_of(const std::vector<FactValue>& stretches) {
  std::vector<FactValue> out;
  for (const FactValue& stretch : stretches) {
    for (const Date day : {stretch.day.first, stretch.day.last}) out.push_back(FactValue::of(DateSpan::day(day)));
  }
  return out;
}

/// A word that none of the values names, if there is one.
std::optional<Word> word_beside(const std::vector<FactValue>& named, Vocabulary vocabulary) {
  const std::size_t count = words_of(vocabulary).size();
  if (count == 0) return Word{};
  for (std::int32_t id = 0; id < static_cast<std::int32_t>(count); ++id) {
    const auto is_it = [id](const FactValue& value) { return value.word == Word{id}; };
    if (std::none_of(named.begin(), named.end(), is_it)) return Word{id};
  }
  return std::nullopt;
}

}  // namespace

std::vector<FactValue> values_apart(const std::vector<Cut>& cuts, Fact fact, const FactValue& open) {
  std::vector<FactValue> out;
  bool others = false;
  for (const Cut& cut : cuts) {
    if (cut.fact != fact) continue;
    const auto is_it = [&cut](const FactValue& value) { return same_value(value, cut.value); };
    others = others || cut.others;
    if (!cut.others && std::none_of(out.begin(), out.end(), is_it)) out.push_back(cut.value);
  }
  sort_by(out, stands_before);
  // A list in a case: where one day in it is open, that one goes by its stretches, too.
  if (info(fact).type == FactType::day || fact == Fact::cover_claims_on) {
    spread_days(out, open.day);
    return others ? ends_of(out) : out;
  }
  const std::optional<Word> beside = others ? word_beside(out, info(fact).vocabulary) : std::optional<Word>();
  if (beside) out.insert(out.begin(), FactValue::of(*beside));
  return out;
}

}  // namespace hosho
