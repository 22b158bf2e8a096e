#pragma once
/// Reasons, ranges, cites: the parts that every option is made of.

#include <vector>

#include "hosho/assessment.h"
#include "writer.h"

namespace hosho::json {

/// Cites of one option in the order in which they are first pointed to.
class CiteList {
 public:
  /// Position of the cite in the option's own list.
  std::int64_t position(std::uint32_t cite);
  [[nodiscard]] const std::vector<std::uint32_t>& used() const noexcept { return used_; }

 private:
  std::vector<std::uint32_t> used_;
};

/// How facts are spelled in the answer: those of a cover carry its position.
[[nodiscard]] std::string spell(Fact fact, std::optional<std::size_t> cover);

void write_range(Writer& out, const std::optional<YenRange>& range);
void write_cite(Writer& out, std::string_view key, CiteRef cite, CiteList& cites);
void write_reason(Writer& out, const Reason& reason, std::optional<std::size_t> cover, CiteList& cites);
[[nodiscard]] std::string_view to_text(Truth truth) noexcept;
[[nodiscard]] std::string_view to_text(Tax tax) noexcept;

}  // namespace hosho::json
