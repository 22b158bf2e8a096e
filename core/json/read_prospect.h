#pragma once
/// JSON → Prospect.

#include "hosho/hosho.h"
#include "reader.h"

namespace hosho::json {

/// To be used only if no problem was found. A kind that may happen has a price: named here, or in a list of the
/// catalogue for the phone of `facts`.
[[nodiscard]] Prospect read_prospect(const At& at, const CaseFacts& facts, const Catalogue& catalogue,
                                     Problems& problems);

}  // namespace hosho::json
