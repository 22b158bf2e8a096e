#pragma once
/// Stable sorting that costs little code: one sort of positions serves every type.

#include <cstddef>
#include <utility>
#include <vector>

namespace hosho {

/// Positions 0 … count−1 in the order of `before`, which is handed `context` back; equal ones keep their order.
[[nodiscard]] std::vector<std::size_t> positions_in_order(std::size_t count, const void* context,
                                                          bool (*before)(const void*, std::size_t, std::size_t));

/// Sorts `list` so that no element is `less` than the one before it; equal ones keep their order.
template <class T, class Less>
void sort_by(std::vector<T>& list, Less less) {
  struct Context {
    const std::vector<T>& list;
    Less less;
  };
  const Context context{list, less};
  const auto order = positions_in_order(list.size(), &context, [](const void* given, std::size_t a, std::size_t b) {
    const auto& [items, is_less] = *static_cast<const Context*>(given);
    return is_less(items[a], items[b]);
  });
  std::vector<T> sorted;
  sorted.reserve(list.size());
  for (const std::size_t position : order) sorted.push_back(std::move(list[position]));
  list = std::move(sorted);
}

}  // namespace hosho
