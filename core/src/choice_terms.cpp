#include "choice_terms.h"

#include <algorithm>
#include <utility>

#include "cover_answers.h"
#include "fees.h"
#include "finding.h"
#include "prospect.h"
#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

constexpr double kMonthsOfAYear = 12;

/// Works out the terms of a choice, stretch by stretch.
class Reader {
 public:
  Reader(const Catalogue& catalogue, const CaseFacts& asked, const Prospect& prospect, ChoiceTerms& out)
      : catalogue_(catalogue), asked_(asked), prospect_(prospect), out_(out) {}

  void read_kinds();
  void read_stretches();
  void read_limits();
  void read_fees();

 private:
  [[nodiscard]] bool is_worn(std::size_t kind) const { return out_.certain && out_.certain->kind == kind; }
  KindTerms ask(std::size_t kind, DateSpan days, std::vector<Cut>* cuts);
  void ask_device_plans(KindTerms& terms, const Price& price, const Situation& situation);
  void take_over(const CoverAnswer& answer);
  [[nodiscard]] std::vector<std::int32_t> firsts() const;
  [[nodiscard]] FeeFinding monthly_fee(const Plan& plan, const Version& version, const Situation& situation) const;
  void add_fees(std::size_t cover);

  const Catalogue& catalogue_;
  const CaseFacts& asked_;
  const Prospect& prospect_;
  ChoiceTerms& out_;
};

void Reader::read_kinds() {
  for (std::size_t i = 0; i < kIncidentKinds.size(); ++i) {
    const double mean = prospect_.rates_per_year[i] * prospect_.rate_multiple / kMonthsOfAYear;
    if (prospect_.rates_per_year[i] == 0) continue;
    out_.kinds.push_back(static_cast<IncidentKind>(i));
    out_.means.push_back(mean);
  }
  if (!prospect_.battery) return;
  const std::optional<std::int32_t> month = worn_in(*prospect_.battery, prospect_.months);
  if (!month) return;
  out_.certain = CertainIncident{*month, out_.kinds.size()};
  out_.kinds.push_back(IncidentKind::battery_wear);
  out_.means.push_back(0);
}

void Reader::take_over(const CoverAnswer& answer) {
  add_all_once(out_.not_stated, answer.silences);
  for (Missing row : answer.missing) {
    if (row.cover) row.cover = find_cover(*out_.plans[*row.cover], asked_);
    add_once(out_.missing, row);
  }
}

/// Covers that come with the phone answer before any that one joins: what they ask is the price.
void Reader::ask_device_plans(KindTerms& terms, const Price& price, const Situation& situation) {
  for (const Plan& plan : catalogue_.plans) {
    if (plan.by_joining) continue;
    const CoverAnswer answer = answer_of_device(plan, price, situation);
    if (answer.terms.truth == Truth::no) continue;
    const YenRange pays = answer.terms.pays.front();
    terms.price.min = std::min(terms.price.min, pays.min);
    if (answer.terms.truth == Truth::yes && pays.max) terms.price.max = std::min(*terms.price.max, *pays.max);
    take_over(answer);
  }
}

KindTerms Reader::ask(std::size_t kind, DateSpan days, std::vector<Cut>* cuts) {
  const CaseFacts now = with_incident(out_.facts, prospect_, out_.kinds[kind], days, is_worn(kind));
  Situation situation{catalogue_, now, nullptr, cuts, true};
  situation.as_claimed = cuts == nullptr;  // of a claim, days of an open incident are not told apart
  const Price price = price_ahead(prospect_, situation);
  KindTerms out;
  out.price = price.yen.value_or(YenRange::open_from(Yen{0}));
  if (!out.price.max) out.price.max = out.price.min;
  for (std::size_t i = 0; i < out_.plans.size(); ++i) {
    CoverAnswer answer = answer_of_joined(*out_.plans[i], i, price, situation);
    take_over(answer);
    out.covers.push_back(std::move(answer.terms));
  }
  ask_device_plans(out, price, situation);
  return out;
}

/// Months on the first day of which a clause may come to say something else.
std::vector<std::int32_t> months_of_cuts(const std::vector<Cut>& cuts, const std::vector<Date>& days) {
  std::vector<std::int32_t> out = {0};
  for (const Cut& cut : cuts) {
    if (cut.fact != Fact::incident_on || cut.others) continue;
    const auto first = std::lower_bound(days.begin(), days.end(), cut.value.day.first);
    if (first != days.end()) add_once(out, static_cast<std::int32_t>(first - days.begin()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

void Reader::read_stretches() {
  if (out_.days.empty()) return;
  std::vector<Cut> cuts;
  const DateSpan all{out_.days.front(), out_.days.back()};
  for (std::size_t kind = 0; kind < out_.kinds.size(); ++kind) static_cast<void>(ask(kind, all, &cuts));
  out_.missing.clear();  // what a single day leaves open is asked below
  out_.not_stated.clear();
  for (const std::int32_t first : months_of_cuts(cuts, out_.days)) {
    StretchTerms stretch{first, {}};
    const DateSpan day = DateSpan::day(out_.days[static_cast<std::size_t>(first)]);
    for (std::size_t kind = 0; kind < out_.kinds.size(); ++kind) stretch.kinds.push_back(ask(kind, day, nullptr));
    if (out_.stretches.empty() || out_.stretches.back().kinds != stretch.kinds) {
      out_.stretches.push_back(std::move(stretch));
    }
  }
}

void Reader::read_limits() {
  for (std::size_t i = 0; i < out_.plans.size(); ++i) {
    const Situation situation{catalogue_, out_.facts, &(*out_.facts.covers)[i], nullptr};
    for (const LimitClause& limit : versions_in_play(*out_.plans[i], situation).front()->limits) {
      out_.limits.push_back({&limit, i});
    }
  }
}

/// What the person was told, else what the terms say.
FeeFinding Reader::monthly_fee(const Plan& plan, const Version& version, const Situation& situation) const {
  for (const auto& [id, yen] : prospect_.monthly_fees) {
    FeeFinding out;
    out.yen = YenRange::exactly(yen);
    if (id == plan.id) return out;
  }
  return fee_of(version.fees.monthly, ReasonCode::monthly_fee, version, situation);
}

void Reader::add_fees(std::size_t cover) {
  const HeldCover& held = (*out_.facts.covers)[cover];
  CaseFacts now = out_.facts;
  const Situation situation{catalogue_, now, &held, nullptr, true};
  const Version& version = *versions_in_play(*out_.plans[cover], situation).front();
  const FeeFinding monthly = monthly_fee(*out_.plans[cover], version, situation);
  const FeeFinding once = fee_of(version.fees.one_time, ReasonCode::one_time_fee, version, situation);
  const auto [least, most] = free_months_of(version, situation).months;
  const bool begins = held.facts[index_of(Fact::cover_joined_on)].day == DateSpan::day(prospect_.from);
  add_all_once(out_.not_stated, monthly.silences);
  if (begins) add_all_once(out_.not_stated, once.silences);
  for (std::size_t month = 0; month < out_.days.size(); ++month) {
    now[Fact::incident_on] = FactValue::of(DateSpan::day(out_.days[month]));
    if (assess_not_over(version, situation).truth == Truth::no) break;
    YenRange& fee = out_.fees[month];
    const auto at = static_cast<std::int64_t>(month);
    const YenRange charged{begins && at < most ? Yen{0} : monthly.yen.min,
                           begins && at < least ? Yen{0} : monthly.yen.max};
    fee = sum(fee, charged);
    if (begins && month == 0) fee = sum(fee, once.yen);
  }
}

void Reader::read_fees() {
  out_.fees.resize(out_.days.size());
  for (std::size_t i = 0; i < out_.plans.size(); ++i) add_fees(i);
}

}  // namespace

ChoiceTerms terms_of(const Catalogue& catalogue, const CaseFacts& facts, const Prospect& prospect,
                     std::vector<const Plan*> plans) {
  ChoiceTerms out;
  out.plans = std::move(plans);
  out.facts = as_held(facts, prospect, out.plans);
  out.days = month_days(prospect.from, prospect.months);
  Reader reader(catalogue, facts, prospect, out);
  reader.read_kinds();
  reader.read_stretches();
  reader.read_limits();
  reader.read_fees();
  return out;
}

std::optional<std::int32_t> worn_in(const Battery& battery, std::int32_t months) {
  constexpr double kFull = 100;
  constexpr double kDesign = 80;
  constexpr double kDaysOfAMonth = 365.25 / 12;
  if (battery.cycles_per_day <= 0) return std::nullopt;
  const double left = std::max(0.0, (battery.capacity_percent - kDesign) / (kFull - kDesign));
  const double days = left * static_cast<double>(battery.design_cycles) / battery.cycles_per_day;
  if (days >= months * kDaysOfAMonth) return std::nullopt;
  return static_cast<std::int32_t>(days / kDaysOfAMonth);
}

std::vector<IncidentKind> kinds_without_price(const Catalogue& catalogue, const CaseFacts& facts,
                                              const Prospect& prospect) {
  std::vector<IncidentKind> out;
  const CaseFacts told = as_held(facts, prospect, {});
  for (std::size_t i = 0; i < kIncidentKinds.size(); ++i) {
    const auto kind = static_cast<IncidentKind>(i);
    if (prospect.rates_per_year[i] == 0) continue;
    const CaseFacts now = with_incident(told, prospect, kind, DateSpan::day(prospect.from), false);
    const Price price = price_ahead(prospect, {catalogue, now});
    if (!price.yen || !price.yen->max) out.push_back(kind);
  }
  return out;
}

}  // namespace hosho
