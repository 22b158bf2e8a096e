#include "read_clauses.h"

#include <array>

#include "evidence.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 1> kClaims = {"not_stated"};
constexpr std::int64_t kMostCertain = 100;
constexpr std::array<std::string_view, 2> kRestsOn = {"reported_case", "inference"};
constexpr std::array<std::string_view, 2> kIfAbsent = {"not_stated", "refused"};
constexpr std::array<std::string_view, 2> kPapers = {"documents.proof_of_purchase", "documents.credit_card"};

RestsOn read_rests_on(const At& at, Problems& problems) {
  RestsOn out{RestsOn::Kind::reported_case, {}, {}};
  Fields fields(at, problems);
  if (const auto kind = fields.required("kind"))
    out.kind = static_cast<RestsOn::Kind>(read_word(*kind, kRestsOn, problems));
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  if (const auto caution = fields.optional("caution")) out.caution = read_code(*caution, problems);
  fields.finish();
  return out;
}

UntilDocument read_until(const At& at, Problems& problems) {
  UntilDocument out;
  Fields fields(at, problems);
  if (!fields.ok()) return out;
  out.period = read_period(fields);
  if (const auto deadline = fields.optional("deadline")) {
    out.deadline = static_cast<DeadlineKind>(read_word(*deadline, kDeadlineKinds, problems));
  }
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

}  // namespace

StartDocument read_start(const At& at, Problems& problems) {
  StartDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto on = fields.required("on")) out.on = read_fact(*on, FactType::day, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

EndDocument read_end(const At& at, Problems& problems) {
  EndDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (fields.ok()) out.period = read_period(fields);
  if (const auto unless = fields.optional("unless")) out.unless = read_condition(*unless, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

LimitDocument read_limit(const At& at, Problems& problems) {
  LimitDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto claims = fields.required("claims")) static_cast<void>(read_word(*claims, kClaims, problems));
  if (const auto certain = fields.required("certain")) out.certain = read_integer(*certain, 0, kMostCertain, problems);
  if (const auto counts = fields.required("counts")) out.kinds = read_kinds(*counts, problems);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

IncidentClauseDocument read_covered(const At& at, Problems& problems) {
  IncidentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto kinds = fields.required("incidents")) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  if (const auto until = fields.optional("until")) out.until = read_until(*until, problems);
  if (const auto rests_on = fields.optional("rests_on")) out.rests_on = read_rests_on(*rests_on, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

IncidentClauseDocument read_excluded(const At& at, Problems& problems) {
  IncidentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  const auto kinds = fields.optional("incidents");
  if (kinds) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  out.every_kind = !kinds;
  if (fields.ok() && kinds.has_value() == out.when.has_value())
    report(problems, ProblemCode::ambiguous_condition, at, "incidents or when");
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

IncidentClauseDocument read_silent(const At& at, Problems& problems) {
  IncidentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  if (const auto kinds = fields.required("incidents")) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  if (const auto until = fields.optional("until")) out.until = read_until(*until, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

DocumentClauseDocument read_document(const At& at, Problems& problems) {
  DocumentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto fact = fields.required("fact")) out.fact = *find_fact(kPapers[read_word(*fact, kPapers, problems)]);
  if (const auto absent = fields.required("if_absent"))
    out.if_absent = read_word(*absent, kIfAbsent, problems) == 1 ? Truth::no : Truth::not_stated;
  if (const auto code = fields.optional("code")) out.code = read_code(*code, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

}  // namespace hosho::json
