#pragma once
/// Conditions and periods held against a case.

#include "finding.h"
#include "situation.h"

namespace hosho {

/// The condition at `node`; `not_applicable` if there is none.
[[nodiscard]] Finding evaluate(const Version& version, NodeRef node, const Situation& situation);

/// `day` is not after the end of `period`. Between the safe day and the last day: inside, with `last_day_disputed`.
[[nodiscard]] Finding not_after(Fact day, const Period& period, std::string clause, CiteRef cite,
                                const Situation& situation);

/// `day` is not before the day of `anchor`.
[[nodiscard]] Finding not_before(Fact day, Fact anchor, std::string clause, CiteRef cite, const Situation& situation);

}  // namespace hosho
