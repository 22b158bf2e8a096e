#pragma once
/// What one plan costs over a stretch in which stated things happen. No probability.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hosho/assessment.h"
#include "hosho/case_facts.h"

namespace hosho {

/// A stretch of time and what happens in it.
struct Scenario {
  // Kept in one place, as in `Cost`.
  Scenario();
  Scenario(const Scenario& other);
  Scenario(Scenario&& other) noexcept;
  Scenario& operator=(const Scenario& other);
  Scenario& operator=(Scenario&& other) noexcept;
  ~Scenario();

  std::string plan;  ///< id of a loaded plan; it is taken as held
  Date from{0};
  std::optional<Date> to;   ///< last day; not before `from`
  std::int64_t months = 0;  ///< without `to`: so many charged months
  std::optional<Yen> monthly_fee;
  std::optional<std::int64_t> free_months;
  /// Facts of the incidents, `incident_kind` among them. Each is taken as claimed; those without a day as the 1st, 2nd
  /// … of one claim year.
  std::vector<FactSlots> incidents;
  bool old_device_unreturned = false;
};

/// A fact that could change an amount.
struct OpenFact {
  Fact fact;
  std::optional<std::size_t> incident;  ///< position in `Scenario::incidents`, for a fact of that incident
  friend bool operator==(const OpenFact&, const OpenFact&) = default;
};

/// A difference of two sums; either end may be unbounded.
struct Difference {
  std::optional<Yen> min, max;
};

/// Sums over the stretch. total = fees + you_pay + what each charge adds, for every completion and either outcome of a
/// silent claim; saving = without_plan − total.
struct Cost {
  // Kept in one place: inlined at every use they are a tenth of the engine.
  Cost();
  Cost(const Cost& other);
  Cost(Cost&& other) noexcept;
  Cost& operator=(const Cost& other);
  Cost& operator=(Cost&& other) noexcept;
  ~Cost();

  std::string_view plan;
  std::optional<std::size_t> cover;  ///< position in `CaseFacts::covers`, to spell its facts
  YenRange fees, you_pay, total, without_plan;
  Difference saving;
  std::vector<Charged> charges;              ///< those that fall due or may
  std::optional<Tax> tax, without_plan_tax;  ///< of what is not 0 in either sum
  std::vector<OpenFact> missing;
  std::vector<Silence> not_stated;
  std::vector<Warning> cautions;
  std::vector<Reason> reasons;
};

}  // namespace hosho
