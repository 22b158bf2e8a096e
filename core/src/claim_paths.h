#pragma once
/// What the incidents of each month do to the states of the limits, and what they cost.

#include "claim_states.h"

namespace hosho {

/// What an incident may come to.
struct Outcome {
  std::int64_t payment = 0;
  std::int64_t saving = 0;  ///< price − payment
  double share = 0;         ///< probability, or mean number, as the list says
};

/// One of the sums over incidents that are asked for.
using Figure = std::int64_t Outcome::*;

/// Incidents that are told apart only by a lottery over what they come to. Probabilities, in order of the amounts.
using Colour = std::vector<Outcome>;

/// From one state to another, by incidents of one colour. In a list, all paths from one state stand together.
struct Path {
  StateId from, to;
  std::uint32_t colour;  ///< position in `ClaimPaths::colours`
  double chance;         ///< that an incident met in `from` is one of these
};

struct MonthPaths {
  std::vector<std::pair<StateId, StateId>> openings;  ///< states that end with the month before, and what follows
  std::vector<Path> certain;                          ///< of the certain incident, if it comes in the month
  std::vector<double> chances;                        ///< of 0, 1, 2 … incidents along `paths`
  double mean = 0;                                    ///< number of these
  std::vector<Path> paths;
  std::vector<Outcome> streams;  ///< mean numbers of incidents that come to the same in every state, and change none
};

/// Under greedy use. Kinds of one month that lead from a state to the same other one are one path.
struct ClaimPaths {
  std::size_t states = 0;
  StateId first = 0;
  std::vector<Colour> colours;
  std::vector<MonthPaths> months;
};

/// The means of `model` as they are. States that are negligible though incidents come `multiple` times as often are
/// left out, and what leads to them is lost.
[[nodiscard]] ClaimPaths claim_paths(const RiskModel& model, double multiple);

/// Mean number of incidents of all kinds in one month.
[[nodiscard]] double monthly_mean(const RiskModel& model);

/// Brings `outcomes` in order of the amounts and joins equal ones; returns the sum of their shares.
double tidy(std::vector<Outcome>& outcomes);

}  // namespace hosho
