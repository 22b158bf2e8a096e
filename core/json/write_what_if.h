#pragma once
/// WhatIf → text.

#include <string>

#include "hosho/hosho.h"

namespace hosho::json {

[[nodiscard]] std::string write_what_if(const WhatIf& answer, const Catalogue& catalogue, const CaseFacts& facts);

}  // namespace hosho::json
