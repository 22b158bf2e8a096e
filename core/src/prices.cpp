#include "prices.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "finding.h"
#include "sort_by.h"

namespace hosho {
namespace {

bool names(std::span<const Word> words, const FactValue& value) {
  return value.is_said() && std::find(words.begin(), words.end(), value.word) != words.end();
}

bool names_model(const PriceRow& row, const Situation& situation) {
  return names(row.models, situation.facts[Fact::device_model]);
}

bool names_maker(const PriceRow& row, const Situation& situation) {
  const FactValue& maker = situation.facts[Fact::device_maker];
  const FactValue& category = situation.facts[Fact::device_category];
  const bool of_maker = row.maker && maker.is_said() && *row.maker == maker.word;
  return of_maker && (!row.category || (category.is_said() && *row.category == category.word));
}

bool is_about(const PriceRow& row, const Situation& situation) {
  const std::optional<IncidentKind> kind = situation.facts.kind();
  if (!kind || !row.kinds.contains(*kind)) return false;
  if (!row.parts.empty() && !names(row.parts, situation.facts[Fact::incident_part])) return false;
  return names_model(row, situation) || names_maker(row, situation);
}

Date first_day(const PriceRow& row) { return row.from.value_or(kFirstDate); }

/// Whether `row` is in force on some day of `days`, with `list` sorted by day.
bool may_be_in_force(const std::vector<const PriceRow*>& list, std::size_t place, DateSpan days) {
  const Date first = place == 0 ? kFirstDate : first_day(*list[place]);
  const Date last = place + 1 < list.size() ? first_day(*list[place + 1]) - Days{1} : kLastDate;
  return first <= days.last && days.first <= last;
}

/// Words of one fact by which a row goes; none: it does not go by the fact.
std::span<const Word> words_for(const PriceRow& row, Fact fact) {
  const auto one = [](const std::optional<Word>& word) {
    return word ? std::span<const Word>(&*word, 1) : std::span<const Word>();
  };
  if (fact == Fact::device_model) return row.models;
  if (fact == Fact::incident_part) return row.parts;
  return one(fact == Fact::device_maker ? row.maker : row.category);
}

constexpr Fact kScope[] = {Fact::device_model, Fact::device_maker, Fact::device_category, Fact::incident_part};

/// What is said rules the row out.
bool is_ruled_out(const PriceRow& row, const Situation& situation) {
  const std::optional<IncidentKind> kind = situation.facts.kind();
  const FactValue& place = situation.facts[Fact::incident_where];
  if (!kind || !row.kinds.contains(*kind) || (place.is_said() && place.word != row.place)) return true;
  return std::any_of(std::begin(kScope), std::end(kScope), [&](Fact fact) {
    const std::span<const Word> words = words_for(row, fact);
    return !words.empty() && situation.facts[fact].is_said() && !names(words, situation.facts[fact]);
  });
}

}  // namespace

std::vector<Fact> open_price_facts(const Situation& situation) {
  std::vector<Fact> out;
  std::vector<const PriceRow*> rows;
  for (const PriceRow& row : situation.catalogue.prices) {
    if (!is_ruled_out(row, situation)) rows.push_back(&row);
  }
  for (const Fact fact : kScope) {
    if (situation.facts[fact].is_said()) continue;
    std::vector<Word> words;
    for (const PriceRow* row : rows) {
      for (const Word word : words_for(*row, fact)) add_once(words, word);
    }
    if (words.empty()) continue;
    out.push_back(fact);
    situation.note_twice(fact, words);
    situation.note_others(fact);
  }
  return out;
}

std::vector<const PriceRow*> list_prices(const Situation& situation) {
  std::vector<const PriceRow*> out;
  const DateSpan days = situation.facts[Fact::incident_on].day;
  for (std::size_t place = 0; place < words_of(Vocabulary::place).size(); ++place) {
    std::vector<const PriceRow*> list;
    for (const PriceRow& row : situation.catalogue.prices) {
      if (row.place == Word{static_cast<std::int32_t>(place)} && is_about(row, situation)) list.push_back(&row);
    }
    const auto by_maker = [&situation](const PriceRow* row) { return !names_model(*row, situation); };
    if (!std::all_of(list.begin(), list.end(), by_maker)) {
      list.erase(std::remove_if(list.begin(), list.end(), by_maker), list.end());
    }
    sort_by(list, [](const PriceRow* a, const PriceRow* b) { return first_day(*a) < first_day(*b); });
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (may_be_in_force(list, i, days)) out.push_back(list[i]);
    }
  }
  return out;
}

}  // namespace hosho
