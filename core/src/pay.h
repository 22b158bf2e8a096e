#pragma once
/// What the person pays: price → copay → cap and excess → customer's maximum → charges, each step a node of the trace.

#include <optional>
#include <vector>

#include "finding.h"
#include "situation.h"

namespace hosho {

/// What the repair costs where no cover pays.
struct Price {
  std::optional<YenRange> yen;  ///< nothing: not known
  Tax tax = Tax::not_stated;
  std::vector<Fact> missing;      ///< facts that could still change it
  std::vector<Warning> warnings;  ///< sources that differ
  std::vector<Reason> reasons;
};

/// The quote, else the list price for the place, model, incident; the hull over all places where none is said.
[[nodiscard]] Price price_without_cover(const Situation& situation);

/// What the person pays under the cover, should it answer.
struct Payment {
  YenRange yen;
  Tax tax = Tax::not_stated;
  std::optional<Word> remedy;        ///< where there is only one
  Truth exchanged = Truth::unknown;  ///< the device is exchanged; unknown: repaired or exchanged, by the wish
  std::vector<Fact> missing;
  std::vector<Warning> warnings;
  Reason reason;
};

[[nodiscard]] Payment pay_under(const Version& version, const Price& price, const Situation& situation);

/// Charges of the version and what the triggered ones add.
struct Charges {
  std::vector<Charged> list;
  YenRange yen;
  std::vector<Fact> missing;
  std::vector<Reason> reasons;
};

/// `in_play`: the plan applies to this phone and is held; if it does not, nothing is triggered.
[[nodiscard]] Charges charges_under(const Version& version, const Finding& in_play, const Situation& situation);

/// One label for a sum of two.
[[nodiscard]] Tax join(Tax a, Tax b);

}  // namespace hosho
