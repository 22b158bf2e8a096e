#pragma once
/// What a version of a plan says of the incident.

#include "finding.h"
#include "situation.h"

namespace hosho {

/// Covered, excluded, or not said; exclusions come before covers.
[[nodiscard]] Finding assess_incident(const Version& version, const Situation& situation);

}  // namespace hosho
