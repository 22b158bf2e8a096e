#pragma once
/// What clauses are made of: words, sources, periods, and conditions as flat code.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hosho/case_facts.h"
#include "hosho/truth.h"

namespace hosho {

/// The open words that plans and tables name, each with its number.
class Words {
 public:
  Word intern(std::string_view text);
  /// `Word::kUnnamed` for a word that was never interned.
  [[nodiscard]] Word find(std::string_view text) const;
  [[nodiscard]] const std::string& text(Word word) const { return texts_[static_cast<std::size_t>(word.id)]; }

 private:
  std::vector<std::string> texts_;
};

/// Where statements come from.
struct Source {
  std::string id, title, kind, as_of, url;
};

/// One place in a source; `quote` is evidence of at most 20 characters.
struct Cite {
  std::size_t source = 0;  ///< index into `Evidence::sources`
  std::string clause, quote;
  friend bool operator==(const Cite&, const Cite&) = default;
};

/// Sources and cites of all files of a catalogue; clauses point into `cites`.
struct Evidence {
  std::vector<Source> sources;
  std::vector<Cite> cites;
};

/// Index into `Evidence::cites`; nothing for our own inference.
using CiteRef = std::optional<std::uint32_t>;
/// Index into `Version::nodes`.
using NodeRef = std::optional<std::uint32_t>;

/// A set of incident kinds.
struct KindSet {
  std::uint32_t bits = 0;
  [[nodiscard]] static constexpr KindSet every() noexcept { return {(1U << kIncidentKinds.size()) - 1U}; }
  [[nodiscard]] constexpr bool contains(IncidentKind kind) const noexcept {
    return ((bits >> static_cast<unsigned>(kind)) & 1U) != 0;
  }
  constexpr void insert(IncidentKind kind) noexcept { bits |= 1U << static_cast<unsigned>(kind); }
};

/// A stretch of calendar months or days from the day that a fact names.
struct Period {
  Fact of;
  std::optional<Months> months;  ///< either this
  std::optional<Days> days;      ///< or this
  FirstDay first_day = FirstDay::not_stated;

  [[nodiscard]] PeriodEnd end_from(Date anchor) const noexcept {
    return months ? period_end(anchor, *months, first_day) : period_end(anchor, *days, first_day);
  }
};

/// What a clause says of one word, flag or number.
struct FactTest {
  std::vector<std::pair<Word, Truth>> words;  ///< flags are the words 0 and 1
  std::optional<std::int64_t> at_least, over, at_most, under;
  Truth otherwise = Truth::no;
  bool unsaid_fits = false;  ///< what one does not mention is not so
  std::string code;          ///< of the silence, where the test can come out as `not_stated`
};

/// What holds for a stretch of days; the days themselves are tested by `Node::fact`.
struct Piece {
  DateSpan days;  ///< both included
  std::uint32_t node;
  CiteRef cite;
};

/// Conditions that go by a day: the piece whose stretch holds the day answers.
struct ByDay {
  std::vector<Piece> pieces;
  std::string outside;  ///< silence where no piece holds the day
  std::string overlap;  ///< silence where two hold it and answer differently
};

/// One node of a condition, in the flat code of a version.
struct Node {
  enum class Op : std::uint8_t { all, any, negate, test, within, same_day, in_days, by_day, silent };
  Op op = Op::all;
  std::string clause;  ///< its id; empty where the file gives none
  CiteRef cite;
  std::vector<std::uint32_t> parts;  ///< all, any, negate
  Fact fact = Fact::as_of;           ///< test, within, same_day, in_days, by_day
  Fact other = Fact::as_of;          ///< same_day
  std::uint32_t table = 0;           ///< index into the version's tests, periods or by_day
  DateSpan days = DateSpan::any();   ///< in_days
  bool open_after = false;           ///< within: after the end the terms are silent
  std::string code;                  ///< of that silence, or of `silent`
};

}  // namespace hosho
