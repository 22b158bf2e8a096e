#pragma once
/// The answer to "the phone broke". Codes and figures only; sentences are written in `web/text`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hosho/plan.h"

namespace hosho {

enum class Verdict : std::uint8_t { covered, not_covered, unknown };

// clang-format off
#define HOSHO_REASON_CODES(X)                                                                                         \
  X(held) X(with_device) X(applies_to) X(all_of) X(any_of) X(none_of) X(word_in) X(flag_is) X(number_in)              \
  X(same_day) X(within_period) X(not_before) X(in_force) X(incident_covered) X(incident_excluded)                     \
  X(incident_not_stated) X(incident_not_named) X(incident_unknown) X(nothing_repaired) X(document) X(limit)           \
  X(registered) X(with_line) X(by_day) X(in_days) X(not_told) X(payment) X(quote) X(list_price) X(copay)              \
  X(benefit_cap) X(customer_max) X(charge) X(monthly_fee) X(one_time_fee)                                 \
  X(joined_by_nobody) X(open_to_new) X(offered_since) X(already_held) X(not_with) X(rejoin)
// clang-format on

enum class ReasonCode : std::uint8_t {
#define HOSHO_REASON_ID(code) code,
  HOSHO_REASON_CODES(HOSHO_REASON_ID)
#undef HOSHO_REASON_ID
};

[[nodiscard]] std::string_view to_string(ReasonCode code) noexcept;

/// One clause held against the case. `no` always stands against the cover. Words are views into the catalogue.
struct Reason {
  // Kept in one place: inlined at every use they are a tenth of the engine.
  Reason();
  Reason(const Reason& other);
  Reason(Reason&& other) noexcept;
  Reason& operator=(const Reason& other);
  Reason& operator=(Reason&& other) noexcept;
  ~Reason();

  std::string_view clause;
  ReasonCode code = ReasonCode::all_of;
  Truth outcome = Truth::yes;
  std::vector<Fact> facts;
  CiteRef cite;
  std::vector<Reason> reasons;
  // figures that were compared, where there are any
  std::optional<Period> period;
  std::optional<DateSpan> on;                          ///< last day (first day for `not_before`) over all anchors
  std::optional<DateSpan> safe_on;                     ///< earliest last day over all anchors
  std::optional<std::int32_t> margin_min, margin_max;  ///< days to spare until `on`; negative: too late
  std::vector<std::string_view> allowed;
  std::optional<IncidentKind> kind;
  const RestsOn* rests_on = nullptr;
  const FactTest* test = nullptr;  ///< bounds of a number
  std::optional<YenRange> yen;
  std::string_view silence;
};

/// A point on which the terms are silent or contradict each other.
struct Silence {
  std::string_view code;
  CiteRef cite;
  friend bool operator==(const Silence&, const Silence&) = default;
};

struct Warning {
  std::string_view code;
  CiteRef cite, conflicts_with;
  const std::vector<SumOver>* other_sums = nullptr;  ///< of a fee, by the source that says otherwise
  friend bool operator==(const Warning&, const Warning&) = default;
};

struct Missing {
  Fact fact;
  double impact = 0.0;                 ///< share of the open options that an answer settles
  std::optional<std::size_t> cover{};  ///< of a cover's fact: of another cover than the option's own
  friend constexpr bool operator==(const Missing& a, const Missing& b) {
    return a.fact == b.fact && a.cover == b.cover;
  }
};

enum class Counting : std::uint8_t { civil_code, first_day_included, not_stated, date };

/// A day that matters; listed also when past.
struct Deadline {
  DeadlineKind kind;
  Date on;
  Date safe_on;
  Counting counting;
  CiteRef cite;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

struct Charged {
  std::string_view kind;
  YenRange yen;
  YenRange adds;  ///< what it adds to the total; from 0 where it is open whether it falls due
  bool triggered;
  Tax tax;
  CiteRef cite;
};

/// One way out: a cover, or a repair that is simply paid (no verdict).
struct Option {
  // Kept in one place: inlined at every use they are a tenth of the engine.
  Option();
  Option(const Option& other);
  Option(Option&& other) noexcept;
  Option& operator=(const Option& other);
  Option& operator=(Option&& other) noexcept;
  ~Option();

  std::string_view plan;
  std::optional<Verdict> verdict;
  const Version* version = nullptr;
  std::optional<YenRange> you_pay, total;
  // of an enrolment
  YenRange monthly_fee, one_time_fee;
  std::pair<std::int64_t, std::int64_t> free_months;  ///< fewest and most
  std::vector<Charged> charges;
  Tax tax = Tax::not_stated;
  std::optional<Word> remedy, place;
  std::optional<std::pair<std::int64_t, std::int64_t>> claims_left;  ///< fewest and most, after this claim
  std::vector<Deadline> deadlines;
  std::vector<Missing> missing;
  std::vector<Silence> not_stated;
  std::vector<Warning> cautions;
  std::vector<Reason> reasons;
  std::vector<const Step*> steps;
  std::vector<const Contact*> contacts;
  std::vector<const Amount*> holds;
  std::optional<std::size_t> cover;  ///< position in `CaseFacts::covers`, to spell its facts
  bool waits_for_facts = false;      ///< `unknown` through `missing`

  [[nodiscard]] bool may_answer() const noexcept { return verdict != Verdict::not_covered; }
};

struct Question {
  Fact fact;
  std::optional<std::size_t> cover;
  std::vector<std::string> why;  ///< `plan/clause`
};

struct Assessment {
  std::vector<Option> options;           ///< best first
  std::optional<std::string_view> best;  ///< nothing while missing facts could change it
  std::optional<Question> next_question;
};

}  // namespace hosho
