#pragma once
/// What the terms of the covers of one choice say about the months ahead, and the models that the ends of their ranges
/// make.

#include <optional>
#include <vector>

#include "hosho/case_facts.h"
#include "hosho/outlook.h"
#include "risk_model.h"

namespace hosho {

/// What a cover does about incidents of one kind. An open truth: it may answer, or not.
struct AnswerTerms {
  Truth truth = Truth::no;
  std::vector<YenRange> pays;  ///< for the 1st, 2nd … claim of a claim year
  friend bool operator==(const AnswerTerms&, const AnswerTerms&) = default;
};

struct KindTerms {
  YenRange price;  ///< without a cover that one joins
  std::vector<AnswerTerms> covers;
  friend bool operator==(const KindTerms&, const KindTerms&) = default;
};

/// Months, from `first` until the next stretch, in which the terms say the same.
struct StretchTerms {
  std::int32_t first = 0;
  std::vector<KindTerms> kinds;
};

/// One limit of one cover.
struct LimitTerms {
  const LimitClause* clause;
  std::size_t cover;
};

/// A choice of covers, with everything that the months ahead make of it.
struct ChoiceTerms {
  std::vector<const Plan*> plans;
  std::vector<IncidentKind> kinds;  ///< those that may happen
  std::vector<double> means;        ///< of each in a month
  std::optional<CertainIncident> certain;
  CaseFacts facts;         ///< with one cover for each plan
  std::vector<Date> days;  ///< the first day of each month
  std::vector<StretchTerms> stretches;
  std::vector<LimitTerms> limits;
  std::vector<YenRange> fees;  ///< by month
  std::vector<Missing> missing;
  std::vector<Silence> not_stated;
};

[[nodiscard]] ChoiceTerms terms_of(const Catalogue& catalogue, const CaseFacts& facts, const Prospect& prospect,
                                   std::vector<const Plan*> plans);

/// Which of the two ends of every range.
enum class End : std::uint8_t { cheap, dear };

/// `year` stands for a claim year that the terms leave open. A fee without a bound counts with its other end.
[[nodiscard]] RiskModel model_of(const ChoiceTerms& terms, End end, ClaimYear year);

/// The month in which the battery falls below the 80 % of its design; nothing: later than the months ahead.
[[nodiscard]] std::optional<std::int32_t> worn_in(const Battery& battery, std::int32_t months);

/// Kinds that may happen, but for which neither the person nor a list names a price with a bound.
[[nodiscard]] std::vector<IncidentKind> kinds_without_price(const Catalogue& catalogue, const CaseFacts& facts,
                                                            const Prospect& prospect);

}  // namespace hosho
