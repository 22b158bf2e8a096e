#include "interned.h"

#include <algorithm>

namespace hosho {

/// Where `row` is, or the free slot where it belongs.
std::size_t Interned::slot_of(const std::int32_t* row) const {
  std::uint32_t hash = 2166136261U;
  for (std::size_t i = 0; i < width_; ++i) {
    hash = (hash ^ static_cast<std::uint32_t>(row[i])) * 16777619U;
    hash ^= hash >> 15U;
  }
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != kNone && !std::equal(row, row + width_, this->row(slots_[slot]))) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void Interned::grow() {
  slots_.assign(2 * slots_.size(), kNone);
  for (std::uint32_t i = 0; i < size_; ++i) slots_[slot_of(row(i))] = i;
}

std::uint32_t Interned::position_of(const std::vector<std::int32_t>& row) {
  const std::size_t slot = slot_of(row.data());
  if (slots_[slot] != kNone || size_ == most_) return slots_[slot];
  const auto position = static_cast<std::uint32_t>(size_);
  slots_[slot] = position;
  numbers_.insert(numbers_.end(), row.begin(), row.end());
  ++size_;
  if (2 * size_ > slots_.size()) grow();
  return position;
}

}  // namespace hosho
