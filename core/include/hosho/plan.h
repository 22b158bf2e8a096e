#pragma once
/// A compiled plan. A `Plan` that exists is a valid plan: only `compile_plan` makes one.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hosho/condition.h"
#include "hosho/fees.h"
#include "hosho/range.h"
#include "hosho/truth.h"

namespace hosho {

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

/// Other covers beside which this one cannot be joined.
struct NotWithClause {
  std::string id;
  CiteRef cite;
  std::vector<std::string> plans;  ///< ids; empty: every plan that one joins
  bool this_device = true;         ///< only covers of this device
};

/// Whether one who left may join again.
struct RejoinClause {
  std::string id;
  CiteRef cite;
  Truth allowed = Truth::no;
  std::string code;  ///< of the silence
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
  NodeRef join;  ///< what must hold on the day of joining
  std::vector<NotWithClause> not_with;
  std::optional<RejoinClause> rejoin;
  std::optional<StartClause> starts;
  std::optional<EndClause> ends;
  std::optional<RegisterClause> registration;
  std::vector<Word> ends_with_line;  ///< carriers with whose line the cover ends, and none; empty: it does not
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
  std::string part_of;              ///< a plan with which it is held; empty: none
  std::string alone_code;           ///< silence on holding it alone; empty: it cannot be
  std::optional<bool> open_to_new;  ///< nothing: no source says
  std::optional<Date> ended_on;     ///< last day on which one could join
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
