#include "read_scenario.h"

#include "read_case.h"
#include "versions.h"

namespace hosho::json {
namespace {

constexpr std::int64_t kMostMonths = 1200;
constexpr std::size_t kMostIncidents = 100;

/// Either the last day or a number of months.
void read_stretch(Fields& fields, Scenario& out) {
  Problems& problems = fields.problems();
  if (const auto from = fields.required("from")) out.from = read_day(*from, false, problems).first;
  const auto to = fields.said("to");
  const auto months = fields.said("months");
  if (to) out.to = read_day(*to, false, problems).first;
  if (to && months) report(problems, ProblemCode::bad_value, *months, "to or months, not both");
  if (to && problems.empty() && *out.to < out.from)
    report(problems, ProblemCode::out_of_range, *to, "a day from from on");
  if (months) out.months = read_integer(*months, 0, kMostMonths, problems);
  if (!to && !months && fields.ok()) {
    problems.push_back({ProblemCode::missing_key, fields.at().pointer, "", "to or months", fields.at().value->order});
  }
}

/// An incident lies in the stretch, as far as both are days.
void check_day(const At& at, const FactSlots& incident, const Scenario& scenario, Problems& problems) {
  const FactValue& on = incident[index_of(Fact::incident_on)];
  if (!on.is_said() || !problems.empty()) return;
  const bool inside = on.day.last >= scenario.from && (!scenario.to || on.day.first <= *scenario.to);
  if (inside) return;
  const Value* value = at.value->find("on");
  report(problems, ProblemCode::out_of_range, {value, child(at.pointer, "on")}, "a day of the stretch");
}

void read_incidents(const At& at, const Catalogue& catalogue, Scenario& out, Problems& problems) {
  const std::vector<At> items = read_list(at, true, problems);
  if (items.size() > kMostIncidents) report(problems, ProblemCode::out_of_range, at, "at most 100 incidents");
  for (const At& item : items) {
    out.incidents.push_back(read_incident(item, catalogue, problems));
    check_day(item, out.incidents.back(), out, problems);
  }
}

}  // namespace

Scenario read_scenario(const At& at, const Catalogue& catalogue, Problems& problems) {
  Scenario out;
  Fields fields(at, problems);
  if (const auto plan = fields.required("plan")) {
    out.plan = read_text(*plan, problems);
    if (plan->is(Value::Kind::string) && find_plan(catalogue, out.plan) == nullptr) {
      report(problems, ProblemCode::unknown_plan, *plan, "the id of a loaded plan");
    }
  }
  read_stretch(fields, out);
  if (const auto fee = fields.said("monthly_fee_yen")) {
    out.monthly_fee = Yen{read_integer(*fee, 0, kLargestYen.amount, problems)};
  }
  if (const auto free = fields.said("free_months")) out.free_months = read_integer(*free, 0, kMostMonths, problems);
  if (const auto flag = fields.said("old_device_unreturned")) out.old_device_unreturned = read_flag(*flag, problems);
  if (const auto list = fields.said("incidents")) read_incidents(*list, catalogue, out, problems);
  fields.finish();
  return out;
}

}  // namespace hosho::json
