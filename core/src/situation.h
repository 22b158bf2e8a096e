#pragma once
/// The case as one plan sees it, and the record of where its facts could tip an answer.

#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// Values of a fact, one for each stretch on which the clauses read so far cannot tell it apart.
struct Cut {
  Fact fact;
  FactValue value;
};

struct Situation {
  const Catalogue& catalogue;
  const CaseFacts& facts;
  const HeldCover* cover = nullptr;  ///< the cover held under the plan in question
  std::vector<Cut>* cuts = nullptr;  ///< where to note the values that tell clauses apart; nothing: not wanted

  [[nodiscard]] FactValue value(Fact fact) const {
    if (fact == Fact::as_of) return FactValue::of(DateSpan::day(facts.as_of));
    if (is_cover_fact(fact)) return cover != nullptr ? cover->facts[index_of(fact)] : FactValue{};
    const FactValue& said = facts[fact];
    if (fact == Fact::join_on && !said.is_said()) return value(Fact::as_of);
    return said;
  }
  void note(Fact fact, const FactValue& value) const {
    if (cuts != nullptr) cuts->push_back({fact, value});
  }
};

}  // namespace hosho
