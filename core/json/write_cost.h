#pragma once
/// Cost → text.

#include <string>

#include "hosho/hosho.h"

namespace hosho::json {

[[nodiscard]] std::string write_cost(const Cost& answer, const Catalogue& catalogue);

}  // namespace hosho::json
