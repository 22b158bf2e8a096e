#include "words.h"

#include <algorithm>

namespace hosho {

Word Words::intern(std::string_view text) {
  const Word known = find(text);
  if (known != Word{}) return known;
  texts_.emplace_back(text);
  return Word{static_cast<std::int32_t>(texts_.size()) - 1};
}

Word Words::find(std::string_view text) const {
  const auto found = std::find(texts_.begin(), texts_.end(), text);
  return found == texts_.end() ? Word{} : Word{static_cast<std::int32_t>(found - texts_.begin())};
}

}  // namespace hosho
