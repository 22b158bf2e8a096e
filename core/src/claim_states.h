#pragma once
/// How far the limits of a model are used up, and how that changes.

#include "interned.h"
#include "risk_model.h"

namespace hosho {

/// One way in which all limits together may stand: a position in `ClaimStates`.
using StateId = std::uint32_t;

/// A way in which one incident may be met.
struct Use {
  const Response* answer = nullptr;  ///< none: the price is paid
  std::int64_t payment = 0;
};

/// Windows of 12 months are known by the month of the year that they open in, so that a state does not age.
class ClaimStates {
 public:
  /// No more states than these are told apart; what leads to others is lost.
  static constexpr std::size_t kMost = 1U << 15U;
  static constexpr StateId kLost = Interned::kNone;

  /// For incidents that come `multiple` times as often. A limit that they do not reach is counted as far as payments
  /// depend on it.
  ClaimStates(const RiskModel& model, double multiple);

  /// After the claims before month 0, at the end of the month before it.
  [[nodiscard]] StateId first();
  /// At the beginning of `month`, where windows end.
  [[nodiscard]] StateId begin_month(StateId state, std::int32_t month);
  /// After one claim in `month` that all of `limits` count.
  [[nodiscard]] StateId after_claim(StateId state, const std::vector<std::size_t>& limits, std::int32_t month);
  /// Paying the price, then each answer that has room, as they stand in `incident`.
  void list_uses(StateId state, const Incident& incident, std::vector<Use>& uses) const;
  [[nodiscard]] bool has_room(StateId state, std::size_t limit) const;
  [[nodiscard]] std::size_t size() const { return known_.size(); }

 private:
  struct Limit {
    const ClaimWindows* windows;
    std::size_t at;     ///< its first number in a row
    std::int32_t most;  ///< claims that are counted
    bool binds;         ///< has no room after `most`
    bool rolls;         ///< a number for each month of the year; else the month that the window opened in, and a number
  };

  /// The last claim that was counted: kinds are often counted by the same limits.
  struct LastClaim {
    StateId from = kLost;
    std::int32_t month = 0;
    std::vector<std::size_t> limits;
    StateId to = kLost;
  };

  [[nodiscard]] std::int32_t count(StateId state, const Limit& limit) const;
  /// Whether a window ended.
  bool end_windows(const Limit& limit, std::int32_t month);
  void count_claim(const Limit& limit, std::int32_t month);
  void load(StateId state);

  std::vector<Limit> limits_;
  Interned known_;
  std::vector<std::int32_t> row_;  ///< at hand to be changed
  LastClaim last_;
};

/// What incidents may be met with in each state, listed once while a stretch lasts.
class KnownUses {
 public:
  KnownUses(const RiskModel& model, const ClaimStates& states) : model_(model), states_(states) {}

  /// By kind, as `ClaimStates::list_uses` has them; until the next call. Nothing of kinds that never come.
  const std::vector<std::vector<Use>>& of(StateId state, std::size_t stretch);

 private:
  struct Listed {
    std::size_t stretch = SIZE_MAX;
    std::vector<std::vector<Use>> by_kind;
  };

  const RiskModel& model_;
  const ClaimStates& states_;
  std::vector<Listed> listed_;  ///< by state
};

/// The stretch in which `month` lies.
[[nodiscard]] std::size_t stretch_of(const RiskModel& model, std::int32_t month);

/// What the person does without looking ahead: the smallest payment, if it is smaller than the price.
[[nodiscard]] Use greedy(const std::vector<Use>& uses);

}  // namespace hosho
