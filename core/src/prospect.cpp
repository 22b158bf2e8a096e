#include "prospect.h"

#include <algorithm>

#include "versions.h"

namespace hosho {
namespace {

constexpr std::int32_t kMonthsOfAYear = 12;
/// Just below the 80 % of its design, in thousandths of a percent.
constexpr std::int64_t kWorn = 79'999;

bool is_for_good(IncidentKind kind) {
  return kind == IncidentKind::total_loss || kind == IncidentKind::loss || kind == IncidentKind::theft;
}

/// What the person named: a price of the kind, of a phone lost for good that of another one.
std::optional<Yen> named_price(const Prospect& prospect, IncidentKind kind, bool worn_battery) {
  std::optional<Yen> out = prospect.prices[static_cast<std::size_t>(kind)];
  if (worn_battery) out = prospect.battery->price;
  if (!out && is_for_good(kind)) out = prospect.replacement_price;
  if (out && prospect.replacement_price) out = std::min(*out, *prospect.replacement_price);
  return out;
}

/// The cover of a plan, joined on the first day unless it is held.
HeldCover cover_of(const Plan& plan, const CaseFacts& facts, Date from) {
  HeldCover out;
  if (const auto held = find_cover(plan, facts)) out = (*facts.covers)[*held];
  const bool is_new = out.plan.empty();
  out.plan = plan.id;
  out.facts[index_of(Fact::cover_is_this_device)] = FactValue::of(std::int64_t{1});
  const FactValue first_day = FactValue::of(DateSpan::day(from));
  for (const Fact fact : {Fact::cover_joined_on, Fact::cover_started_on, Fact::cover_registered_on}) {
    if (is_new) out.facts[index_of(fact)] = first_day;
  }
  FactValue& extended = out.facts[index_of(Fact::cover_extended)];
  if (!extended.is_said()) extended = FactValue::of(std::int64_t{0});
  if (!out.claims) out.claims.emplace();
  return out;
}

/// Who joins a cover that ends with a line has that line.
void take_line(CaseFacts& out, const Plan& plan) {
  const auto& carriers = plan.versions.back().ends_with_line;
  if (!carriers.empty()) out[Fact::line_carrier] = FactValue::of(carriers.front());
}

}  // namespace

std::vector<Date> month_days(Date from, std::int32_t months) {
  const CivilDay first = from.civil();
  std::vector<Date> out;
  for (std::int32_t i = 0; i < months; ++i) {
    const std::int32_t number = first.year * kMonthsOfAYear + first.month - 1 + i;
    const std::int32_t year = number / kMonthsOfAYear;
    const std::int32_t month = number % kMonthsOfAYear + 1;
    out.emplace_back(CivilDay{year, month, std::min(first.day, days_in_month(year, month))});
  }
  return out;
}

CaseFacts as_held(const CaseFacts& facts, const Prospect& prospect, const std::vector<const Plan*>& plans) {
  CaseFacts out = facts;
  for (std::size_t i = index_of(Fact::incident_kind); i <= index_of(Fact::incident_loaner_state); ++i) {
    out.facts[i] = {};
  }
  out[Fact::incident_remedy] = facts[Fact::incident_remedy];
  out[Fact::join_on] = FactValue::of(DateSpan::day(prospect.from));
  out.covers.emplace();
  for (const Plan* plan : plans) {
    out.covers->push_back(cover_of(*plan, facts, prospect.from));
    if (!find_cover(*plan, facts)) take_line(out, *plan);
  }
  return out;
}

CaseFacts with_incident(const CaseFacts& facts, const Prospect& prospect, IncidentKind kind, DateSpan days,
                        bool worn_battery) {
  CaseFacts out = facts;
  out[Fact::incident_kind] = FactValue::of(Word{static_cast<std::int32_t>(kind)});
  out[Fact::incident_on] = FactValue::of(days);
  if (worn_battery) out[Fact::incident_battery_capacity_percent] = FactValue::of(kWorn);
  const std::optional<Yen> price = named_price(prospect, kind, worn_battery);
  if (price) out[Fact::incident_repair_price_yen] = FactValue::of(price->amount);
  return out;
}

Price price_ahead(const Prospect& prospect, const Situation& situation) {
  Price out = price_without_cover(situation);
  if (out.yen && prospect.replacement_price) out.yen = at_most(*out.yen, *prospect.replacement_price);
  return out;
}

}  // namespace hosho
