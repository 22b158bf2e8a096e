#include "read_fees.h"

#include <algorithm>
#include <array>

#include "evidence.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 4> kPartMonths = {"full", "pro_rata", "free", "not_stated"};
constexpr std::int64_t kMostMonths = 120;

SumOverDocument read_sum_over(const At& at, Problems& problems) {
  SumOverDocument out;
  Fields fields(at, problems);
  if (const auto months = fields.required("months")) out.months = read_integer(*months, 1, kMostMonths, problems);
  if (const auto yen = fields.required("yen")) out.yen = Yen{read_integer(*yen, 0, kLargestYen.amount, problems)};
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

FeeAmountDocument read_fee_amount(const At& at, Problems& problems) {
  FeeAmountDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto yen = fields.required("yen")) out.yen = read_yen(*yen, problems);
  if (const auto approx = fields.optional("approx")) out.yen.approx = read_flag(*approx, problems);
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems);
  out.when = read_when(fields);
  if (const auto code = fields.optional("code")) out.code = read_code(*code, problems);
  if (const auto conflict = fields.optional("conflicts_with")) out.conflicts_with = read_cite(*conflict, problems);
  read_each(fields, "other_sums", read_sum_over, out.other_sums);
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

PartMonthDocument read_part_month(const At& at, Problems& problems) {
  PartMonthDocument out;
  Fields fields(at, problems);
  if (const auto is = fields.required("is"))
    out.rule = static_cast<PartMonth::Rule>(read_word(*is, kPartMonths, problems));
  const bool silent = out.rule == PartMonth::Rule::not_stated;
  if (const auto code = silent ? fields.required("code") : fields.optional("code"))
    out.code = read_code(*code, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

/// A single amount, or several of which each has a guard; the caller finishes the fields.
FeeDocument read_fee(Fields& fields) {
  FeeDocument out;
  Problems& problems = fields.problems();
  read_some(fields, "amounts", read_fee_amount, out.amounts);
  const auto guarded = [](const FeeAmountDocument& row) { return row.when.has_value(); };
  const bool all_guarded = std::all_of(out.amounts.begin(), out.amounts.end(), guarded);
  const auto code = all_guarded && !out.amounts.empty() ? fields.required("code") : fields.optional("code");
  if (code) out.otherwise = read_code(*code, problems);
  if (out.amounts.size() < 2) return out;
  for (const FeeAmountDocument& row : out.amounts) {
    if (!row.when)
      problems.push_back({ProblemCode::missing_key, row.at.pointer, "", "when, beside other amounts", row.at.order});
  }
  return out;
}

}  // namespace

FeeDocument read_monthly_fee(const At& at, Problems& problems) {
  Fields fields(at, problems);
  FeeDocument out = read_fee(fields);
  if (const auto first = fields.optional("first_month")) out.first_month = read_part_month(*first, problems);
  if (const auto last = fields.optional("leaving_month")) out.leaving_month = read_part_month(*last, problems);
  fields.finish();
  return out;
}

FeeDocument read_one_time_fee(const At& at, Problems& problems) {
  Fields fields(at, problems);
  FeeDocument out = read_fee(fields);
  fields.finish();
  return out;
}

FreeMonthsDocument read_free_months(const At& at, Problems& problems) {
  FreeMonthsDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto min = fields.required("min")) out.min = read_integer(*min, 0, kMostMonths, problems);
  if (const auto max = fields.required("max")) out.max = read_integer(*max, out.min, kMostMonths, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::always);
  fields.finish();
  return out;
}

}  // namespace hosho::json
