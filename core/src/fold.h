#pragma once
/// From how often each colour comes to what it all comes to.

#include "interned.h"
#include "lattice.h"

namespace hosho {

/// A polynomial in the lotteries of the colours, by nested Horner: the dearest colour outermost, so that the sums that
/// most draws are added to are short.
class Fold {
 public:
  /// `rows`: a count for each of `lotteries`.
  Fold(const Interned& rows, std::vector<Lottery> lotteries);

  /// Probabilities of the sums if row i has the probability `masses[i]`; rows without an entry have none.
  [[nodiscard]] std::vector<double> sums(const std::vector<double>& masses, std::size_t cells) const;

 private:
  struct Work {
    const std::vector<double>& masses;
    std::size_t cells;
  };
  [[nodiscard]] std::int32_t count(std::size_t place, std::size_t depth) const;
  [[nodiscard]] std::vector<double> horner(const Work& work, std::size_t first, std::size_t last,
                                           std::size_t depth) const;

  const Interned& rows_;
  std::vector<Lottery> lotteries_;
  std::vector<std::size_t> colours_;  ///< outermost first
  std::vector<std::uint32_t> order_;  ///< of the rows, by the counts of `colours_`, highest first
};

}  // namespace hosho
