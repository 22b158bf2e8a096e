#pragma once
/// What a stretch of holding a plan is made of, each part added to a `Cost`.

#include "hosho/cost.h"
#include "situation.h"

namespace hosho {

/// A scenario and the case that it stands in: the plan is held on this device, and nothing has happened yet.
struct Told {
  CaseFacts facts;
  Scenario scenario;

  [[nodiscard]] FactValue& at(const OpenFact& open) {
    return open.incident ? scenario.incidents[*open.incident][index_of(open.fact)] : facts.at(open.fact, 0);
  }
};

/// One question: `told` is `said` with open facts filled in.
struct Costing {
  const Catalogue& catalogue;
  const Plan& plan;
  const Told& said;  ///< what is not said here refuses no claim
  const Told& told;
  std::vector<Cut>& cuts;

  /// The case as `facts` has it.
  [[nodiscard]] Situation situation(const CaseFacts& facts) const {
    return {catalogue, facts, &facts.covers->front(), &cuts};
  }
};

/// The fees over the stretch.
void put_fees(Cost& out, const Version& version, const Costing& costing);

/// What each incident costs under the plan, and what it would cost without; and what all comes to with the fees.
void put_incidents(Cost& out, const Version& version, const Costing& costing);

/// The answer to one question, clause by clause.
[[nodiscard]] Cost cost_of(const Costing& costing);

/// The same, exact over every completion of what `said` leaves open.
[[nodiscard]] Cost cost_exactly(const Catalogue& catalogue, const Plan& plan, const Told& said);

/// One answer for two of which either may hold.
void join_into(Cost& out, const Cost& other);

/// One more charge of the same case, added to an earlier one of its clause.
void add_charge(std::vector<Charged>& out, const Charged& row);

/// What falls due in one of two cases: what only one of them has may fall due.
void join_charges(std::vector<Charged>& out, std::vector<Charged> other);

/// The label of one more amount of a sum; an amount of nothing needs none.
void add_label(std::optional<Tax>& label, Tax tax, const YenRange& yen);

/// The days of the stretch.
[[nodiscard]] DateSpan days_of(const Scenario& scenario);

}  // namespace hosho
