#include "hosho/problem.h"

#include <array>

namespace hosho {

std::string_view to_string(ProblemCode code) noexcept {
  constexpr auto kNames = std::to_array<std::string_view>({
#define HOSHO_PROBLEM_NAME(code, severity) #code,
      HOSHO_PROBLEM_CODES(HOSHO_PROBLEM_NAME)
#undef HOSHO_PROBLEM_NAME
  });
  return kNames[static_cast<std::size_t>(code)];
}

}  // namespace hosho
