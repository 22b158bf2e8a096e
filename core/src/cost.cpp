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

/// The case as the scenario has it: the plan held on this device, and nothing that has happened yet.
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

/// Takes over the charges of another version, each of which then only may fall due.
void join_charges(std::vector<Charged>& out, const std::vector<Charged>& other) {
  out.insert(out.end(), other.begin(), other.end());
  for (Charged& row : out) row.adds.min = Yen{0};
}

/// One answer for two versions of which either may be in force. Sound; where charges differ, not tight.
void join_into(Cost& out, const Cost& other, Fact chosen_by) {
  add_once(out.missing, OpenFact{chosen_by, {}});
  out.fees = hull(out.fees, other.fees);
  out.you_pay = hull(out.you_pay, other.you_pay);
  join_charges(out.charges, other.charges);
  if (other.tax) add_label(out.tax, *other.tax, YenRange::open_from(Yen{0}));
  add_all_once(out.missing, other.missing);
  add_all_once(out.not_stated, other.not_stated);
  add_all_once(out.cautions, other.cautions);
  for (const Reason& reason : other.reasons) out.reasons.push_back(reason);
}

/// Different labels were put together, in the total or against the price without the plan.
bool mixes_labels(const Cost& cost) {
  const bool differ = cost.tax && cost.without_plan_tax && *cost.tax != *cost.without_plan_tax;
  return differ || cost.tax == Tax::mixed;
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

Cost cost(const Catalogue& catalogue, const CaseFacts& facts, const Scenario& scenario) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  const Plan* const plan = find_plan(catalogue, scenario.plan);
  const std::optional<std::size_t> cover = find_cover(*plan, filled);
  const CaseFacts told = as_told(filled, cover, scenario);
  const HeldCover* said = cover ? &(*filled.covers)[*cover] : nullptr;
  const Situation situation{catalogue, told, &told.covers->front(), nullptr};
  Cost out;
  bool first = true;
  for (const Version* version : versions_in_play(*plan, situation)) {
    Cost sums;
    put_fees(sums, *version, scenario, said, situation);
    put_incidents(sums, *version, scenario, situation);
    if (first) {
      out = std::move(sums);
    } else {
      join_into(out, sums, version->chosen_by);
    }
    first = false;
  }
  out.plan = plan->id;
  out.cover = cover;
  out.total = sum(out.fees, out.you_pay);
  for (const Charged& row : out.charges) out.total = sum(out.total, row.adds);
  out.saving = difference(out.without_plan, out.total);
  if (mixes_labels(out)) out.cautions.push_back({kTaxMixed, {}, {}});
  return out;
}

}  // namespace hosho
