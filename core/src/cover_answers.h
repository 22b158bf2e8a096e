#pragma once
/// What one cover says of an incident ahead, with the claims of its year still to come.

#include "choice_terms.h"
#include "pay.h"
#include "situation.h"

namespace hosho {

/// What comes of asking one cover.
struct CoverAnswer {
  AnswerTerms terms;
  std::vector<Missing> missing;
  std::vector<Silence> silences;
};

/// Under a plan that one joins: what the person did not say of conduct stands for the claim; a day or a word of the
/// device that is not said leaves the answer open.
[[nodiscard]] CoverAnswer answer_of_joined(const Plan& plan, std::size_t cover, const Price& price,
                                           const Situation& around);

/// Under a plan that comes with the device: whatever is not said leaves the answer open.
[[nodiscard]] CoverAnswer answer_of_device(const Plan& plan, const Price& price, const Situation& around);

}  // namespace hosho
