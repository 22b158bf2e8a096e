#pragma once
/// The claim year of a limit, in months.

#include "choice_terms.h"

namespace hosho {

/// `year` stands for a claim year that the terms leave open.
[[nodiscard]] ClaimWindows windows_of(const LimitTerms& limit, const ChoiceTerms& terms, ClaimYear year);

}  // namespace hosho
