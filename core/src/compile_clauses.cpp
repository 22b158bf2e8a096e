#include <algorithm>
#include <string_view>

#include "compiler.h"
#include "words.h"

namespace hosho {

CiteRef Compiler::cite(const OptionalCite& from) {
  if (!from) return std::nullopt;
  const auto& sources = document_.sources;
  const auto source =
      std::find_if(sources.begin(), sources.end(), [&](const SourceDocument& row) { return row.id == from->source; });
  if (source == sources.end()) {
    report(ProblemCode::unknown_source, from->at, from->source, "one of /sources");
    return std::nullopt;
  }
  const Cite compiled{first_source_ + static_cast<std::size_t>(source - sources.begin()), from->clause, from->quote};
  auto& cites = evidence_.cites;
  const auto known = std::find(cites.begin(), cites.end(), compiled);
  if (known != cites.end()) return static_cast<std::uint32_t>(known - cites.begin());
  cites.push_back(compiled);
  return static_cast<std::uint32_t>(cites.size() - 1);
}

FactTest Compiler::test(Fact fact, const TestDocument& from) {
  FactTest out{{}, from.at_least, from.over, from.at_most, from.under, from.otherwise, from.unsaid_fits, from.code};
  for (const auto& [text, truth] : from.words) out.words.emplace_back(word_of(fact, text, words_), truth);
  return out;
}

ByDay Compiler::by_day(const ConditionDocument& from) {
  ByDay out{{}, from.outside, from.overlap};
  for (const PieceDocument& piece : from.pieces) {
    out.pieces.push_back({piece.days, node(piece.condition.front()), cite(piece.cite)});
  }
  return out;
}

std::uint32_t Compiler::node(const ConditionDocument& from) {
  check_id(from.id, from.at);
  Node out;
  out.op = from.op;
  out.clause = from.id;
  out.cite = cite(from.cite);
  out.fact = from.fact;
  out.other = from.other;
  out.days = from.days;
  out.open_after = from.open_after;
  out.code = from.code;
  for (const ConditionDocument& part : from.parts) out.parts.push_back(node(part));
  if (from.op == Node::Op::test) {
    out.table = static_cast<std::uint32_t>(current_->tests.size());
    current_->tests.push_back(test(from.fact, from.test));
  } else if (from.op == Node::Op::within) {
    out.table = static_cast<std::uint32_t>(current_->periods.size());
    current_->periods.push_back(*from.period);
  } else if (from.op == Node::Op::by_day) {
    ByDay pieces = by_day(from);
    out.table = static_cast<std::uint32_t>(current_->by_day.size());
    current_->by_day.push_back(std::move(pieces));
  }
  current_->nodes.push_back(std::move(out));
  return static_cast<std::uint32_t>(current_->nodes.size() - 1);
}

NodeRef Compiler::condition(const OptionalCondition& from) {
  if (!from) return std::nullopt;
  return node(*from);
}

/// A natural failure means that of every part which no clause of the version names by itself.
KindSet Compiler::kinds(const std::vector<std::pair<IncidentKind, Place>>& from, const VersionDocument& version) const {
  KindSet out;
  KindSet named;
  for (const auto* list : {&version.covered, &version.excluded, &version.silent}) {
    for (const IncidentClauseDocument& clause : *list) {
      for (const auto& [kind, place] : clause.kinds) named.insert(kind);
    }
  }
  for (const auto& [kind, place] : from) {
    out.insert(kind);
    if (kind != IncidentKind::natural_failure) continue;
    for (const IncidentKind part :
         {IncidentKind::camera_failure, IncidentKind::button_failure, IncidentKind::board_failure}) {
      if (!named.contains(part)) out.insert(part);
    }
  }
  return out;
}

std::vector<IncidentClause> Compiler::incident_clauses(const std::vector<IncidentClauseDocument>& from,
                                                       const VersionDocument& version) {
  std::vector<IncidentClause> out;
  for (const IncidentClauseDocument& clause : from) {
    check_id(clause.id, clause.at);
    const KindSet set = clause.every_kind ? KindSet::every() : kinds(clause.kinds, version);
    std::optional<Until> until;
    if (clause.until) until = Until{clause.until->period, clause.until->deadline, cite(clause.until->cite)};
    std::optional<After> after;
    if (clause.after) after = After{clause.after->fact, cite(clause.after->cite)};
    out.push_back(
        {clause.id, cite(clause.cite), set, condition(clause.when), until, after, clause.rests_on, clause.code});
  }
  return out;
}

std::vector<LimitClause> Compiler::limits(const VersionDocument& version) {
  std::vector<LimitClause> out;
  for (const LimitDocument& row : version.limits) {
    check_id(row.id, row.at);
    const KindSet counts = row.kinds ? kinds(*row.kinds, version) : KindSet::every();
    out.push_back({row.id, cite(row.cite), row.claims, row.year, row.stated, counts, row.code});
  }
  return out;
}

Amount Compiler::amount(const AmountDocument& from, const VersionDocument& version) {
  check_id(from.id, from.at);
  Amount out;
  out.id = from.id;
  out.cite = cite(from.cite);
  out.conflicts_with = cite(from.conflicts_with);
  out.known = from.yen.has_value() || !from.by_claim.empty() || !from.table.empty();
  if (from.yen) out.yen = *from.yen;
  out.tax = from.tax;
  out.kind = from.kind;
  if (from.kinds) out.kinds = kinds(*from.kinds, version);
  if (!from.remedy.empty()) out.remedy = word_of(Fact::incident_remedy, from.remedy, words_);
  out.when = condition(from.when);
  out.or_when = condition(from.or_when);
  out.by_claim = from.by_claim;
  out.late = from.late;
  out.table_by = from.table_by;
  out.table = from.table;
  return out;
}

std::vector<Amount> Compiler::amounts(const std::vector<AmountDocument>& from, const VersionDocument& version) {
  std::vector<Amount> out;
  for (const AmountDocument& row : from) out.push_back(amount(row, version));
  return out;
}

Fee Compiler::fee(const FeeDocument& from) {
  Fee out;
  for (const FeeAmountDocument& row : from.amounts) {
    check_id(row.id, row.at);
    out.amounts.push_back(
        {row.id, cite(row.cite), cite(row.conflicts_with), row.yen, row.tax, condition(row.when), row.code, {}});
    for (const SumOverDocument& sum : row.other_sums)
      out.amounts.back().other_sums.push_back({sum.months, sum.yen, cite(sum.cite)});
  }
  out.otherwise = from.otherwise;
  out.first_month = {from.first_month.rule, cite(from.first_month.cite), from.first_month.code};
  out.leaving_month = {from.leaving_month.rule, cite(from.leaving_month.cite), from.leaving_month.code};
  return out;
}

void Compiler::fees(const VersionDocument& from) {
  Fees& out = current_->fees;
  if (from.monthly_fee) out.monthly = fee(*from.monthly_fee);
  if (from.one_time_fee) out.one_time = fee(*from.one_time_fee);
  if (const auto& row = from.free_months) {
    check_id(row->id, row->at);
    out.free_months = FreeMonths{row->id, cite(row->cite), condition(row->when), row->min, row->max};
  }
}

void Compiler::joining(const VersionDocument& from) {
  Version& out = *current_;
  out.join = condition(from.join);
  for (const NotWithDocument& row : from.not_with) {
    check_id(row.id, row.at);
    out.not_with.push_back({row.id, cite(row.cite), row.plans, row.this_device});
  }
  if (const auto& row = from.rejoin) {
    check_id(row->id, row->at);
    out.rejoin = RejoinClause{row->id, cite(row->cite), row->allowed, row->code};
  }
}

void Compiler::actions(const VersionDocument& from) {
  Version& out = *current_;
  for (const auto& row : from.cautions)
    out.cautions.push_back({row.code, condition(row.when), cite(row.cite), cite(row.conflicts_with)});
  for (const auto& row : from.steps) out.steps.push_back({row.code, row.at, condition(row.when), cite(row.cite)});
  for (const auto& row : from.contacts) {
    out.contacts.push_back(
        {row.name_ja, row.name_en, row.channels, row.have_ready, condition(row.when), cite(row.cite)});
  }
}

}  // namespace hosho
