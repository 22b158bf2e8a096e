#pragma once
/// What a cover costs to hold, for one case.

#include <utility>
#include <vector>

#include "finding.h"
#include "situation.h"

namespace hosho {

/// A fee over every completion of what is open.
struct FeeFinding {
  YenRange yen;
  Tax tax = Tax::not_stated;
  std::vector<Fact> missing;      ///< what could still tell the amount
  std::vector<Silence> silences;  ///< what the terms do not tell of it
  std::vector<Warning> warnings;  ///< sources that name another amount
  std::vector<Reason> reasons;    ///< one for each amount that may be due
};

/// `fees.monthly` or `fees.one_time` of a version, `code` being its reason. A fee that the terms do not know is 0.
[[nodiscard]] FeeFinding fee_of(const std::optional<Fee>& fee, ReasonCode code, const Version& version,
                                const Situation& situation);

/// Free months.
struct FreeFinding {
  std::pair<std::int64_t, std::int64_t> months;  ///< fewest and most
  std::vector<Fact> missing;                     ///< what could still tell them
};

/// Those of the day of joining; none where no source tells of that day.
[[nodiscard]] FreeFinding free_months_of(const Version& version, const Situation& situation);

}  // namespace hosho
