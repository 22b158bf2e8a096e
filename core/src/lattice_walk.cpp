#include "lattice_walk.h"

#include <utility>

#include "claim_counts.h"

namespace hosho {
namespace {

/// The same paths with one colour for each cell that an incident may move by.
class Splitter {
 public:
  Splitter(const ClaimPaths& paths, Figure amount, const Lattice& lattice) {
    for (const Colour& colour : paths.colours) add_to(lotteries_.emplace_back(), colour, amount, lattice);
    out_.states = paths.states;
    out_.first = paths.first;
    for (const MonthPaths& month : paths.months) {
      out_.months.push_back({month.openings, split(month.certain), month.chances, month.mean, split(month.paths), {}});
    }
    out_.colours.resize(cells_.size());
  }

  const ClaimPaths& paths() const { return out_; }
  const std::vector<std::int32_t>& cells() const { return cells_; }

 private:
  std::vector<Path> split(const std::vector<Path>& paths) {
    std::vector<Path> out;
    for (const Path& path : paths) {
      for (const auto& [cell, share] : lotteries_[path.colour]) {
        out.push_back({path.from, path.to, colour_of(static_cast<std::int32_t>(cell)), path.chance * share});
      }
    }
    return out;
  }

  std::uint32_t colour_of(std::int32_t cell) {
    std::uint32_t out = 0;
    while (out < cells_.size() && cells_[out] != cell) ++out;
    if (out == cells_.size()) cells_.push_back(cell);
    return out;
  }

  std::vector<Lottery> lotteries_;
  std::vector<std::int32_t> cells_;  ///< by colour
  ClaimPaths out_;
};

}  // namespace

std::vector<std::vector<double>> walk_lattice(const ClaimPaths& paths, Figure amount, const Lattice& lattice,
                                              bool by_month) {
  const Splitter split(paths, amount, lattice);
  const Tally tally{1, split.cells(), static_cast<std::int32_t>(lattice.cells - 1), lattice.cells};
  auto counts = count_incidents(split.paths(), tally, by_month);
  std::vector<std::vector<double>> out;
  if (!counts) return out;
  for (const std::vector<double>& masses : counts->by_month) {
    std::vector<double>& sums = out.emplace_back();
    for (std::uint32_t row = 0; row < masses.size(); ++row) {
      const auto cell = static_cast<std::size_t>(*counts->rows.row(row));
      if (sums.size() <= cell) sums.resize(cell + 1, 0);
      sums[cell] += masses[row];
    }
  }
  return out;
}

}  // namespace hosho
