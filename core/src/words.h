#pragma once
/// From a word of a file or a case to its number.

#include <algorithm>

#include "hosho/plan.h"

namespace hosho {

/// The number of a word in the closed vocabulary of `fact`; `Word::kUnnamed` if it is not one of them.
[[nodiscard]] inline Word closed_word(Vocabulary vocabulary, std::string_view text) {
  const auto words = words_of(vocabulary);
  const auto found = std::find(words.begin(), words.end(), text);
  return found == words.end() ? Word{} : Word{static_cast<std::int32_t>(found - words.begin())};
}

/// The number of a word that a plan names for `fact`. Flags are the words 0 and 1.
[[nodiscard]] inline Word word_of(Fact fact, std::string_view text, Words& words) {
  if (info(fact).type == FactType::flag) return Word{text == "true" ? 1 : 0};
  const Vocabulary vocabulary = info(fact).vocabulary;
  return words_of(vocabulary).empty() ? words.intern(text) : closed_word(vocabulary, text);
}

}  // namespace hosho
