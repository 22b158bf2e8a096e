#include <algorithm>
#include <utility>

#include "cost_parts.h"
#include "fees.h"
#include "stretch.h"

namespace hosho {
namespace {

constexpr std::int32_t kMonthsOfAYear = 12;

std::int32_t month_number(Date date) { return date.civil().year * kMonthsOfAYear + date.civil().month; }

/// The fees of one version, for one cover.
class HeldFees {
 public:
  HeldFees(Cost& out, const Version& version, const Scenario& scenario, const HeldCover& cover,
           const Situation& situation)
      : out_(out), version_(version), scenario_(scenario), cover_(cover), situation_(situation) {}

  void put();

 private:
  [[nodiscard]] FactValue of_cover(Fact fact) const { return cover_.facts[index_of(fact)]; }
  FeeFinding monthly() const;
  std::vector<MonthShare> months_between(Date begin, Date end);
  YenRange charge(Date begin, Date end, const YenRange& fee, const FreeFinding& free);
  YenRange charge_over(const YenRange& fee);
  void want(Fact fact) { add_once(out_.missing, OpenFact{fact, {}}); }
  void tell_of(const PartMonth& rule, const MonthShare& month);
  void put(FeeFinding&& fee, const YenRange& yen);

  Cost& out_;
  const Version& version_;
  const Scenario& scenario_;
  const HeldCover& cover_;  ///< as the person told it
  const Situation& situation_;
};

FeeFinding HeldFees::monthly() const {
  FeeFinding out = fee_of(version_.fees.monthly, ReasonCode::monthly_fee, version_, situation_);
  if (!scenario_.monthly_fee) return out;
  FeeFinding said;
  said.yen = YenRange::exactly(*scenario_.monthly_fee);
  said.tax = out.tax;
  return said;
}

void HeldFees::tell_of(const PartMonth& rule, const MonthShare& month) {
  if (month.least != month.most && !rule.code.empty()) add_once(out_.not_stated, Silence{rule.code, rule.cite});
}

/// Months of charge, and the silences about those that are not full. A plan without fees has no silence of its own.
std::vector<MonthShare> HeldFees::months_between(Date begin, Date end) {
  const Fee none;
  const Fee& fee = version_.fees.monthly ? *version_.fees.monthly : none;
  const DateSpan days{std::max(scenario_.from, begin), std::min(*scenario_.to, end)};
  Opening opening{month_number(begin) == month_number(days.first), true, fee.first_month.rule, fee.leaving_month.rule};
  opening.answers_at_once = !version_.starts || version_.starts->rule != StartClause::Rule::first_of_month_after;
  std::vector<MonthShare> months = months_of(days, opening);
  if (months.empty()) return months;
  if (opening.begins_cover) tell_of(fee.first_month, months.front());
  tell_of(fee.leaving_month, months.back());
  return months;
}

/// The sum of a cover that began on one day and is left on another. Of a campaign, the months before the stretch are
/// gone.
YenRange HeldFees::charge(Date begin, Date end, const YenRange& fee, const FreeFinding& free) {
  const auto months =
      scenario_.to ? months_between(begin, end) : std::vector<MonthShare>(static_cast<std::size_t>(scenario_.months));
  const std::int64_t gone = std::max(0, month_number(scenario_.from) - month_number(begin));
  const auto left = [gone](std::int64_t count) { return std::max<std::int64_t>(0, count - gone); };
  if (scenario_.free_months) return charge_for(months, fee, {*scenario_.free_months, *scenario_.free_months});
  return charge_for(months, fee, {left(free.months.first), left(free.months.second)});
}

/// Of days known only to their month, the earliest beginning and the latest end come to the most.
YenRange HeldFees::charge_over(const YenRange& fee) {
  const FreeFinding free = scenario_.free_months ? FreeFinding{} : free_months_of(version_, situation_);
  const Fact begins = of_cover(Fact::cover_started_on).is_said() ? Fact::cover_started_on : Fact::cover_joined_on;
  const DateSpan began = of_cover(begins).day;
  const FactValue left = of_cover(Fact::cover_ended_on);
  const DateSpan ended = left.is_said() ? left.day : DateSpan::day(kLastDate);
  const YenRange most = charge(began.first, ended.last, fee, free);
  const YenRange least = charge(began.last, ended.first, fee, free);
  if (most != least && !began.is_day()) want(begins);
  if (most != least && !ended.is_day()) want(Fact::cover_ended_on);
  // The day of joining is the cover's own.
  for (const Fact fact : free.missing) want(fact == Fact::join_on ? Fact::cover_joined_on : fact);
  return hull(least, most);
}

void HeldFees::put(FeeFinding&& fee, const YenRange& yen) {
  out_.fees = sum(out_.fees, yen);
  add_label(out_.tax, fee.tax, yen);
  for (const Fact fact : fee.missing) want(fact);
  add_all_once(out_.not_stated, fee.silences);
  add_all_once(out_.cautions, fee.warnings);
  for (Reason& reason : fee.reasons) out_.reasons.push_back(std::move(reason));
}

void HeldFees::put() {
  FeeFinding fee = monthly();
  const YenRange yen = charge_over(fee.yen);
  put(std::move(fee), yen);
  const DateSpan joined = of_cover(Fact::cover_joined_on).day;
  if (joined.last < scenario_.from) return;
  FeeFinding once = fee_of(version_.fees.one_time, ReasonCode::one_time_fee, version_, situation_);
  if (joined.first < scenario_.from && version_.fees.one_time) {
    once.yen.min = Yen{0};
    want(Fact::cover_joined_on);
  }
  put(std::move(once), once.yen);
}

}  // namespace

void put_fees(Cost& out, const Version& version, const Costing& costing) {
  const Situation situation = costing.situation(costing.told.facts);
  HeldFees(out, version, costing.told.scenario, costing.said.facts.covers->front(), situation).put();
}

}  // namespace hosho
