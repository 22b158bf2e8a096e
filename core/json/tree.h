#pragma once
/// A JSON text as a tree that remembers its order and repeated keys. The parser itself is hidden in tree.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hosho/problem.h"

namespace hosho::json {

/// Arrays and objects nested deeper than this are refused.
inline constexpr std::size_t kDeepest = 64;

struct Value {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };
  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0.0;  ///< also set for an integer
  std::string text;
  std::vector<std::string> keys;  ///< of an object, in file order, repeated ones included
  std::vector<Value> items;       ///< of an array, or the values of an object
  std::uint32_t order = 0;        ///< how many values begin before this one

  [[nodiscard]] bool is(Kind other) const noexcept { return kind == other; }
  /// The first value under `key`, or nothing.
  [[nodiscard]] const Value* find(std::string_view key) const noexcept;
};

/// A short picture of a value for a message.
[[nodiscard]] std::string show(const Value& value);

/// The tree of `text`, or nothing and a problem. Repeated keys are reported and kept.
[[nodiscard]] std::optional<Value> parse(std::string_view text, Problems& problems);

/// `pointer` extended by one key or index.
[[nodiscard]] std::string child(const std::string& pointer, std::string_view key);
[[nodiscard]] std::string child(const std::string& pointer, std::size_t index);

}  // namespace hosho::json
