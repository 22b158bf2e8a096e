#pragma once
/// Version of the engine; `package.json` is held equal by a test.

#include <string_view>

namespace hosho {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace hosho
