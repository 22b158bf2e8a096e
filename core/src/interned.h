#pragma once
/// Each row of numbers is kept once and known by its position.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hosho {

class Interned {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// Rows of `width` numbers, no more than `most` of them.
  Interned(std::size_t width, std::size_t most) : width_(width), most_(most), slots_(64, kNone) {}

  /// Position of `row`; it is added if it is new. kNone: it is new, and there is no room.
  std::uint32_t position_of(const std::vector<std::int32_t>& row);

  /// The row at `position`: `width` numbers, until the next row is added.
  [[nodiscard]] const std::int32_t* row(std::uint32_t position) const { return numbers_.data() + position * width_; }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  [[nodiscard]] std::size_t slot_of(const std::int32_t* row) const;
  void grow();

  std::size_t width_, most_, size_ = 0;
  std::vector<std::int32_t> numbers_;
  std::vector<std::uint32_t> slots_;  ///< a power of two, never more than half full
};

}  // namespace hosho
