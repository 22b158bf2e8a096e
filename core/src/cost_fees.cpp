#include <algorithm>
#include <utility>

#include "cost_parts.h"
#include "fees.h"
#include "stretch.h"

namespace hosho {
namespace {

constexpr std::int32_t kMonthsOfAYear = 12;

std::int32_t month_number(Date date) { return date.civil().year * kMonthsOfAYear + date.civil().month; }

/// The day on which the cover began, as far as it is told. A stretch that begins within a month begins with the cover.
std::optional<DateSpan> begin_of(const HeldCover* said, Date from) {
  for (const Fact fact : {Fact::cover_started_on, Fact::cover_joined_on}) {
    if (said != nullptr && said->facts[index_of(fact)].is_said()) return said->facts[index_of(fact)].day;
  }
  return from.civil().day > 1 ? std::optional(DateSpan::day(from)) : std::nullopt;
}

void tell_of(const PartMonth& rule, const MonthShare& month, Cost& out) {
  if (month.least != month.most && !rule.code.empty()) add_once(out.not_stated, Silence{rule.code, rule.cite});
}

/// Months of charge, and the silences about those that are not full. A plan without fees has no silence of its own.
std::vector<MonthShare> months_charged(Cost& out, const Version& version, const Scenario& scenario,
                                       const HeldCover* said) {
  if (!scenario.to) return std::vector<MonthShare>(static_cast<std::size_t>(scenario.months));
  const Fee none;
  const Fee& fee = version.fees.monthly ? *version.fees.monthly : none;
  const std::optional<DateSpan> begin = begin_of(said, scenario.from);
  const Date from = begin ? std::max(scenario.from, begin->first) : scenario.from;
  Opening opening{begin && month_number(begin->last) == month_number(from), true, fee.first_month.rule,
                  fee.leaving_month.rule};
  opening.answers_at_once = !version.starts || version.starts->rule != StartClause::Rule::first_of_month_after;
  std::vector<MonthShare> months = months_of({from, *scenario.to}, opening);
  if (months.empty()) return months;
  if (opening.begins_cover) tell_of(fee.first_month, months.front(), out);
  tell_of(fee.leaving_month, months.back(), out);
  return months;
}

/// What a campaign leaves of its months; those before the stretch are gone.
FreeCount free_count(const Version& version, const Scenario& scenario, const HeldCover* said,
                     const Situation& situation) {
  if (scenario.free_months) return {*scenario.free_months, *scenario.free_months};
  const auto [least, most] = free_months_of(version, situation);
  const std::optional<DateSpan> begin = begin_of(said, scenario.from);
  const std::int64_t gone = begin ? month_number(scenario.from) - month_number(begin->last) : 0;
  return {std::max<std::int64_t>(0, least - std::max<std::int64_t>(0, gone)),
          std::max<std::int64_t>(0, most - std::max<std::int64_t>(0, gone))};
}

void put_fee(Cost& out, FeeFinding& fee, const YenRange& yen) {
  out.fees = sum(out.fees, yen);
  add_label(out.tax, fee.tax, yen);
  for (const Fact fact : fee.missing) add_once(out.missing, OpenFact{fact, {}});
  add_all_once(out.not_stated, fee.silences);
  add_all_once(out.cautions, fee.warnings);
  for (Reason& reason : fee.reasons) out.reasons.push_back(std::move(reason));
}

}  // namespace

void put_fees(Cost& out, const Version& version, const Scenario& scenario, const HeldCover* said,
              const Situation& situation) {
  FeeFinding monthly = fee_of(version.fees.monthly, ReasonCode::monthly_fee, version, situation);
  if (scenario.monthly_fee) {
    const Tax tax = monthly.tax;
    monthly = {};
    monthly.yen = YenRange::exactly(*scenario.monthly_fee);
    monthly.tax = tax;
  }
  const std::vector<MonthShare> months = months_charged(out, version, scenario, said);
  put_fee(out, monthly, charge_for(months, monthly.yen, free_count(version, scenario, said, situation)));
  const bool joined_before = said != nullptr && said->facts[index_of(Fact::cover_joined_on)].is_said() &&
                             said->facts[index_of(Fact::cover_joined_on)].day.last < scenario.from;
  if (joined_before) return;
  FeeFinding once = fee_of(version.fees.one_time, ReasonCode::one_time_fee, version, situation);
  put_fee(out, once, once.yen);
}

}  // namespace hosho
