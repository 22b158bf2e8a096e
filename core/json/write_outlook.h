#pragma once
/// Outlook → JSON. Distributions do not cross as text: they stay in the answer, in the order of `none`, `choices`.

#include <string>

#include "hosho/hosho.h"

namespace hosho::json {

[[nodiscard]] std::string write_outlook(const Outlook& answer, const Catalogue& catalogue);

}  // namespace hosho::json
