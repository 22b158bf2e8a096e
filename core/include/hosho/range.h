#pragma once
/// Ranges of yen: both ends are reached by some completion of what is not known.

#include <algorithm>

#include "hosho/money.h"

namespace hosho {

/// An amount between two ends, both included. No `max`: no upper bound is known.
struct YenRange {
  Yen min{0};
  std::optional<Yen> max{Yen{0}};
  bool approx = false;  ///< the source itself says "about"

  [[nodiscard]] static constexpr YenRange exactly(Yen yen) noexcept { return {yen, yen}; }
  [[nodiscard]] static constexpr YenRange open_from(Yen yen) noexcept { return {yen, std::nullopt}; }
  friend constexpr bool operator==(const YenRange&, const YenRange&) = default;
};

/// Every sum of one amount of each.
[[nodiscard]] constexpr YenRange sum(const YenRange& a, const YenRange& b) noexcept {
  YenRange out{a.min + b.min, std::nullopt, a.approx || b.approx};
  if (a.max && b.max) out.max = *a.max + *b.max;
  return out;
}

/// The smallest range that holds both.
[[nodiscard]] constexpr YenRange hull(const YenRange& a, const YenRange& b) noexcept {
  YenRange out{std::min(a.min, b.min), std::nullopt, a.approx || b.approx};
  if (a.max && b.max) out.max = std::max(*a.max, *b.max);
  return out;
}

/// What lies above a cap: max(0, amount − cap), end by end.
[[nodiscard]] constexpr YenRange excess_over(const YenRange& amount, Yen cap) noexcept {
  const auto above = [cap](Yen yen) { return yen > cap ? yen - cap : Yen{0}; };
  YenRange out{above(amount.min), std::nullopt, amount.approx};
  if (amount.max) out.max = above(*amount.max);
  return out;
}

/// At most `limit`, end by end.
[[nodiscard]] constexpr YenRange at_most(const YenRange& amount, Yen limit) noexcept {
  return {std::min(amount.min, limit), amount.max ? std::min(*amount.max, limit) : limit, amount.approx};
}

}  // namespace hosho
