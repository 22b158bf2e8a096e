#include "fold.h"

#include <algorithm>
#include <utility>

#include "sort_by.h"

namespace hosho {
namespace {

std::size_t furthest(const Lottery& lottery) {
  std::size_t out = 0;
  for (const Prize& prize : lottery) out = std::max(out, prize.cell);
  return out;
}

}  // namespace

Fold::Fold(const Interned& rows, std::vector<Lottery> lotteries) : rows_(rows), lotteries_(std::move(lotteries)) {
  for (std::size_t i = 0; i < lotteries_.size(); ++i) colours_.push_back(i);
  sort_by(colours_, [this](std::size_t a, std::size_t b) { return furthest(lotteries_[a]) > furthest(lotteries_[b]); });
  for (std::uint32_t i = 0; i < rows_.size(); ++i) order_.push_back(i);
  sort_by(order_, [this](std::uint32_t a, std::uint32_t b) {
    for (const std::size_t colour : colours_) {
      const std::int32_t difference = rows_.row(a)[colour] - rows_.row(b)[colour];
      if (difference != 0) return difference > 0;
    }
    return false;
  });
}

std::int32_t Fold::count(std::size_t place, std::size_t depth) const {
  return rows_.row(order_[place])[colours_[depth]];
}

std::vector<double> Fold::horner(const Work& work, std::size_t first, std::size_t last, std::size_t depth) const {
  if (depth == colours_.size()) {
    const std::uint32_t row = order_[first];
    if (row >= work.masses.size() || work.masses[row] == 0) return {};
    return {work.masses[row]};
  }
  const Lottery& lottery = lotteries_[colours_[depth]];
  std::vector<double> out;
  std::int32_t drawn = count(first, depth);
  while (first < last) {
    const std::int32_t group = count(first, depth);
    std::size_t end = first;
    while (end < last && count(end, depth) == group) ++end;
    for (; drawn > group; --drawn) add_draw(out, lottery, work.cells);
    const std::vector<double> part = horner(work, first, end, depth + 1);
    if (out.size() < part.size()) out.resize(part.size(), 0);
    for (std::size_t i = 0; i < part.size(); ++i) out[i] += part[i];
    first = end;
  }
  for (; drawn > 0; --drawn) add_draw(out, lottery, work.cells);
  return out;
}

std::vector<double> Fold::sums(const std::vector<double>& masses, std::size_t cells) const {
  return horner({masses, cells}, 0, rows_.size(), 0);
}

}  // namespace hosho
