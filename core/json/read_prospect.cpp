#include "read_prospect.h"

#include <algorithm>

#include "choice_terms.h"
#include "versions.h"

namespace hosho::json {
namespace {

constexpr std::int64_t kMostMonths = 600;
constexpr std::size_t kMostChoices = 200;
constexpr std::size_t kMostPlans = 3;
constexpr double kMostRate = 1000;
constexpr double kMostCycles = 100;
constexpr std::int64_t kMostDesignCycles = 100'000;

double read_number(const At& at, double most, std::string_view expected, Problems& problems) {
  if (!at.is(Value::Kind::integer) && !at.is(Value::Kind::number)) {
    report(problems, ProblemCode::wrong_type, at, expected);
    return 0;
  }
  const double number = at.value->number;
  if (number >= 0 && number <= most) return number;
  report(problems, ProblemCode::out_of_range, at, expected);
  return 0;
}

Yen read_yen(const At& at, Problems& problems) { return Yen{read_integer(at, 0, kLargestYen.amount, problems)}; }

/// The kinds of incident under an object, with the value of each.
std::vector<std::pair<std::size_t, At>> read_kinds(const At& at, Problems& problems) {
  std::vector<std::pair<std::size_t, At>> out;
  Fields fields(at, problems);
  for (const auto& [key, value] : fields.rest()) {
    const auto kind = std::find(kIncidentKinds.begin(), kIncidentKinds.end(), key);
    if (kind == kIncidentKinds.end()) {
      problems.push_back({ProblemCode::unknown_key, value.pointer, key, "a kind of incident", value.value->order});
    } else {
      out.emplace_back(kind - kIncidentKinds.begin(), value);
    }
  }
  return out;
}

std::vector<std::string> read_choice(const At& at, const Catalogue& catalogue, Problems& problems) {
  std::vector<std::string> out;
  for (const At& item : read_list(at, false, problems)) {
    out.push_back(read_text(item, problems));
    if (!item.is(Value::Kind::string)) continue;
    const Plan* const plan = find_plan(catalogue, out.back());
    if (plan == nullptr || !plan->by_joining) {
      report(problems, ProblemCode::unknown_plan, item, "the id of a loaded plan that one joins");
    }
    if (std::count(out.begin(), out.end(), out.back()) > 1) {
      report(problems, ProblemCode::bad_value, item, "every plan once");
    }
  }
  if (out.size() > kMostPlans) report(problems, ProblemCode::out_of_range, at, "at most 3 plans together");
  return out;
}

void read_choices(const At& at, const Catalogue& catalogue, Prospect& out, Problems& problems) {
  out.choices.emplace();
  const std::vector<At> items = read_list(at, true, problems);
  if (items.size() > kMostChoices) report(problems, ProblemCode::out_of_range, at, "at most 200 choices");
  for (const At& item : items) out.choices->push_back(read_choice(item, catalogue, problems));
}

Battery read_battery(const At& at, Problems& problems) {
  Battery out;
  Fields fields(at, problems);
  if (const auto capacity = fields.said("capacity_percent")) {
    out.capacity_percent = read_number(*capacity, 100, "0 to 100", problems);
  }
  if (const auto cycles = fields.required("cycles_per_day")) {
    out.cycles_per_day = read_number(*cycles, kMostCycles, "0 to 100", problems);
  }
  if (const auto cycles = fields.required("design_cycles")) {
    out.design_cycles = read_integer(*cycles, 1, kMostDesignCycles, problems);
  }
  if (const auto price = fields.required("price_yen")) out.price = read_yen(*price, problems);
  fields.finish();
  return out;
}

void read_incidents(Fields& fields, Prospect& out) {
  Problems& problems = fields.problems();
  if (const auto rates = fields.required("rates_per_year")) {
    for (const auto& [kind, rate] : read_kinds(*rates, problems)) {
      out.rates_per_year[kind] = read_number(rate, kMostRate, "0 to 1000", problems);
    }
  }
  if (const auto multiple = fields.said("rate_multiple")) {
    out.rate_multiple = read_number(*multiple, kMostRate, "0 to 1000", problems);
  }
  if (const auto prices = fields.said("prices_yen")) {
    for (const auto& [kind, price] : read_kinds(*prices, problems)) {
      if (!price.is(Value::Kind::null)) out.prices[kind] = read_yen(price, problems);
    }
  }
  if (const auto price = fields.said("replacement_price_yen")) out.replacement_price = read_yen(*price, problems);
  if (const auto battery = fields.said("battery")) out.battery = read_battery(*battery, problems);
}

void read_fees(const At& at, const Catalogue& catalogue, Prospect& out, Problems& problems) {
  Fields fields(at, problems);
  for (const auto& [id, fee] : fields.rest()) {
    if (find_plan(catalogue, id) == nullptr) {
      problems.push_back({ProblemCode::unknown_plan, fee.pointer, id, "the id of a loaded plan", fee.value->order});
    }
    out.monthly_fees.emplace_back(id, read_yen(fee, problems));
  }
}

void check_prices(const At& at, const CaseFacts& facts, const Catalogue& catalogue, const Prospect& prospect,
                  Problems& problems) {
  for (const IncidentKind kind : kinds_without_price(catalogue, facts, prospect)) {
    const auto name = kIncidentKinds[static_cast<std::size_t>(kind)];
    problems.push_back({ProblemCode::missing_key, child(child(at.pointer, "prices_yen"), name), "", std::string(name),
                        at.value->order});
  }
}

}  // namespace

Prospect read_prospect(const At& at, const CaseFacts& facts, const Catalogue& catalogue, Problems& problems) {
  Prospect out;
  Fields fields(at, problems);
  if (const auto from = fields.required("from")) out.from = read_day(*from, false, problems).first;
  if (const auto months = fields.required("months")) {
    out.months = static_cast<std::int32_t>(read_integer(*months, 0, kMostMonths, problems));
  }
  if (const auto choices = fields.said("choices")) read_choices(*choices, catalogue, out, problems);
  read_incidents(fields, out);
  if (const auto fees = fields.said("monthly_fees_yen")) read_fees(*fees, catalogue, out, problems);
  if (const auto flag = fields.said("by_month")) out.by_month = read_flag(*flag, problems);
  fields.finish();
  if (problems.empty()) check_prices(at, facts, catalogue, out, problems);
  return out;
}

}  // namespace hosho::json
