#include "read_sums.h"

#include "evidence.h"

namespace hosho::json {
namespace {

/// A sum that stands by itself or, under another key, in a list or table.
enum class Instead : std::uint8_t { by_claim, yen_by };

std::int64_t read_bound(Fields& fields, std::string_view key, std::int64_t otherwise) {
  const auto at = fields.optional(key);
  return at ? read_integer(*at, 0, kLargestYen.amount, fields.problems()) : otherwise;
}

AmountRow read_row(const At& at, Problems& problems) {
  Fields fields(at, problems);
  AmountRow out{read_bound(fields, "at_least", 0), read_bound(fields, "under", kLargestYen.amount + 1), Yen{0}};
  const bool bounded = fields.ok() && (at.value->find("at_least") != nullptr || at.value->find("under") != nullptr);
  const Value* under = fields.ok() ? at.value->find("under") : nullptr;
  if (under != nullptr && out.under <= out.at_least) {
    report(problems, ProblemCode::out_of_range, {under, child(at.pointer, "under")}, "more than at_least");
  }
  if (fields.ok() && !bounded) report(problems, ProblemCode::missing_key, at, "at_least or under");
  if (const auto yen = fields.required("yen")) out.yen = Yen{read_integer(*yen, 0, kLargestYen.amount, problems)};
  fields.finish();
  return out;
}

/// A fact that is a number.
Fact read_figure(const At& at, Problems& problems) {
  const std::size_t before = problems.size();
  const Fact out = read_fact(at, std::nullopt, problems);
  const FactType type = info(out).type;
  const bool figure = type == FactType::yen || type == FactType::count || type == FactType::percent;
  if (!figure && problems.size() == before) report(problems, ProblemCode::unknown_fact, at, "a number of the case");
  return out;
}

/// Percents are whole in a file and thousandths inside.
void read_table(const At& at, AmountDocument& out, Problems& problems) {
  Fields fields(at, problems);
  if (const auto fact = fields.required("fact")) out.table_by = read_figure(*fact, problems);
  if (const auto rows = fields.required("rows")) {
    for (const At& item : read_list(*rows, false, problems)) out.table.push_back(read_row(item, problems));
  }
  const bool percent = out.table_by && info(*out.table_by).type == FactType::percent;
  constexpr std::int64_t kThousandths = 1000;
  for (AmountRow& row : out.table) {
    row.at_least *= percent ? kThousandths : 1;
    row.under *= percent ? kThousandths : 1;
  }
  fields.finish();
}

void read_instead(const At& at, Instead instead, AmountDocument& out, Problems& problems) {
  if (instead == Instead::yen_by) {
    read_table(at, out, problems);
    return;
  }
  for (const At& item : read_list(at, false, problems)) {
    out.by_claim.push_back(Yen{read_integer(item, 0, kLargestYen.amount, problems)});
  }
}

/// What all sums share; the caller finishes the fields.
AmountDocument read_amount(Fields& fields, Instead instead) {
  AmountDocument out;
  Problems& problems = fields.problems();
  out.at = {fields.at().pointer, fields.at().value->order};
  const std::string_view other = instead == Instead::by_claim ? "by_claim" : "yen_by";
  const auto other_sum = fields.optional(other);
  const auto yen = fields.optional("yen");
  if (fields.ok() && yen.has_value() == other_sum.has_value()) {
    report(problems, ProblemCode::ambiguous_condition, fields.at(), "yen or " + std::string(other));
  }
  if (yen && !yen->is(Value::Kind::null)) out.yen = read_yen(*yen, problems);
  if (other_sum) read_instead(*other_sum, instead, out, problems);
  if (const auto approx = fields.optional("approx"); approx && out.yen) out.yen->approx = read_flag(*approx, problems);
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems);
  if (const auto conflict = fields.optional("conflicts_with")) out.conflicts_with = read_cite(*conflict, problems);
  return out;
}

Late read_late(const At& at, Problems& problems) {
  Late out{{Fact::as_of, {}, Days{1}, FirstDay::not_stated}, Fact::as_of, {}, {}, {}};
  Fields fields(at, problems);
  if (!fields.ok()) return out;
  out.by = read_period(fields);
  if (const auto done_on = fields.required("done_on")) out.done_on = read_fact(*done_on, FactType::day, problems);
  if (const auto done = fields.optional("done")) out.done = read_fact(*done, FactType::flag, problems);
  if (const auto excused = fields.optional("excused_by")) {
    out.excused_by = read_fact(*excused, FactType::flag, problems);
  }
  if (const auto deadline = fields.optional("deadline")) {
    out.deadline = static_cast<DeadlineKind>(read_word(*deadline, kDeadlineKinds, problems));
  }
  fields.finish();
  return out;
}

void refuse_null(Fields& fields, const AmountDocument& amount) {
  const Value* yen = fields.ok() ? fields.at().value->find("yen") : nullptr;
  if (yen != nullptr && !amount.yen)
    report(fields.problems(), ProblemCode::wrong_type, {yen, child(fields.at().pointer, "yen")}, "yen");
}

}  // namespace

AmountDocument read_pay(const At& at, Problems& problems) {
  Fields fields(at, problems);
  AmountDocument out = read_amount(fields, Instead::by_claim);
  refuse_null(fields, out);
  out.id = read_id(fields);
  if (const auto remedy = fields.optional("remedy"))
    out.remedy = read_word_of(Fact::incident_remedy, *remedy, problems);
  if (const auto kinds = fields.optional("incidents")) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

AmountDocument read_cap(const At& at, Problems& problems) {
  AmountDocument out;
  Fields fields(at, problems);
  if (const auto yen = fields.required("yen"))
    out.yen = YenRange::exactly(Yen{read_integer(*yen, 0, kLargestYen.amount, problems)});
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

AmountDocument read_charge(const At& at, Problems& problems) {
  Fields fields(at, problems);
  AmountDocument out = read_amount(fields, Instead::yen_by);
  refuse_null(fields, out);
  out.id = read_id(fields);
  if (const auto kind = fields.required("kind")) out.kind = read_code(*kind, problems);
  out.when = read_when(fields);
  const auto late = fields.optional("late");
  if (late) out.late = read_late(*late, problems);
  const auto other = fields.optional("or");
  if (other) out.or_when = read_condition(*other, problems);
  if (other && !late) problems.push_back({ProblemCode::missing_key, at.pointer, "", "late", at.value->order});
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

AmountDocument read_hold(const At& at, Problems& problems) {
  AmountDocument out;
  Fields fields(at, problems);
  if (const auto kind = fields.required("kind")) out.kind = read_code(*kind, problems);
  if (const auto yen = fields.required("yen"); yen && !yen->is(Value::Kind::null)) out.yen = read_yen(*yen, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

}  // namespace hosho::json
