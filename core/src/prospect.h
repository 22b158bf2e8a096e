#pragma once
/// The months ahead as a case: the day of each, the covers as held, what an incident costs without one.

#include <vector>

#include "hosho/outlook.h"
#include "pay.h"
#include "situation.h"

namespace hosho {

/// The first day of each month: the same day of the month, or its last.
[[nodiscard]] std::vector<Date> month_days(Date from, std::int32_t months);

/// The case in which `plans` are held from the first day, each by its own cover; those not held so far count as joined
/// and registered on that day.
[[nodiscard]] CaseFacts as_held(const CaseFacts& facts, const Prospect& prospect,
                                const std::vector<const Plan*>& plans);

/// `facts` with an incident of the kind on a day of `days`; its price as a quote, if the person named it.
[[nodiscard]] CaseFacts with_incident(const CaseFacts& facts, const Prospect& prospect, IncidentKind kind,
                                      DateSpan days, bool worn_battery);

/// What such an incident costs without any cover.
[[nodiscard]] Price price_ahead(const Prospect& prospect, const Situation& situation);

}  // namespace hosho
