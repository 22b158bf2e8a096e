#pragma once
/// Five states of a clause and Kleene's tables over them.

#include <cstdint>
#include <initializer_list>

namespace hosho {

enum class Truth : std::uint8_t {
  yes,
  no,
  unknown,         ///< the person did not say
  not_stated,      ///< the plan does not say
  not_applicable,  ///< plays no part
};

/// All of both: `no` settles it; an unsaid fact comes before a silence; what does not apply is left out.
[[nodiscard]] constexpr Truth both(Truth a, Truth b) noexcept {
  if (a == Truth::not_applicable) return b;
  if (b == Truth::not_applicable) return a;
  for (const Truth state : {Truth::no, Truth::unknown, Truth::not_stated}) {
    if (a == state || b == state) return state;
  }
  return Truth::yes;
}

/// The other way round; silence and ignorance stay what they are.
[[nodiscard]] constexpr Truth negate(Truth a) noexcept {
  if (a == Truth::yes) return Truth::no;
  if (a == Truth::no) return Truth::yes;
  return a;
}

/// Any of both: `yes` settles it.
[[nodiscard]] constexpr Truth either(Truth a, Truth b) noexcept { return negate(both(negate(a), negate(b))); }

/// Neither `yes` nor `no` nor out of play.
[[nodiscard]] constexpr bool is_open(Truth a) noexcept { return a == Truth::unknown || a == Truth::not_stated; }

}  // namespace hosho
