#pragma once
/// Whole yen. No floating point touches an amount.

#include <compare>
#include <cstdint>
#include <optional>

namespace hosho {

/// An amount of whole Japanese yen.
struct Yen {
  std::int64_t amount;
  friend constexpr bool operator==(Yen, Yen) = default;
  friend constexpr auto operator<=>(Yen, Yen) = default;
  friend constexpr Yen operator+(Yen left, Yen right) noexcept { return Yen{left.amount + right.amount}; }
  friend constexpr Yen operator-(Yen left, Yen right) noexcept { return Yen{left.amount - right.amount}; }
};

/// Largest amount that a file or a case may name. Sums of a few thousand of them stay far inside 64 bits.
inline constexpr Yen kLargestYen{100'000'000};

/// Tax label of an amount, as its source has it. Tax is never added to an amount on our own.
enum class Tax : std::uint8_t { included, excluded, exempt, not_stated, mixed };

}  // namespace hosho
