#include "read_clauses.h"

#include <array>

#include "evidence.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 1> kNoNumber = {"not_stated"};
constexpr std::int64_t kMostClaims = 1000;
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

AfterDocument read_after(const At& at, Problems& problems) {
  AfterDocument out;
  Fields fields(at, problems);
  if (const auto of = fields.required("of")) out.fact = read_fact(*of, FactType::day, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
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
  using Rule = StartClause::Rule;
  StartDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  const auto on = fields.optional("on");
  const auto month_after = fields.optional("first_of_month_after");
  const auto latest_of = fields.optional("latest_of");
  const int rules = (on ? 1 : 0) + (month_after ? 1 : 0) + (latest_of ? 1 : 0);
  if (fields.ok() && rules != 1) {
    report(problems, ProblemCode::ambiguous_condition, at, "on, first_of_month_after or latest_of");
  }
  if (on) out.facts.push_back(read_fact(*on, FactType::day, problems));
  if (month_after) {
    out.rule = Rule::first_of_month_after;
    out.facts.push_back(read_fact(*month_after, FactType::day, problems));
  }
  if (latest_of) {
    out.rule = Rule::latest_of;
    for (const At& item : read_list(*latest_of, false, problems)) {
      out.facts.push_back(read_fact(item, FactType::day, problems));
    }
  }
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

RegisterDocument read_register(const At& at, Problems& problems) {
  RegisterDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto by = fields.optional("by")) {
    Fields period(*by, problems);
    if (period.ok()) out.by = read_period(period);
    period.finish();
  }
  if (const auto late = fields.optional("late")) out.late = read_outcome(*late, problems);
  if (const auto never = fields.required("never")) out.never = read_outcome(*never, problems);
  const bool silent = (out.by && out.late == Truth::not_stated) || out.never == Truth::not_stated;
  if (const auto code = silent ? fields.required("code") : fields.optional("code"))
    out.code = read_code(*code, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

DayDocument read_day_clause(const At& at, Problems& problems) {
  DayDocument out;
  Fields fields(at, problems);
  if (const auto kind = fields.required("kind")) {
    out.kind = static_cast<DeadlineKind>(read_word(*kind, kDeadlineKinds, problems));
  }
  const auto on = fields.optional("on");
  const auto of = fields.optional("of");
  if (on) out.on = read_fact(*on, FactType::day, problems);
  if (fields.ok() && on.has_value() == of.has_value()) {
    report(problems, ProblemCode::ambiguous_condition, at, "on, or of with a length");
  }
  if (of && !on) out.period = read_period(fields);
  if (of && on) {
    for (const char* const key : {"months", "days", "first_day"}) fields.take(key);
  }
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

void read_ends_with_line(const At& at, VersionDocument& out, Problems& problems) {
  Fields fields(at, problems);
  if (const auto carriers = fields.required("carriers")) {
    for (const At& item : read_list(*carriers, false, problems))
      out.ends_with_line.push_back(read_text(item, problems));
  }
  out.line_cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
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
  const auto claims = fields.required("claims");
  out.stated = claims && !claims->is(Value::Kind::string);
  if (claims && out.stated) out.claims = read_integer(*claims, 1, kMostClaims, problems);
  if (claims && !out.stated) static_cast<void>(read_word(*claims, kNoNumber, problems));
  const auto certain = out.stated ? std::nullopt : fields.required("certain");
  if (certain) out.claims = read_integer(*certain, 0, kMostCertain, problems);
  const auto year = out.stated ? fields.required("per_year_from") : std::nullopt;
  if (year) out.year = static_cast<ClaimYear>(read_word(*year, kClaimYears, problems));
  if (const auto counts = fields.optional("counts")) out.kinds = read_kinds(*counts, problems);
  const bool silent = !out.stated || out.year == ClaimYear::not_stated;
  if (const auto code = silent ? fields.required("code") : fields.optional("code"))
    out.code = read_code(*code, problems);
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
  if (const auto after = fields.optional("after")) out.after = read_after(*after, problems);
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
  if (const auto after = fields.optional("after")) out.after = read_after(*after, problems);
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
