#pragma once
/// A second opinion on the probability engine, told in claims and the months they were made in: it knows no states, no
/// lattice and no colours, and shares only the model with what it checks.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <utility>

#include "risk_model.h"

namespace hosho::reference {

/// For each limit the months of the claims it counts, ascending.
using History = std::vector<std::vector<std::int32_t>>;

inline std::int64_t counted(const ClaimWindows& windows, const std::vector<std::int32_t>& claims, std::int32_t month) {
  std::int32_t from = INT32_MIN;
  if (windows.rule == ClaimWindows::Rule::fixed) {
    for (const std::int32_t opening : windows.openings) from = opening <= month ? opening : from;
  }
  if (windows.rule == ClaimWindows::Rule::rolling) from = month - 11;
  if (windows.rule == ClaimWindows::Rule::first_use && !claims.empty()) {
    from = claims[0];
    while (from + 12 <= month) from += 12;
  }
  if (windows.rule == ClaimWindows::Rule::opened_by_claim && !claims.empty()) {
    from = claims[0];
    for (const std::int32_t claim : claims) from = claim >= from + 12 ? claim : from;
    if (from + 12 <= month) return 0;
  }
  return std::count_if(claims.begin(), claims.end(), [from](std::int32_t claim) { return claim >= from; });
}

inline History at_start(const RiskModel& model) {
  History out;
  for (const ClaimWindows& windows : model.limits) out.push_back(windows.before);
  return out;
}

inline const Incident& incident(const RiskModel& model, std::int32_t month, std::size_t kind) {
  const Stretch* at = &model.stretches[0];
  for (const Stretch& stretch : model.stretches) at = stretch.first <= month ? &stretch : at;
  return at->incidents[kind];
}

/// What `answer` asks for, if it has room.
inline std::optional<std::int64_t> payment(const RiskModel& model, const Response& answer, const History& history,
                                           std::int32_t month) {
  std::int64_t ordinal = -1;
  for (const std::size_t limit : answer.limits) {
    const std::int64_t count = counted(model.limits[limit], history[limit], month);
    if (count >= model.limits[limit].claims) return std::nullopt;
    if (ordinal < 0) ordinal = count;
  }
  if (answer.pays.empty()) return std::nullopt;
  const auto row = static_cast<std::size_t>(std::max<std::int64_t>(ordinal, 0));
  return answer.pays[std::min(row, answer.pays.size() - 1)];
}

inline void claim(const Response& answer, History& history, std::int32_t month) {
  for (const std::size_t limit : answer.limits) history[limit].push_back(month);
}

/// One incident under greedy use; returns what is paid.
inline std::int64_t meet(const RiskModel& model, History& history, std::int32_t month, std::size_t kind) {
  const Incident& met = incident(model, month, kind);
  std::int64_t least = met.price;
  const Response* used = nullptr;
  for (const Response& answer : met.answers) {
    const auto pays = payment(model, answer, history, month);
    if (!pays || *pays >= least) continue;
    least = *pays;
    used = &answer;
  }
  if (used != nullptr) claim(*used, history, month);
  return least;
}

/// Probability of each sum of payments (fees left out) and savings, by listing all that may happen.
using Sums = std::map<std::pair<std::int64_t, std::int64_t>, double>;

inline Sums enumerate(const RiskModel& model) {
  using Key = std::pair<History, std::pair<std::int64_t, std::int64_t>>;
  using All = std::map<Key, double>;
  const auto follow = [&model](const All& from, std::int32_t month, std::size_t kind, double share, All& to) {
    for (const auto& [key, p] : from) {
      if (p * share < 1e-18) continue;
      Key next = key;
      const std::int64_t paid = meet(model, next.first, month, kind);
      next.second.first += paid;
      next.second.second += incident(model, month, kind).price - paid;
      to[next] += p * share;
    }
  };
  double rate = 0;
  for (const double mean : model.means) rate += mean;
  All now = {{{at_start(model), {0, 0}}, 1.0}};
  for (std::int32_t month = 0; month < model.months; ++month) {
    if (model.certain && model.certain->month == month) {
      All after;
      follow(now, month, model.certain->kind, 1, after);
      now = after;
    }
    All met = now;
    for (auto& [key, p] : now) p *= std::exp(-rate);
    for (auto& [key, p] : met) p *= std::exp(-rate);
    for (int number = 1; number < 40 && !met.empty(); ++number) {
      All next;
      for (std::size_t kind = 0; kind < model.means.size(); ++kind) {
        follow(met, month, kind, model.means[kind] / number, next);
      }
      for (const auto& [key, p] : next) now[key] += p;
      met = next;
    }
  }
  Sums out;
  for (const auto& [key, p] : now) out[key.second] += p;
  return out;
}

/// Random numbers that are the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  double share() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

 private:
  std::mt19937_64 engine_;
};

/// One course of events; returns payments and savings.
inline std::pair<std::int64_t, std::int64_t> simulate(const RiskModel& model, Chance& chance) {
  std::pair<std::int64_t, std::int64_t> out;
  History history = at_start(model);
  const auto happens = [&](std::int32_t month, std::size_t kind) {
    const std::int64_t paid = meet(model, history, month, kind);
    out.first += paid;
    out.second += incident(model, month, kind).price - paid;
  };
  double rate = 0;
  for (const double mean : model.means) rate += mean;
  const double none = std::exp(-rate);
  for (std::int32_t month = 0; month < model.months; ++month) {
    if (model.certain && model.certain->month == month) happens(month, model.certain->kind);
    double left = chance.share();
    while (left > none) {
      double drawn = chance.share() * rate;
      std::size_t kind = 0;
      while (kind + 1 < model.means.size() && drawn >= model.means[kind]) drawn -= model.means[kind++];
      happens(month, kind);
      left *= chance.share();
    }
  }
  return out;
}

inline ClaimWindows any_limit(Chance& chance) {
  ClaimWindows out;
  out.rule = static_cast<ClaimWindows::Rule>(chance.below(5));
  out.claims = static_cast<std::int64_t>(chance.below(4));
  if (out.rule == ClaimWindows::Rule::fixed) {
    out.openings = {static_cast<std::int32_t>(chance.below(12)) - 10, static_cast<std::int32_t>(chance.below(6)) + 2};
  }
  for (std::int32_t month = -14; month < 0; ++month) {
    if (chance.below(9) == 0) out.before.push_back(month);
  }
  return out;
}

inline Response any_answer(Chance& chance, std::size_t limits) {
  Response out;
  if (chance.below(5) == 0) return out;
  for (std::size_t i = chance.below(3); i < 3; ++i)
    out.pays.push_back(static_cast<std::int64_t>(chance.below(9)) * 1100);
  for (std::size_t limit = 0; limit < limits; ++limit) {
    if (chance.below(2) == 0) out.limits.push_back(limit);
  }
  if (out.limits.empty()) out.pays.resize(1);
  return out;
}

/// Up to `months` months, two kinds, two covers, two limits, two stretches, and any rule.
inline RiskModel any_model(Chance& chance, std::size_t months) {
  RiskModel out;
  out.months = static_cast<std::int32_t>(1 + chance.below(months));
  const std::size_t kinds = 1 + chance.below(2);
  const std::size_t limits = chance.below(3);
  const std::size_t covers = 1 + chance.below(2);
  for (std::size_t i = 0; i < limits; ++i) out.limits.push_back(any_limit(chance));
  for (std::size_t i = 0; i < kinds; ++i) out.means.push_back(chance.below(6) == 0 ? 0 : 0.02 * chance.share());
  for (std::size_t i = 0; i < 1 + chance.below(2); ++i) {
    Stretch& stretch = out.stretches.emplace_back();
    stretch.first = static_cast<std::int32_t>(3 * i);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      Incident& incident = stretch.incidents.emplace_back();
      incident.price = static_cast<std::int64_t>(chance.below(12)) * 1100;
      for (std::size_t cover = 0; cover < covers; ++cover) incident.answers.push_back(any_answer(chance, limits));
    }
  }
  if (chance.below(3) == 0) out.certain = {static_cast<std::int32_t>(chance.below(months)), chance.below(kinds)};
  const auto fee = static_cast<std::int64_t>(chance.below(8)) * 150;
  out.fees.assign(static_cast<std::size_t>(out.months), fee);
  return out;
}

}  // namespace hosho::reference
