#include "hosho/outlook.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "best_use.h"
#include "choice_terms.h"
#include "choices.h"
#include "hosho/hosho.h"
#include "mean_payments.h"
#include "solve_risk.h"

namespace hosho {
namespace {

/// What a claim year may be where the terms do not say.
constexpr ClaimYear kReadings[] = {ClaimYear::first_use, ClaimYear::opened_by_claim, ClaimYear::joined,
                                   ClaimYear::started,   ClaimYear::bought,          ClaimYear::calendar,
                                   ClaimYear::rolling};

double mean_of(const RiskModel& model) {
  double out = 0;
  for (const double yen : expected_payments(model, 1)) out += yen;
  for (const std::int64_t fee : model.fees) out += static_cast<double>(fee);
  return out;
}

/// The reading with the dearest mean; all of them are listed if there is more than one.
ClaimYear dearest_reading(const ChoiceTerms& terms, End end, std::vector<ReadingMean>& readings) {
  const bool is_open = std::any_of(terms.limits.begin(), terms.limits.end(), [](const LimitTerms& limit) {
    return limit.clause->year == ClaimYear::not_stated && limit.clause->stated;
  });
  if (!is_open) return ClaimYear::whole_term;
  readings.clear();
  for (const ClaimYear year : kReadings) readings.push_back({year, mean_of(model_of(terms, end, year))});
  return std::max_element(readings.begin(), readings.end(),
                          [](const ReadingMean& a, const ReadingMean& b) { return a.mean < b.mean; })
      ->year;
}

CostFigures figures_of(const RiskAnswer& answer, const RiskModel& model) {
  CostFigures out;
  for (const std::int64_t fee : model.fees) out.fees += fee;
  out.mean = answer.mean;
  out.sd = std::sqrt(answer.variance);
  for (std::size_t i = 0; i < kQuantiles.size(); ++i) out.quantiles[i] = answer.total.quantile(kQuantiles[i]);
  return out;
}

void put_answer(OutlookChoice& out, const RiskModel& model, bool by_month) {
  RiskAnswer answer = solve_risk(model, by_month);
  out.figures = figures_of(answer, model);
  out.distribution = std::move(answer.total);
  out.is_rounded = answer.rounded;
  out.cheaper_than_none = answer.cheaper;
  out.dearer_than_none = answer.dearer;
  std::int64_t fees = 0;
  for (std::size_t i = 0; i < answer.by_month.size(); ++i) {
    fees += model.fees[i];
    const RiskMonth& month = answer.by_month[i];
    out.monthly.push_back({fees, month.expected, month.p05, month.p50, month.p95});
  }
  out.break_even_rate_multiple = break_even_multiple(model);
  out.best_cancel_after_months = best_cancel_after(model.fees, answer.savings);
  const BestUse best = best_use(model);
  out.best_mean = best.mean_yen;
  out.claim_worth = best.claim_worth_yen;
}

bool has_bound(const ChoiceTerms& terms) {
  return std::all_of(terms.fees.begin(), terms.fees.end(), [](const YenRange& fee) { return fee.max.has_value(); });
}

OutlookChoice solve(const ChoiceTerms& terms, bool by_month) {
  OutlookChoice out;
  for (const Plan* plan : terms.plans) out.plans.emplace_back(plan->id);
  out.missing = terms.missing;
  out.not_stated = terms.not_stated;
  const bool bound = has_bound(terms);
  const End shown = bound ? End::dear : End::cheap;
  const End other = bound ? End::cheap : End::dear;
  const RiskModel model = model_of(terms, shown, dearest_reading(terms, shown, out.readings));
  put_answer(out, model, by_month);
  std::vector<ReadingMean> unused;
  const RiskModel beside = model_of(terms, other, dearest_reading(terms, other, unused));
  out.is_range = !bound || !(beside == model);
  if (!out.is_range) return out;
  (bound ? out.high : out.low) = out.figures;
  if (bound) out.low = figures_of(solve_risk(beside, false), beside);
  return out;
}

}  // namespace

Outlook outlook(const Catalogue& catalogue, const CaseFacts& facts, const Prospect& prospect) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  Outlook out;
  out.none = solve(terms_of(catalogue, filled, prospect, {}), prospect.by_month);
  for (Choice& choice : choices_of(catalogue, filled, prospect)) {
    out.choices.push_back(solve(terms_of(catalogue, filled, prospect, std::move(choice)), prospect.by_month));
  }
  if (prospect.battery) out.battery_month = worn_in(*prospect.battery, prospect.months);
  return out;
}

}  // namespace hosho
