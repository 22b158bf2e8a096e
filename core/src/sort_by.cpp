#include "sort_by.h"

#include <algorithm>

namespace hosho {

std::vector<std::size_t> positions_in_order(std::size_t count, const void* context,
                                            bool (*before)(const void*, std::size_t, std::size_t)) {
  std::vector<std::size_t> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(i);
  std::sort(out.begin(), out.end(), [context, before](std::size_t a, std::size_t b) {
    if (before(context, a, b)) return true;
    return !before(context, b, a) && a < b;
  });
  return out;
}

}  // namespace hosho
