#pragma once
/// What it costs to hold a cover, as a plan file says it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hosho/condition.h"
#include "hosho/range.h"

namespace hosho {

/// How a month is charged that is not used in full.
struct PartMonth {
  enum class Rule : std::uint8_t { full, pro_rata, free, not_stated };
  Rule rule = Rule::full;
  CiteRef cite;
  std::string code;  ///< of the silence
};

/// What a source says that so many months cost; never computed.
struct SumOver {
  std::int64_t months = 0;
  Yen yen;
  CiteRef cite;
};

/// One amount of a fee, for whom `when` holds.
struct FeeAmount {
  std::string id;
  CiteRef cite, conflicts_with;
  YenRange yen;
  Tax tax = Tax::not_stated;
  NodeRef when;
  std::string code;                 ///< silence on which amount of the range it is; empty: none
  std::vector<SumOver> other_sums;  ///< what the passage that disagrees comes to, in its own words
};

struct Fee {
  std::vector<FeeAmount> amounts;  ///< at least one; of several each has a `when`, and no two hold at once
  std::string otherwise;           ///< silence on the amount where none holds
  PartMonth first_month, leaving_month;
};

/// Months that are not charged, told of the days for which `when` holds.
struct FreeMonths {
  std::string id;
  CiteRef cite;
  NodeRef when;
  std::int64_t min = 0, max = 0;
};

/// What it costs to hold a cover. A fee that the terms do not know is absent.
struct Fees {
  std::optional<Fee> monthly, one_time;
  std::optional<FreeMonths> free_months;
};

}  // namespace hosho
