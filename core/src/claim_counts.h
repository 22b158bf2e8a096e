#pragma once
/// How likely each count of incidents is, by colour, whatever the limits make of them.

#include <optional>

#include "claim_paths.h"

namespace hosho {

/// What each colour adds to a row of numbers that is kept for what has happened so far.
struct Tally {
  std::size_t width = 0;
  std::vector<std::int32_t> adds;  ///< `width` numbers for each colour, not below 0
  std::int32_t most = INT32_MAX;   ///< a row with a higher number is not followed up
  std::size_t rows = 0;            ///< of more than so many nothing is kept
};

struct Counts {
  Interned rows;
  /// Probability of each row after each month, or after the last alone. Later ones may know more rows.
  std::vector<std::vector<double>> by_month;
};

/// One number for each colour.
[[nodiscard]] Tally tally_by_colour(std::size_t colours, std::size_t rows);

/// Month by month, states and rows together: the state at the end of a month is that at its beginning after none, one,
/// two … incidents. Nothing if there are more rows than the tally may have.
[[nodiscard]] std::optional<Counts> count_incidents(const ClaimPaths& paths, const Tally& tally, bool by_month);

}  // namespace hosho
