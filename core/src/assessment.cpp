#include "hosho/assessment.h"

#include <array>

#include "hosho/cost.h"

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

HeldCover::HeldCover() = default;
HeldCover::HeldCover(const HeldCover& other) = default;
HeldCover::HeldCover(HeldCover&& other) noexcept = default;
HeldCover& HeldCover::operator=(const HeldCover& other) = default;
HeldCover& HeldCover::operator=(HeldCover&& other) noexcept = default;
HeldCover::~HeldCover() = default;

CaseFacts::CaseFacts() = default;
CaseFacts::CaseFacts(const CaseFacts& other) = default;
CaseFacts::CaseFacts(CaseFacts&& other) noexcept = default;
CaseFacts& CaseFacts::operator=(const CaseFacts& other) = default;
CaseFacts& CaseFacts::operator=(CaseFacts&& other) noexcept = default;
CaseFacts::~CaseFacts() = default;

Scenario::Scenario() = default;
Scenario::Scenario(const Scenario& other) = default;
Scenario::Scenario(Scenario&& other) noexcept = default;
Scenario& Scenario::operator=(const Scenario& other) = default;
Scenario& Scenario::operator=(Scenario&& other) noexcept = default;
Scenario::~Scenario() = default;

Cost::Cost() = default;
Cost::Cost(const Cost& other) = default;
Cost::Cost(Cost&& other) noexcept = default;
Cost& Cost::operator=(const Cost& other) = default;
Cost& Cost::operator=(Cost&& other) noexcept = default;
Cost::~Cost() = default;

std::string_view to_string(ReasonCode code) noexcept {
  constexpr auto kNames = std::to_array<std::string_view>({
#define HOSHO_REASON_NAME(code) #code,
      HOSHO_REASON_CODES(HOSHO_REASON_NAME)
#undef HOSHO_REASON_NAME
  });
  return kNames[static_cast<std::size_t>(code)];
}

}  // namespace hosho
