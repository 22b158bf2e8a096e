#pragma once
/// What the person said, in slots; "did not say" is a value of its own.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hosho/date.h"
#include "hosho/money.h"
#include "hosho/vocabulary.h"

namespace hosho {

/// A word of an open vocabulary as a number: equal words have equal numbers. Words of a closed vocabulary are
/// numbered by `words_of`.
struct Word {
  std::int32_t id = kUnnamed;
  /// A word that no plan names: it matches nothing.
  static constexpr std::int32_t kUnnamed = -1;
  friend constexpr bool operator==(Word, Word) = default;
  friend constexpr auto operator<=>(Word, Word) = default;
};

/// The value of one fact. `FactInfo::type` says which member counts.
struct FactValue {
  enum class State : std::uint8_t {
    unsaid,  ///< the person did not say
    said,
    none,  ///< said to have none (`device.maker_warranty_until`)
  };
  State state = State::unsaid;
  Word word;
  std::int64_t number = 0;         ///< flag 0 or 1, yen, thousandths of a percent, count, minutes since 1970
  DateSpan day = DateSpan::any();  ///< any day while unsaid

  [[nodiscard]] bool is_said() const noexcept { return state != State::unsaid; }
  [[nodiscard]] static FactValue of(DateSpan span) noexcept { return {State::said, {}, 0, span}; }
  [[nodiscard]] static FactValue of(Word word) noexcept { return {State::said, word, 0, DateSpan::any()}; }
  [[nodiscard]] static FactValue of(std::int64_t number) noexcept { return {State::said, {}, number, DateSpan::any()}; }
};

/// Values of all facts; those of a cover are in `HeldCover`.
using FactSlots = std::array<FactValue, kFactCount>;

/// One earlier use of a cover.
struct Claim {
  DateSpan on = DateSpan::any();
  std::optional<IncidentKind> kind;
};

/// A cover that the person holds or held. It counts as validly joined.
struct HeldCover {
  // Kept in one place: inlined at every use they are a tenth of the engine.
  HeldCover();
  HeldCover(const HeldCover& other);
  HeldCover(HeldCover&& other) noexcept;
  HeldCover& operator=(const HeldCover& other);
  HeldCover& operator=(HeldCover&& other) noexcept;
  ~HeldCover();

  std::string plan;
  FactSlots facts;                           ///< only the facts for which `is_cover_fact` holds
  std::optional<std::vector<Claim>> claims;  ///< nothing: did not say
};

/// One case.
struct CaseFacts {
  // Kept in one place, as above.
  CaseFacts();
  CaseFacts(const CaseFacts& other);
  CaseFacts(CaseFacts&& other) noexcept;
  CaseFacts& operator=(const CaseFacts& other);
  CaseFacts& operator=(CaseFacts&& other) noexcept;
  ~CaseFacts();

  Date as_of{0};
  FactSlots facts;
  std::optional<std::vector<HeldCover>> covers;  ///< nothing: did not say

  [[nodiscard]] const FactValue& operator[](Fact fact) const noexcept { return facts[index_of(fact)]; }
  [[nodiscard]] FactValue& operator[](Fact fact) noexcept { return facts[index_of(fact)]; }

  /// The value of a fact of the case, or of one of its covers. Precondition: for a fact of a cover, `cover` is one.
  [[nodiscard]] const FactValue& at(Fact fact, std::optional<std::size_t> cover) const noexcept {
    return is_cover_fact(fact) ? (*covers)[*cover].facts[index_of(fact)] : (*this)[fact];
  }
  [[nodiscard]] FactValue& at(Fact fact, std::optional<std::size_t> cover) noexcept {
    return is_cover_fact(fact) ? (*covers)[*cover].facts[index_of(fact)] : (*this)[fact];
  }

  /// Nothing while the person did not say what happened.
  [[nodiscard]] std::optional<IncidentKind> kind() const noexcept {
    const FactValue& value = (*this)[Fact::incident_kind];
    if (!value.is_said()) return std::nullopt;
    return static_cast<IncidentKind>(value.word.id);
  }
};

}  // namespace hosho
