#include "hosho/cost.h"

#include <algorithm>
#include <utility>

#include "cost_parts.h"
#include "finding.h"
#include "hosho/hosho.h"
#include "pay.h"
#include "versions.h"

namespace hosho {
namespace {

constexpr std::string_view kTaxMixed = "tax_mixed";

/// The case as the scenario has it. Without a day on which it was joined, the plan is held from the first day on.
CaseFacts as_told(const CaseFacts& facts, std::optional<std::size_t> cover, const Scenario& scenario) {
  CaseFacts out = facts;
  for (std::size_t i = index_of(Fact::incident_kind); i <= index_of(Fact::incident_loaner_state); ++i) {
    out.facts[i] = {};
  }
  HeldCover held;
  held.plan = scenario.plan;
  if (cover) held = (*facts.covers)[*cover];
  held.facts[index_of(Fact::cover_is_this_device)] = FactValue::of(std::int64_t{1});
  FactValue& joined = held.facts[index_of(Fact::cover_joined_on)];
  if (!joined.is_said()) joined = FactValue::of(DateSpan::day(scenario.from));
  out[Fact::join_on] = joined;
  if (!held.claims) held.claims.emplace();
  out.covers = {std::move(held)};
  return out;
}

/// Different labels were put together, in the total or against the price without the plan.
bool mixes_labels(const Cost& cost) {
  const bool differ = cost.tax && cost.without_plan_tax && *cost.tax != *cost.without_plan_tax;
  return differ || cost.tax == Tax::mixed;
}

Charged* same_clause(std::vector<Charged>& list, const Charged& row) {
  for (Charged& known : list) {
    if (known.kind == row.kind && known.cite == row.cite) return &known;
  }
  return nullptr;
}

Difference difference(const YenRange& a, const YenRange& b) {
  Difference out;
  if (b.max) out.min = a.min - *b.max;
  if (a.max) out.max = *a.max - b.min;
  return out;
}

}  // namespace

DateSpan days_of(const Scenario& scenario) {
  if (scenario.to) return {scenario.from, *scenario.to};
  const Months months{static_cast<std::int32_t>(scenario.months)};
  const Date last = scenario.months == 0 ? scenario.from : period_end(scenario.from, months, FirstDay::included).on;
  return {scenario.from, std::min(last, kLastDate)};
}

void add_label(std::optional<Tax>& label, Tax tax, const YenRange& yen) {
  if (yen.max != Yen{0}) label = label ? join(*label, tax) : tax;
}

void add_charge(std::vector<Charged>& out, const Charged& row) {
  if (Charged* const known = same_clause(out, row)) {
    known->adds = sum(known->adds, row.adds);
    known->triggered = known->triggered || row.triggered;
  } else {
    out.push_back(row);
  }
}

void join_charges(std::vector<Charged>& out, std::vector<Charged> other) {
  for (Charged& row : out) {
    const Charged* const also = same_clause(other, row);
    row.adds = hull(row.adds, also != nullptr ? also->adds : YenRange{});
    row.triggered = row.triggered && also != nullptr && also->triggered;
  }
  for (Charged& row : other) {
    if (same_clause(out, row) != nullptr) continue;
    row.adds.min = Yen{0};
    row.triggered = false;
    out.push_back(row);
  }
}

void join_into(Cost& out, const Cost& other) {
  out.fees = hull(out.fees, other.fees);
  out.you_pay = hull(out.you_pay, other.you_pay);
  out.without_plan = hull(out.without_plan, other.without_plan);
  out.total = hull(out.total, other.total);
  join_charges(out.charges, other.charges);
  if (other.tax) add_label(out.tax, *other.tax, YenRange::open_from(Yen{0}));
  add_all_once(out.missing, other.missing);
  add_all_once(out.not_stated, other.not_stated);
  add_all_once(out.cautions, other.cautions);
}

Cost cost_of(const Costing& costing) {
  const Situation situation = costing.situation(costing.told.facts);
  std::optional<Cost> out;
  for (const Version* version : versions_in_play(costing.plan, situation)) {
    Cost sums;
    put_fees(sums, *version, costing);
    put_incidents(sums, *version, costing);
    if (out) {
      join_into(*out, sums);
      add_once(out->missing, OpenFact{version->chosen_by, {}});
    } else {
      out = std::move(sums);
    }
  }
  return *out;
}

Cost cost(const Catalogue& catalogue, const CaseFacts& facts, const Scenario& scenario) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  const Plan* const plan = find_plan(catalogue, scenario.plan);
  const std::optional<std::size_t> cover = find_cover(*plan, filled);
  Cost out = cost_exactly(catalogue, *plan, {as_told(filled, cover, scenario), scenario});
  out.plan = plan->id;
  out.cover = cover;
  out.saving = difference(out.without_plan, out.total);
  if (mixes_labels(out)) out.cautions.push_back({kTaxMixed, {}, {}});
  return out;
}

}  // namespace hosho
