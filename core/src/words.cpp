#include "words.h"

namespace hosho {

Word Words::intern(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) return Word{found->second};
  const auto id = static_cast<std::int32_t>(texts_.size());
  ids_.emplace(text, id);
  texts_.emplace_back(text);
  return Word{id};
}

Word Words::find(std::string_view text) const {
  const auto found = ids_.find(text);
  return found == ids_.end() ? Word{} : Word{found->second};
}

}  // namespace hosho
