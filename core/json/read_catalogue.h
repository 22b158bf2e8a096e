#pragma once
/// Text of a catalogue → Catalogue: plans, devices, prices, providers.

#include "hosho/hosho.h"
#include "reader.h"

namespace hosho::json {

/// The catalogue; only to be used if no problem was reported.
[[nodiscard]] Catalogue read_catalogue(const At& at, Problems& problems);

}  // namespace hosho::json
