#include "hosho/assessment.h"

#include <array>

namespace hosho {

std::string_view to_string(ReasonCode code) noexcept {
  constexpr auto kNames = std::to_array<std::string_view>({
#define HOSHO_REASON_NAME(code) #code,
      HOSHO_REASON_CODES(HOSHO_REASON_NAME)
#undef HOSHO_REASON_NAME
  });
  return kNames[static_cast<std::size_t>(code)];
}

}  // namespace hosho
