#include "read_sums.h"

#include "evidence.h"

namespace hosho::json {
namespace {

/// What all sums share; the caller finishes the fields.
AmountDocument read_amount(Fields& fields) {
  AmountDocument out;
  Problems& problems = fields.problems();
  out.at = {fields.at().pointer, fields.at().value->order};
  if (const auto yen = fields.required("yen"); yen && !yen->is(Value::Kind::null)) out.yen = read_yen(*yen, problems);
  if (const auto approx = fields.optional("approx"); approx && out.yen) out.yen->approx = read_flag(*approx, problems);
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems);
  if (const auto other = fields.optional("conflicts_with")) out.conflicts_with = read_cite(*other, problems);
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
  AmountDocument out = read_amount(fields);
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
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

AmountDocument read_charge(const At& at, Problems& problems) {
  Fields fields(at, problems);
  AmountDocument out = read_amount(fields);
  refuse_null(fields, out);
  out.id = read_id(fields);
  if (const auto kind = fields.required("kind")) out.kind = read_code(*kind, problems);
  out.when = read_when(fields);
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
