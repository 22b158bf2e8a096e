#include "best_use.h"

#include <algorithm>

#include "claim_paths.h"
#include "incident_law.h"

namespace hosho {
namespace {

/// One way to meet an incident, and where it leads.
struct Choice {
  StateId to;
  double payment;
};

class Planner {
 public:
  explicit Planner(const RiskModel& model)
      : model_(model), states_(model, 1), tails_(tails_of(chances_of(monthly_mean(model)))) {}

  BestUse plan() {
    const StateId first = states_.begin_month(states_.first(), 0);
    StateId used = first;
    if (!model_.limits.empty() && states_.has_room(first, 0)) used = states_.after_claim(first, {0}, 0);
    if (used == ClaimStates::kLost) used = first;
    explore({first, used});
    for (std::size_t month = here_.size(); month-- > 0;) go_back(static_cast<std::int32_t>(month));
    BestUse out{0, 0};
    for (const std::int64_t fee : model_.fees) out.mean_yen += static_cast<double>(fee);
    if (here_.empty()) return out;
    out.mean_yen += cost_[first];
    out.claim_worth_yen = cost_[used] - cost_[first];
    return out;
  }

 private:
  /// Which states each month may come to, whatever is claimed.
  void explore(std::vector<StateId> begin) {
    for (std::int32_t month = 0; month < model_.months; ++month) {
      std::vector<bool> known;
      std::vector<StateId>& here = here_.emplace_back();
      const auto reach = [&known, &here](StateId state) {
        if (known.size() <= state) known.resize(state + 1, false);
        if (!known[state]) here.push_back(state);
        known[state] = true;
      };
      for (const StateId state : begin) reach(state);
      for (std::size_t i = 0; i < here.size(); ++i) {
        for (std::size_t kind = 0; kind < model_.means.size(); ++kind) {
          choices_.clear();
          add_choices(here[i], kind, month);
          for (const Choice& choice : choices_) reach(choice.to);
        }
      }
      begin.clear();
      for (const StateId state : here) begin.push_back(next_month(state, month));
    }
  }

  /// With no room for one more state, the windows are taken as still open.
  StateId next_month(StateId state, std::int32_t month) {
    const StateId out = states_.begin_month(state, month + 1);
    return out == ClaimStates::kLost ? state : out;
  }

  /// Whether incidents of `kind` may come in `month`, for sure or not.
  [[nodiscard]] bool comes(std::size_t kind, std::int32_t month) const {
    return model_.means[kind] > 0 || (model_.certain && model_.certain->month == month && model_.certain->kind == kind);
  }

  void add_choices(StateId state, std::size_t kind, std::int32_t month) {
    if (!comes(kind, month)) return;
    for (const Use& use : uses_.of(state, stretch_of(model_, month))[kind]) {
      const StateId to = use.answer != nullptr ? states_.after_claim(state, use.answer->limits, month) : state;
      if (to != ClaimStates::kLost) choices_.push_back({to, static_cast<double>(use.payment)});
    }
  }

  /// Smallest mean cost from an incident on, given that of the states it may lead to: over the choices of `place`.
  [[nodiscard]] double best(std::size_t place, const std::vector<double>& cost) const {
    const Choice& first = choices_[places_[place]];
    double out = first.payment + cost[first.to];
    for (std::size_t i = places_[place]; i < places_[place + 1]; ++i) {
      out = std::min(out, choices_[i].payment + cost[choices_[i].to]);
    }
    return out;
  }

  /// `cost_` at the end of `month` becomes that at its beginning.
  void go_back(std::int32_t month) {
    const std::vector<StateId>& here = here_[static_cast<std::size_t>(month)];
    std::vector<double> end(states_.size(), 0);
    if (month + 1 < model_.months) {
      for (const StateId state : here) end[state] = cost_[next_month(state, month)];
    }
    cost_ = end;
    list_choices(here, month);
    for (std::size_t already = tails_.size() - 1; already-- > 0;) meet(here, already, end);
    if (!model_.certain || model_.certain->month != month) return;
    const std::vector<double> after = cost_;
    for (std::size_t i = 0; i < here.size(); ++i) {
      cost_[here[i]] = best(i * model_.means.size() + model_.certain->kind, after);
    }
  }

  /// For each of `here` a row of kinds.
  void list_choices(const std::vector<StateId>& here, std::int32_t month) {
    choices_.clear();
    places_.assign(1, 0);
    for (const StateId state : here) {
      for (std::size_t kind = 0; kind < model_.means.size(); ++kind) {
        add_choices(state, kind, month);
        places_.push_back(choices_.size());
      }
    }
  }

  /// From what it costs once one more incident has been met to what it costs after `already`.
  void meet(const std::vector<StateId>& here, std::size_t already, const std::vector<double>& end) {
    const double reached = already == 0 ? 1 : tails_[already - 1];
    const double further = reached > 0 ? tails_[already] / reached : 0;
    const double all = monthly_mean(model_);
    std::vector<double> before = cost_;
    for (std::size_t i = 0; i < here.size() && all > 0; ++i) {
      double next = 0;
      for (std::size_t kind = 0; kind < model_.means.size(); ++kind) {
        if (model_.means[kind] == 0) continue;
        next += model_.means[kind] / all * best(i * model_.means.size() + kind, cost_);
      }
      before[here[i]] = (1 - further) * end[here[i]] + further * next;
    }
    cost_ = std::move(before);
  }

  const RiskModel& model_;
  ClaimStates states_;
  KnownUses uses_{model_, states_};
  std::vector<double> tails_;
  std::vector<std::vector<StateId>> here_;  ///< by month: states at hand, in the order they were found
  std::vector<double> cost_;                ///< by state: smallest mean of what is still to be paid, fees left out
  std::vector<Choice> choices_;             ///< of the states of one month …
  std::vector<std::size_t> places_;         ///< … and where those of each state and kind begin
};

}  // namespace

BestUse best_use(const RiskModel& model) { return Planner(model).plan(); }

}  // namespace hosho
