#pragma once
/// Sums of amounts as probabilities on equally spaced cells, the first of which is 0 yen.

#include "claim_paths.h"

namespace hosho {

struct Lattice {
  std::int64_t step = 1;  ///< in yen, between two cells
  std::size_t cells = 1;  ///< what lies beyond is lost
  bool rounded = false;   ///< the amounts lie between the cells: each is shared out so that its mean stays
};

/// Probabilities, or mean numbers, by cell.
struct Prize {
  std::size_t cell;
  double share;
};
using Lottery = std::vector<Prize>;

/// The sums of all payments lie below it, but for a negligible probability; whatever is claimed, since none exceeds its
/// price. Bound of Chernoff.
[[nodiscard]] std::int64_t highest_total(const RiskModel& model);

/// On which `amount` of everything that may come falls on cells, up to `highest`. If there were more than `most` cells,
/// a coarser one.
[[nodiscard]] Lattice lattice_of(const ClaimPaths& paths, Figure amount, std::int64_t highest, std::size_t most);

/// Adds what `outcomes` come to.
void add_to(Lottery& lottery, const std::vector<Outcome>& outcomes, Figure amount, const Lattice& lattice);

/// Adds one draw of `lottery` to the sums of `p`.
void add_draw(std::vector<double>& p, const Lottery& lottery, std::size_t cells);

/// Adds as many draws as come if the shares of `lottery` are mean numbers.
void add_draws(std::vector<double>& p, const Lottery& lottery, std::size_t cells);

}  // namespace hosho
