#pragma once
/// The case as one plan sees it, and the record of where its facts could tip an answer.

#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// A value of an open fact that a clause tells from others: a word, a flag, or where a stretch of days or numbers
/// begins.
struct Cut {
  Fact fact;
  FactValue value;
  std::size_t reader;   ///< which of the readings of one evaluation noted it
  bool others = false;  ///< instead of the value: all words that nobody names; of a day: its stretches go by their ends
};

/// A claim that counts as of the same claim year, whatever its day; `sure`: it was one.
struct YearClaim {
  IncidentKind kind;
  bool sure;
};

struct Situation {
  const Catalogue& catalogue;
  const CaseFacts& facts;
  const HeldCover* cover = nullptr;  ///< the cover held under the plan in question
  std::vector<Cut>* cuts = nullptr;  ///< where to note the values that tell clauses apart; nothing: not wanted
  bool figures_only = false;         ///< what stands beside the verdict and the sums is not wanted
  mutable std::size_t readings = 0;  ///< clauses that have read so far
  /// An incident of a scenario: a wish comes true unless the terms refuse it for certain, and open days are told apart
  /// even where the day of the incident is a stretch or the count of claims goes by them.
  bool as_claimed = false;
  const std::vector<YearClaim>* same_year = nullptr;  ///< the claims that count; nothing: told by their days

  [[nodiscard]] FactValue value(Fact fact) const {
    if (fact == Fact::as_of) return FactValue::of(DateSpan::day(facts.as_of));
    if (is_cover_fact(fact)) return cover != nullptr ? cover->facts[index_of(fact)] : FactValue{};
    const FactValue& said = facts[fact];
    if (fact == Fact::join_on && !said.is_said()) return value(Fact::as_of);
    return said;
  }
  void note(Fact fact, const FactValue& value) const {
    if (cuts != nullptr) cuts->push_back({fact, value, readings});
  }
  void note_others(Fact fact) const {
    if (cuts != nullptr) cuts->push_back({fact, {}, readings, true});
  }
  void note_flags(Fact fact) const {
    for (const std::int64_t flag : {0, 1}) note(fact, FactValue::of(flag));
  }
  /// Words that tell two readings apart: what hangs on them is opened cell by cell.
  void note_twice(Fact fact, const std::vector<Word>& words) const {
    for (int reading = 0; reading < 2; ++reading) {
      begin_reading();
      for (const Word word : words) note(fact, FactValue::of(word));
    }
  }
  /// Every kind of incident, each a value of its own.
  void note_kinds() const {
    begin_reading();
    for (std::size_t i = 0; i < kIncidentKinds.size(); ++i) {
      note(Fact::incident_kind, FactValue::of(Word{static_cast<std::int32_t>(i)}));
    }
  }
  /// A clause begins to read; what it notes counts as one reading.
  void begin_reading() const { ++readings; }
};

}  // namespace hosho
