#pragma once
/// The general road to the sums of an amount: states and yen together.

#include "lattice.h"

namespace hosho {

/// Probabilities of the sums on `lattice` after each month, or after the last alone; `streams` are left out.
[[nodiscard]] std::vector<std::vector<double>> walk_lattice(const ClaimPaths& paths, Figure amount,
                                                            const Lattice& lattice, bool by_month);

}  // namespace hosho
