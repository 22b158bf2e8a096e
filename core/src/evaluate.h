#pragma once
/// Conditions held against a case.

#include "finding.h"
#include "situation.h"

namespace hosho {

/// The condition at `node`; `not_applicable` if there is none.
[[nodiscard]] Finding evaluate(const Version& version, NodeRef node, const Situation& situation);

}  // namespace hosho
