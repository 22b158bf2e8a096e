#include "hosho/assessment.h"

#include <array>

namespace hosho {

Reason::Reason() = default;
Reason::Reason(const Reason& other) = default;
Reason::Reason(Reason&& other) noexcept = default;
Reason& Reason::operator=(const Reason& other) = default;
Reason& Reason::operator=(Reason&& other) noexcept = default;
Reason::~Reason() = default;

Option::Option() = default;
Option::Option(const Option& other) = default;
Option::Option(Option&& other) noexcept = default;
Option& Option::operator=(const Option& other) = default;
Option& Option::operator=(Option&& other) noexcept = default;
Option::~Option() = default;

std::string_view to_string(ReasonCode code) noexcept {
  constexpr auto kNames = std::to_array<std::string_view>({
#define HOSHO_REASON_NAME(code) #code,
      HOSHO_REASON_CODES(HOSHO_REASON_NAME)
#undef HOSHO_REASON_NAME
  });
  return kNames[static_cast<std::size_t>(code)];
}

}  // namespace hosho
