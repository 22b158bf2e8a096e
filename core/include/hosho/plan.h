#pragma once
/// A compiled plan. A `Plan` that exists is a valid plan: only `compile_plan` makes one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hosho/case_facts.h"
#include "hosho/range.h"
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
  std::string code;  ///< of the silence, where the test can come out as `not_stated`
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

/// What decided a point on which the terms are silent.
struct RestsOn {
  enum class Kind : std::uint8_t { reported_case, inference };
  Kind kind;
  std::string code;     ///< the silent point
  std::string caution;  ///< empty: none
};

/// Beyond this a clause answers no.
struct Until {
  Period period;
  std::optional<DeadlineKind> deadline;
  CiteRef cite;
};

/// Only after the day of a fact: a warranty that comes first.
struct After {
  Fact fact;
  CiteRef cite;
};

/// A clause about incidents: covered, excluded or silent.
struct IncidentClause {
  std::string id;
  CiteRef cite;
  KindSet kinds = KindSet::every();
  NodeRef when;
  std::optional<Until> until;
  std::optional<After> after;
  std::optional<RestsOn> rests_on;
  std::string code;  ///< of the silence
};

/// The first day on which a plan answers.
struct StartClause {
  enum class Rule : std::uint8_t {
    on,                    ///< the day of the fact
    first_of_month_after,  ///< the first of the month after it
    latest_of,             ///< the latest of several
  };
  std::string id;
  CiteRef cite;
  Rule rule = Rule::on;
  std::vector<Fact> facts;
};

/// A registration without which a joined cover does not answer.
struct RegisterClause {
  std::string id;
  CiteRef cite;
  std::optional<Period> by;
  Truth late = Truth::not_stated;  ///< registered, but after `by`
  Truth never = Truth::no;         ///< never registered
  std::string code;                ///< of the silence
};

struct EndClause {
  std::string id;
  CiteRef cite;
  Period period;
  NodeRef unless;  ///< where it holds, the end does not bind
};

/// How often a cover answers.
struct LimitClause {
  std::string id;
  CiteRef cite;
  std::int64_t claims;  ///< that the cover surely answers in one claim year
  ClaimYear year = ClaimYear::whole_term;
  bool stated = true;  ///< false: beyond `claims` the terms are silent
  KindSet counts;      ///< kinds that count and are limited
  std::string code;    ///< of the silence
};

struct DocumentClause {
  std::string id;
  CiteRef cite;
  Fact fact;
  Truth if_absent;   ///< `no`: the terms refuse; `not_stated`: they only tell to prepare it
  std::string code;  ///< of the silence
};

/// A charge that falls due where something comes too late.
struct Late {
  Period by;
  Fact done_on;
  std::optional<Fact> done, excused_by;
  std::optional<DeadlineKind> deadline;
};

/// One row of a table of sums.
struct AmountRow {
  std::int64_t at_least, under;  ///< bounds of the number; `under` itself is not in
  Yen yen;
};

/// A sum: a copay, a cap, a charge.
struct Amount {
  std::string id;
  CiteRef cite, conflicts_with;
  YenRange yen;
  Tax tax = Tax::not_stated;
  std::string kind;  ///< of a charge or hold
  KindSet kinds = KindSet::every();
  std::optional<Word> remedy;
  NodeRef when;
  std::vector<Yen> by_claim;  ///< instead of `yen`: the 1st, 2nd … claim of the claim year
  std::optional<Late> late;
  NodeRef or_when;  ///< of a charge with `late`: also due where this holds
  std::optional<Fact> table_by;
  std::vector<AmountRow> table;  ///< instead of `yen`: by a number
  bool known = true;             ///< false: a hold whose amount no source gives
};

/// How a month is charged that is not used in full.
struct PartMonth {
  enum class Rule : std::uint8_t { full, pro_rata, free, not_stated };
  Rule rule = Rule::full;
  CiteRef cite;
  std::string code;  ///< of the silence
};

/// One amount of a fee, for whom `when` holds.
struct FeeAmount {
  std::string id;
  CiteRef cite, conflicts_with;
  YenRange yen;
  Tax tax = Tax::not_stated;
  NodeRef when;
  std::string code;  ///< silence on which amount of the range it is; empty: none
};

struct Fee {
  std::vector<FeeAmount> amounts;  ///< at least one; of several each has a `when`, and no two hold at once
  std::string otherwise;           ///< silence on the amount where none holds
  PartMonth first_month, leaving_month;
};

/// Months that are not charged, told of the days for which `when` holds.
struct FreeMonths {
  std::string id;
  CiteRef cite;
  NodeRef when;
  std::int64_t min = 0, max = 0;
};

/// What it costs to hold a cover. A fee that the terms do not know is absent.
struct Fees {
  std::optional<Fee> monthly, one_time;
  std::optional<FreeMonths> free_months;
};

struct Caution {
  std::string code;
  NodeRef when;
  CiteRef cite, conflicts_with;
};

struct Step {
  std::string code, at;
  NodeRef when;
  CiteRef cite;
};

struct Contact {
  std::string name_ja, name_en;
  std::vector<std::string> channels, have_ready;
  NodeRef when;
  CiteRef cite;
};

/// A day that matters beside the verdict.
struct DayClause {
  DeadlineKind kind;
  CiteRef cite;
  std::optional<Fact> on;        ///< either this day
  std::optional<Period> period;  ///< or the end of this period
};

/// Terms as they stood from one day on.
struct Version {
  std::optional<Date> from;  ///< nothing: undated
  bool began = false;        ///< known to start then; otherwise a snapshot that also answers for earlier days
  Fact chosen_by = Fact::incident_on;
  std::vector<Node> nodes;
  std::vector<FactTest> tests;
  std::vector<Period> periods;
  std::vector<ByDay> by_day;
  NodeRef applies_to;
  std::optional<StartClause> starts;
  std::optional<EndClause> ends;
  std::optional<RegisterClause> registration;
  std::vector<Word> ends_with_line;  ///< carriers with whose line the cover ends; empty: it does not
  CiteRef line_cite;
  std::vector<DayClause> deadlines;
  std::vector<IncidentClause> covered, excluded, silent;
  bool others_excluded = false;  ///< a closed list: kinds that no clause names are out
  std::vector<DocumentClause> documents;
  std::vector<LimitClause> limits;
  std::vector<Amount> you_pay, charges, holds;
  std::optional<Amount> benefit_cap, customer_max;
  Fees fees;
  std::vector<Caution> cautions;
  std::vector<Step> steps;
  std::vector<Contact> contacts;
};

struct Plan {
  std::string id, provider, name_ja, name_en;
  bool by_joining = false;
  std::string part_of;     ///< a plan with which it is held; empty: none
  std::string alone_code;  ///< silence on holding it alone; empty: it cannot be
  Date checked_on{0};
  std::string still_valid_on;
  std::vector<Version> versions;  ///< oldest first, at least one
};

/// A model of the device table; what no fact states is left unsaid.
struct Device {
  std::string id;
  FactValue model, maker, category, os, released_on;
};

/// What a repair costs where no cover pays. Rows of one place, model and kind with different days are a dated list.
struct PriceRow {
  std::string id;
  std::optional<Date> from;  ///< nothing: undated
  Word place;
  std::vector<Word> models;             ///< either these
  std::optional<Word> maker, category;  ///< or every model of a maker, after the rows that name the model
  std::vector<Word> parts;              ///< only these parts; empty: whatever part
  KindSet kinds;
  YenRange yen;
  Tax tax = Tax::not_stated;
  CiteRef cite, conflicts_with;
};

/// Everything that an answer draws on.
struct Catalogue {
  std::string data_version;
  Words words;
  std::vector<Plan> plans;
  std::vector<std::string> known_plans;  ///< ids of all shipped plans, loaded or not
  std::vector<Device> devices;
  std::vector<std::string> providers;
  std::vector<PriceRow> prices;
  Evidence evidence;
};

}  // namespace hosho
