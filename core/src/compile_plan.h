#pragma once
/// PlanDocument → Plan: meaning. Facts are slots already; here words become numbers, cites become indices, conditions
/// become flat code, and what cannot be meant is reported.

#include <optional>

#include "hosho/plan.h"
#include "hosho/problem.h"
#include "plan_document.h"

namespace hosho {

/// The compiled plan, or nothing if `problems` has grown: all of them at once.
[[nodiscard]] std::optional<Plan> compile_plan(const PlanDocument& document, Words& words, Evidence& evidence,
                                               Problems& problems);

}  // namespace hosho
