#pragma once
/// Timeline → text.

#include <string>

#include "hosho/hosho.h"

namespace hosho::json {

[[nodiscard]] std::string write_timeline(const Timeline& answer, const Catalogue& catalogue, const CaseFacts& facts);

}  // namespace hosho::json
