#include "claim_paths.h"

#include <algorithm>
#include <utility>

#include "incident_law.h"

namespace hosho {
namespace {

bool same_amounts(const Outcome& a, const Outcome& b) { return a.payment == b.payment && a.saving == b.saving; }

bool same_colour(const Colour& a, const Colour& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same_amounts(a[i], b[i]) || a[i].share != b[i].share) return false;
  }
  return true;
}

/// A state that is less likely is left out.
constexpr double kNegligible = 1e-17;

/// How an incident of one kind is met in one state.
struct Meeting {
  StateId to = ClaimStates::kLost;
  Outcome outcome;
};

/// Kinds that lead from a state to the same other one.
struct Group {
  std::size_t first;  ///< of the kinds
  std::uint32_t colour;
  double mean;  ///< number of incidents
};

/// How the kinds were last grouped in a state; most months do it alike.
struct Grouped {
  std::size_t stretch = SIZE_MAX;
  std::vector<std::size_t> ends;  ///< by kind, as `list_ends` has them
  std::vector<Group> groups;
};

class PathFinder {
 public:
  PathFinder(const RiskModel& model, double multiple) : model_(model), multiple_(multiple), states_(model, multiple) {}

  ClaimPaths find() {
    out_.first = states_.first();
    reach(out_.first, 1);
    for (month_ = 0; month_ < model_.months; ++month_) add_month(out_.months.emplace_back());
    out_.states = states_.size();
    return std::move(out_);
  }

 private:
  void add_month(MonthPaths& month) {
    stretch_ = stretch_of(model_, month_);
    for (const StateId state : leave()) {
      const StateId next = states_.begin_month(state, month_);
      if (next != state) month.openings.emplace_back(state, next);
      reach(next, left_[state]);
    }
    if (model_.certain && model_.certain->month == month_) meet_certain(month);
    meet_all();
    std::vector<bool> is_counted(model_.means.size());
    for (std::size_t kind = 0; kind < model_.means.size(); ++kind) {
      if (model_.means[kind] == 0) continue;
      is_counted[kind] = !is_stream(kind);
      if (is_counted[kind]) {
        month.mean += model_.means[kind];
      } else {
        month.streams.push_back(meetings_[kind].outcome);
      }
    }
    for (std::size_t i = 0; i < here_.size(); ++i) add_paths(month, i, is_counted);
    month.chances = chances_of(month.mean);
  }

  std::vector<StateId> leave() {
    left_ = chance_;
    for (const StateId state : here_) chance_[state] = 0;
    return std::exchange(here_, {});
  }

  void reach(StateId state, double chance) {
    if (state == ClaimStates::kLost) return;
    if (chance_.size() <= state) chance_.resize(state + 1, 0);
    const bool was_reached = chance_[state] >= kNegligible;
    chance_[state] = std::min(1.0, chance_[state] + chance);
    if (!was_reached && chance_[state] >= kNegligible) here_.push_back(state);
  }

  Meeting meet(StateId state, std::size_t kind, double share) {
    const std::vector<Use>& uses = uses_.of(state, stretch_)[kind];
    const Use use = greedy(uses);
    const StateId to = use.answer != nullptr ? states_.after_claim(state, use.answer->limits, month_) : state;
    return {to, {use.payment, uses[0].payment - use.payment, share}};
  }

  void meet_certain(MonthPaths& month) {
    for (const StateId state : leave()) {
      const Meeting meeting = meet(state, model_.certain->kind, 1);
      if (meeting.to == ClaimStates::kLost) continue;
      colour_.assign(1, meeting.outcome);
      month.certain.push_back({state, meeting.to, position_of_colour(), 1});
      reach(meeting.to, left_[state]);
    }
  }

  /// Every kind in every state that the month may come to: `meetings_` has a row of kinds for each of `here_`.
  void meet_all() {
    meetings_.clear();
    for (std::size_t i = 0; i < here_.size(); ++i) {
      for (std::size_t kind = 0; kind < model_.means.size(); ++kind) {
        const bool comes = model_.means[kind] > 0;
        meetings_.push_back(comes ? meet(here_[i], kind, model_.means[kind]) : Meeting{});
        const StateId to = meetings_.back().to;
        if (to != here_[i]) reach(to, chance_[here_[i]] * multiple_ * model_.means[kind]);
      }
    }
  }

  /// Whether incidents of `kind` come to the same everywhere and change nothing.
  [[nodiscard]] bool is_stream(std::size_t kind) const {
    for (std::size_t i = 0; i < here_.size(); ++i) {
      const Meeting& meeting = meetings_[i * model_.means.size() + kind];
      if (meeting.to != here_[i] || !same_amounts(meeting.outcome, meetings_[kind].outcome)) return false;
    }
    return !here_.empty();
  }

  [[nodiscard]] bool is_left_out(StateId state) const {
    return state == ClaimStates::kLost || chance_[state] < kNegligible;
  }

  /// From one state: what is counted of its meetings, those with the same end together.
  void add_paths(MonthPaths& month, std::size_t place, const std::vector<bool>& is_counted) {
    const StateId state = here_[place];
    const Meeting* const meetings = meetings_.data() + place * is_counted.size();
    if (grouped_.size() <= state) grouped_.resize(state + 1);
    Grouped& known = grouped_[state];
    list_ends(meetings, is_counted);
    if (known.stretch != stretch_ || known.ends != ends_) known = group(meetings);
    for (const Group& group : known.groups) {
      month.paths.push_back({state, meetings[group.first].to, group.colour, group.mean / month.mean});
    }
  }

  /// For each kind the first one with the same end, itself or another; that past the last if it is not counted.
  void list_ends(const Meeting* meetings, const std::vector<bool>& is_counted) {
    ends_.assign(is_counted.size(), is_counted.size());
    for (std::size_t kind = 0; kind < ends_.size(); ++kind) {
      if (!is_counted[kind] || is_left_out(meetings[kind].to)) continue;
      std::size_t first = 0;
      while (ends_[first] == ends_.size() ? first < kind : meetings[first].to != meetings[kind].to) ++first;
      ends_[kind] = first;
    }
  }

  Grouped group(const Meeting* meetings) {
    Grouped out{stretch_, ends_, {}};
    for (std::size_t first = 0; first < ends_.size(); ++first) {
      if (ends_[first] != first) continue;
      colour_.clear();
      for (std::size_t kind = first; kind < ends_.size(); ++kind) {
        if (ends_[kind] == first) colour_.push_back(meetings[kind].outcome);
      }
      const double mean = tidy(colour_);
      for (Outcome& outcome : colour_) outcome.share /= mean;
      out.groups.push_back({first, position_of_colour(), mean});
    }
    return out;
  }

  std::uint32_t position_of_colour() {
    std::uint32_t out = 0;
    while (out < out_.colours.size() && !same_colour(out_.colours[out], colour_)) ++out;
    if (out == out_.colours.size()) out_.colours.push_back(colour_);
    return out;
  }

  const RiskModel& model_;
  const double multiple_;
  ClaimStates states_;
  KnownUses uses_{model_, states_};
  ClaimPaths out_;
  std::int32_t month_ = 0;
  std::size_t stretch_ = 0;
  std::vector<StateId> here_;   ///< states that may be met in the month
  std::vector<double> chance_;  ///< by state: no smaller than that of being met in the month
  std::vector<double> left_;    ///< the same until the last step
  std::vector<Meeting> meetings_;
  std::vector<Grouped> grouped_;  ///< by state
  Colour colour_;                 ///< at hand
  std::vector<std::size_t> ends_;
};

}  // namespace

ClaimPaths claim_paths(const RiskModel& model, double multiple) { return PathFinder(model, multiple).find(); }

double monthly_mean(const RiskModel& model) {
  double out = 0;
  for (const double mean : model.means) out += mean;
  return out;
}

double tidy(std::vector<Outcome>& outcomes) {
  const auto is_less = [](const Outcome& a, const Outcome& b) {
    return a.payment != b.payment ? a.payment < b.payment : a.saving < b.saving;
  };
  for (auto next = outcomes.begin(); next != outcomes.end(); ++next) {  // they are few: one after another to its place
    std::rotate(std::upper_bound(outcomes.begin(), next, *next, is_less), next, next + 1);
  }
  double sum = 0;
  std::size_t kept = 0;
  for (const Outcome& outcome : outcomes) {
    sum += outcome.share;
    if (kept > 0 && same_amounts(outcomes[kept - 1], outcome)) {
      outcomes[kept - 1].share += outcome.share;
    } else {
      outcomes[kept++] = outcome;
    }
  }
  outcomes.resize(kept);
  return sum;
}

}  // namespace hosho
