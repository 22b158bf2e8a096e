#include "rank.h"

#include <limits>
#include <tuple>

#include "sort_by.h"

namespace hosho {
namespace {

constexpr std::int64_t kNoBound = std::numeric_limits<std::int64_t>::max();

std::int64_t worst(const Option& option) {
  return option.total && option.total->max ? option.total->max->amount : kNoBound;
}
std::int64_t at_best(const Option& option) { return option.total ? option.total->min.amount : 0; }

auto key(const Option& option) {
  const bool uncertain = option.verdict == Verdict::unknown;
  return std::make_tuple(!option.may_answer(), worst(option), at_best(option), uncertain, option.plan);
}

}  // namespace

void rank(std::vector<Option>& options) {
  sort_by(options, [](const Option& a, const Option& b) { return key(a) < key(b); });
}

std::optional<std::string_view> best_of(const std::vector<Option>& options) {
  if (options.empty() || !options.front().may_answer() || options.front().waits_for_facts) return std::nullopt;
  const Option& first = options.front();
  for (const Option& other : options) {
    if (&other == &first || !other.may_answer()) continue;
    const bool open = other.waits_for_facts || !other.missing.empty() || !first.missing.empty();
    if (open && at_best(other) < worst(first)) return std::nullopt;
  }
  return first.plan;
}

}  // namespace hosho
