#pragma once
/// Text of a case → CaseFacts.

#include "hosho/hosho.h"
#include "reader.h"

namespace hosho::json {

/// The case; only to be used if no problem was reported.
[[nodiscard]] CaseFacts read_case(const At& at, const Catalogue& catalogue, Problems& problems);

/// The facts of one incident, its kind among them.
[[nodiscard]] FactSlots read_incident(const At& at, const Catalogue& catalogue, Problems& problems);

}  // namespace hosho::json
