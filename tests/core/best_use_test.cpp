#include "best_use.h"

#include <gtest/gtest.h>

#include <numeric>

#include "mean_payments.h"
#include "risk_models.h"
#include "risk_reference.h"

namespace hosho {
namespace {

using reference::Chance;
using reference::History;
using Rule = ClaimWindows::Rule;

/// Smallest mean over every policy, by trying every way to meet every incident of every course of events with up to
/// `most` incidents in a month.
class EveryPolicy {
 public:
  EveryPolicy(const RiskModel& model, int most) : model_(model), most_(most) {
    for (const double mean : model.means) rate_ += mean;
  }

  double from(std::int32_t month, const History& history) {
    if (month == model_.months) return 0;
    const bool certain = model_.certain && model_.certain->month == month;
    return certain ? meet(month, model_.certain->kind, history, -1) : wait(month, history, 0);
  }

 private:
  double wait(std::int32_t month, const History& history, int met) {
    double reached = 1;
    double one = std::exp(-rate_);
    for (int i = 0; i < met; ++i) {
      reached -= one;
      one *= rate_ / (i + 1);
    }
    const double further = met < most_ ? 1 - one / reached : 0;
    double out = (1 - further) * from(month + 1, history);
    for (std::size_t kind = 0; further > 0 && kind < model_.means.size(); ++kind) {
      if (model_.means[kind] > 0) out += further * model_.means[kind] / rate_ * meet(month, kind, history, met);
    }
    return out;
  }

  double meet(std::int32_t month, std::size_t kind, const History& history, int met) {
    const Incident& incident = reference::incident(model_, month, kind);
    double best = static_cast<double>(incident.price) + wait(month, history, met + 1);
    for (const Response& answer : incident.answers) {
      const auto pays = reference::payment(model_, answer, history, month);
      if (!pays) continue;
      History next = history;
      reference::claim(answer, next, month);
      best = std::min(best, static_cast<double>(*pays) + wait(month, next, met + 1));
    }
    return best;
  }

  const RiskModel& model_;
  int most_;
  double rate_ = 0;
};

double fees_of(const RiskModel& model) {
  return std::accumulate(model.fees.begin(), model.fees.end(), 0.0,
                         [](double sum, std::int64_t fee) { return sum + static_cast<double>(fee); });
}

TEST(BestUse, IsTheBestOfAllPolicies) {
  Chance chance(17);
  for (int i = 0; i < 60; ++i) {
    RiskModel model = reference::any_model(chance, 2);
    for (double& mean : model.means) mean *= 0.2;
    const History start = reference::at_start(model);
    const double brute = EveryPolicy(model, 3).from(0, start) + fees_of(model);
    const BestUse best = best_use(model);
    EXPECT_NEAR(best.mean_yen, brute, 1e-5) << i;  // a fourth incident in a month comes with probability 1e-10
    History used = start;
    double worth = 0;
    if (!model.limits.empty() && reference::counted(model.limits[0], start[0], 0) < model.limits[0].claims) {
      used[0].push_back(0);
      worth = EveryPolicy(model, 3).from(0, used) + fees_of(model) - brute;
    }
    EXPECT_NEAR(best.claim_worth_yen, worth, 1e-5) << i;
  }
}

TEST(BestUse, IsNeverDearerThanGreedyUse) {
  Chance chance(23);
  for (int i = 0; i < 60; ++i) {
    RiskModel model = reference::any_model(chance, 30);
    const std::vector<double> means = expected_payments(model, 1);
    const double greedy = fees_of(model) + std::accumulate(means.begin(), means.end(), 0.0);
    EXPECT_LE(best_use(model).mean_yen, greedy + 1e-8) << i;
  }
}

TEST(BestUse, KeepsTheClaimForTheDearIncident) {
  RiskModel model = steady(36, 0, {0.02, 0.02}, {answered(8000, {6600}, {0}), answered(87800, {44400}, {0})});
  model.limits = {limit_of(Rule::opened_by_claim, 1)};
  const BestUse best = best_use(model);
  EXPECT_LE(best.mean_yen, 42814.57);  // what it comes to if small incidents are never claimed
  EXPECT_GT(best.claim_worth_yen, 87800 - 44400 - 43400 * 0.9);
  EXPECT_LT(best.claim_worth_yen, 87800 - 44400);
}

TEST(BestUse, IsGreedyUseWithoutLimits) {
  const BestUse best = best_use(no_limit_plan());
  EXPECT_NEAR(best.mean_yen, 25144, 1e-9);
  EXPECT_EQ(best.claim_worth_yen, 0);
  EXPECT_EQ(best_use(steady(0, 0, {}, {})).mean_yen, 0);
  EXPECT_EQ(best_use(steady(3, 10, {}, {})).mean_yen, 30);
}

}  // namespace
}  // namespace hosho
