#include "claim_states.h"

#include <algorithm>
#include <utility>

#include "incident_law.h"

namespace hosho {
namespace {

using Rule = ClaimWindows::Rule;

constexpr std::int32_t kYear = 12;
/// Numbers of a limit in a row: the month that its window opened in, from 1, and the claims counted in it.
constexpr std::size_t kOpened = 0;
constexpr std::size_t kCount = 1;

std::int32_t month_of_year(std::int32_t month) { return ((month % kYear) + kYear) % kYear; }

std::size_t numbers_of(const ClaimWindows& windows) { return windows.rule == Rule::rolling ? kYear : 2; }

std::size_t row_width(const RiskModel& model) {
  std::size_t out = 0;
  for (const ClaimWindows& windows : model.limits) out += numbers_of(windows);
  return out;
}

/// More claims than these do not fall into one window of a rolling limit, or of any.
struct MostClaims {
  std::size_t rolling, any;
};

MostClaims most_claims(const RiskModel& model, double multiple) {
  double mean = 0;
  for (const double one : model.means) mean += multiple * one;
  const std::size_t certain = model.certain ? 1 : 0;
  return {most_incidents(mean * std::min(model.months, kYear)) + certain,
          most_incidents(mean * model.months) + certain};
}

/// Claims from which on payments no longer change with the count of `limit`.
std::size_t last_ordinal(const RiskModel& model, std::size_t limit) {
  std::size_t out = 0;
  for (const Stretch& stretch : model.stretches) {
    for (const Incident& incident : stretch.incidents) {
      for (const Response& answer : incident.answers) {
        if (!answer.limits.empty() && answer.limits[0] == limit && !answer.pays.empty()) {
          out = std::max(out, answer.pays.size() - 1);
        }
      }
    }
  }
  return out;
}

}  // namespace

ClaimStates::ClaimStates(const RiskModel& model, double multiple) : known_(row_width(model), kMost) {
  const MostClaims most_claimed = most_claims(model, multiple);
  std::size_t at = 0;
  for (std::size_t i = 0; i < model.limits.size(); ++i) {
    const ClaimWindows& windows = model.limits[i];
    const bool rolls = windows.rule == Rule::rolling;
    const std::size_t reached = (rolls ? most_claimed.rolling : most_claimed.any) + windows.before.size();
    const bool binds = windows.claims <= static_cast<std::int64_t>(reached);
    const std::int64_t most =
        binds ? std::max<std::int64_t>(windows.claims, 0) : static_cast<std::int64_t>(last_ordinal(model, i));
    limits_.push_back({&windows, at, static_cast<std::int32_t>(most), binds, rolls});
    at += numbers_of(windows);
  }
  row_.assign(at, 0);
}

StateId ClaimStates::first() {
  std::fill(row_.begin(), row_.end(), 0);
  for (const Limit& limit : limits_) {
    const auto& before = limit.windows->before;
    std::int32_t month = before.empty() ? 0 : before.front();
    for (const std::int32_t claim : before) {
      for (; month <= claim; ++month) end_windows(limit, month);
      count_claim(limit, claim);
    }
    for (; month < 0; ++month) end_windows(limit, month);
  }
  return known_.position_of(row_);
}

void ClaimStates::load(StateId state) { std::copy_n(known_.row(state), row_.size(), row_.begin()); }

bool ClaimStates::end_windows(const Limit& limit, std::int32_t month) {
  std::int32_t* const numbers = row_.data() + limit.at;
  const auto& openings = limit.windows->openings;
  const std::int32_t now = month_of_year(month);
  switch (limit.windows->rule) {
    case Rule::whole_term:
      return false;
    case Rule::fixed:
      return std::binary_search(openings.begin(), openings.end(), month) && std::exchange(numbers[kCount], 0) != 0;
    case Rule::first_use:
      return numbers[kOpened] == now + 1 && std::exchange(numbers[kCount], 0) != 0;
    case Rule::opened_by_claim:
      if (numbers[kOpened] != now + 1) return false;
      numbers[kOpened] = numbers[kCount] = 0;
      return true;
    case Rule::rolling:
      return std::exchange(numbers[now], 0) != 0;
  }
  return false;
}

void ClaimStates::count_claim(const Limit& limit, std::int32_t month) {
  if (limit.most == 0) return;
  std::int32_t* const numbers = row_.data() + limit.at;
  const std::int32_t now = month_of_year(month);
  if (!limit.rolls) {
    const Rule rule = limit.windows->rule;
    const bool opens = rule == Rule::first_use || rule == Rule::opened_by_claim;
    if (opens && numbers[kOpened] == 0) numbers[kOpened] = now + 1;
    numbers[kCount] = std::min(numbers[kCount] + 1, limit.most);
    return;
  }
  std::int32_t all = ++numbers[now];
  for (std::int32_t i = 0; i < kYear; ++i) all += i == now ? 0 : numbers[i];
  if (all <= limit.most) return;
  std::int32_t oldest = (now + 1) % kYear;
  while (numbers[oldest] == 0) oldest = (oldest + 1) % kYear;
  --numbers[oldest];
}

StateId ClaimStates::begin_month(StateId state, std::int32_t month) {
  load(state);
  bool any = false;
  for (const Limit& limit : limits_) any = end_windows(limit, month) || any;
  return any ? known_.position_of(row_) : state;
}

StateId ClaimStates::after_claim(StateId state, const std::vector<std::size_t>& limits, std::int32_t month) {
  if (limits.empty()) return state;
  if (last_.from == state && last_.month == month && last_.limits == limits) return last_.to;
  load(state);
  for (const std::size_t limit : limits) count_claim(limits_[limit], month);
  last_.from = state;
  last_.month = month;
  last_.limits = limits;
  last_.to = known_.position_of(row_);
  return last_.to;
}

std::int32_t ClaimStates::count(StateId state, const Limit& limit) const {
  const std::int32_t* const numbers = known_.row(state) + limit.at;
  if (!limit.rolls) return numbers[kCount];
  std::int32_t out = 0;
  for (std::int32_t i = 0; i < kYear; ++i) out += numbers[i];
  return out;
}

bool ClaimStates::has_room(StateId state, std::size_t limit) const {
  const Limit& asked = limits_[limit];
  return !asked.binds || count(state, asked) < asked.most;
}

void ClaimStates::list_uses(StateId state, const Incident& incident, std::vector<Use>& uses) const {
  uses.assign(1, {nullptr, incident.price});
  for (const Response& answer : incident.answers) {
    const auto with_room = [this, state](std::size_t limit) { return has_room(state, limit); };
    if (answer.pays.empty() || !std::all_of(answer.limits.begin(), answer.limits.end(), with_room)) continue;
    const std::size_t ordinal =
        answer.limits.empty() ? 0 : static_cast<std::size_t>(count(state, limits_[answer.limits[0]]));
    uses.push_back({&answer, answer.pays[std::min(ordinal, answer.pays.size() - 1)]});
  }
}

const std::vector<std::vector<Use>>& KnownUses::of(StateId state, std::size_t stretch) {
  if (listed_.size() <= state) listed_.resize(state + 1);
  Listed& out = listed_[state];
  if (out.stretch == stretch) return out.by_kind;
  out.stretch = stretch;
  out.by_kind.resize(model_.means.size());
  for (std::size_t kind = 0; kind < model_.means.size(); ++kind) {
    const bool comes = model_.means[kind] > 0 || (model_.certain && model_.certain->kind == kind);
    if (comes) states_.list_uses(state, model_.stretches[stretch].incidents[kind], out.by_kind[kind]);
  }
  return out.by_kind;
}

std::size_t stretch_of(const RiskModel& model, std::int32_t month) {
  std::size_t out = model.stretches.size() - 1;
  while (model.stretches[out].first > month) --out;
  return out;
}

Use greedy(const std::vector<Use>& uses) {
  Use out = uses[0];
  for (const Use& use : uses) {
    if (use.payment < out.payment) out = use;
  }
  return out;
}

}  // namespace hosho
