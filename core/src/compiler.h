#pragma once
/// One plan file on its way from document to plan; private to `compile_plan`.

#include <string>
#include <utility>
#include <vector>

#include "compile_plan.h"

namespace hosho {

/// Compiles one file; collects what is wrong on the way.
class Compiler {
 public:
  Compiler(const PlanDocument& document, Words& words, Evidence& evidence, Problems& problems)
      : document_(document),
        words_(words),
        evidence_(evidence),
        problems_(problems),
        first_source_(evidence.sources.size()) {}

  Plan plan();

 private:
  Version version(const VersionDocument& from);
  void term(const VersionDocument& from);
  void check_order();
  void check_id(const std::string& id, const Place& at);
  void check_conflicts(const VersionDocument& from);

  CiteRef cite(const OptionalCite& from);
  NodeRef condition(const OptionalCondition& from);
  std::uint32_t node(const ConditionDocument& from);
  ByDay by_day(const ConditionDocument& from);
  std::vector<LimitClause> limits(const VersionDocument& version);
  FactTest test(Fact fact, const TestDocument& from);
  KindSet kinds(const std::vector<std::pair<IncidentKind, Place>>& from, const VersionDocument& version) const;
  std::vector<IncidentClause> incident_clauses(const std::vector<IncidentClauseDocument>& from,
                                               const VersionDocument& version);
  Amount amount(const AmountDocument& from, const VersionDocument& version);
  std::vector<Amount> amounts(const std::vector<AmountDocument>& from, const VersionDocument& version);
  Fee fee(const FeeDocument& from);
  void joining(const VersionDocument& from);
  void fees(const VersionDocument& from);
  void actions(const VersionDocument& from);

  void report(ProblemCode code, const Place& at, std::string found, std::string expected) {
    problems_.push_back({code, at.pointer, std::move(found), std::move(expected), at.order});
  }

  const PlanDocument& document_;
  Words& words_;
  Evidence& evidence_;
  Problems& problems_;
  std::size_t first_source_;
  Version* current_ = nullptr;
  std::vector<std::string> ids_;  ///< of the clauses of the current version, in file order
};

}  // namespace hosho
