#pragma once
/// A plan file mirrored one to one: words are words, every part knows where it stands. Private to `read_plan` and
/// `compile_plan`.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hosho/plan.h"

namespace hosho {

/// Where something stands in the file.
struct Place {
  std::string pointer;
  std::uint32_t order = 0;
};

struct CiteDocument {
  Place at;
  std::string source, clause, quote;
};
using OptionalCite = std::optional<CiteDocument>;

struct SourceDocument {
  std::string id, title, kind, as_of, url;
};

struct TestDocument {
  std::vector<std::pair<std::string, Truth>> words;
  std::optional<std::int64_t> at_least, over, at_most, under;
  Truth otherwise = Truth::no;
  bool unsaid_fits = false;
  std::string code;
};

struct ConditionDocument;

struct PieceDocument {
  DateSpan days = DateSpan::any();
  std::vector<ConditionDocument> condition;  ///< exactly one; a list because the type is not complete here
  OptionalCite cite;
};

struct ConditionDocument {
  Place at;
  Node::Op op = Node::Op::all;
  std::string id;
  OptionalCite cite;
  std::vector<ConditionDocument> parts;
  Fact fact = Fact::as_of;
  Fact other = Fact::as_of;
  TestDocument test;
  std::optional<Period> period;
  std::vector<PieceDocument> pieces;
  std::string outside, overlap;
  DateSpan days = DateSpan::any();
  bool open_after = false;
  std::string code;
};
using OptionalCondition = std::optional<ConditionDocument>;

struct StartDocument {
  Place at;
  std::string id;
  OptionalCite cite;
  StartClause::Rule rule = StartClause::Rule::on;
  std::vector<Fact> facts;
};

struct RegisterDocument {
  Place at;
  std::string id, code;
  OptionalCite cite;
  std::optional<Period> by;
  Truth late = Truth::not_stated;
  Truth never = Truth::no;
};

struct NotWithDocument {
  Place at;
  std::string id;
  OptionalCite cite;
  std::vector<std::string> plans;
  bool this_device = true;
};

struct RejoinDocument {
  Place at;
  std::string id, code;
  OptionalCite cite;
  Truth allowed = Truth::no;
};

struct AfterDocument {
  Fact fact = Fact::as_of;
  OptionalCite cite;
};

struct DayDocument {
  DeadlineKind kind = DeadlineKind::cover_ends;
  OptionalCite cite;
  std::optional<Fact> on;
  std::optional<Period> period;
};

struct EndDocument {
  Place at;
  std::string id;
  OptionalCite cite;
  Period period{Fact::as_of, {}, {}, FirstDay::not_stated};
  OptionalCondition unless;
};

struct UntilDocument {
  Period period{Fact::as_of, {}, {}, FirstDay::not_stated};
  std::optional<DeadlineKind> deadline;
  OptionalCite cite;
};

struct LimitDocument {
  Place at;
  std::string id, code;
  OptionalCite cite;
  std::int64_t claims = 0;
  ClaimYear year = ClaimYear::whole_term;
  bool stated = true;
  std::optional<std::vector<std::pair<IncidentKind, Place>>> kinds;
};

struct IncidentClauseDocument {
  Place at;
  std::string id;
  OptionalCite cite;
  bool every_kind = false;  ///< the clause is about a condition alone
  std::vector<std::pair<IncidentKind, Place>> kinds;
  OptionalCondition when;
  std::optional<UntilDocument> until;
  std::optional<AfterDocument> after;
  std::optional<RestsOn> rests_on;
  std::string code;
};

struct DocumentClauseDocument {
  Place at;
  std::string id;
  OptionalCite cite;
  Fact fact = Fact::as_of;
  Truth if_absent = Truth::not_stated;
  std::string code;
};

struct AmountDocument {
  Place at;
  std::string id, kind, remedy;
  OptionalCite cite, conflicts_with;
  std::optional<YenRange> yen;
  Tax tax = Tax::not_stated;
  std::optional<std::vector<std::pair<IncidentKind, Place>>> kinds;
  OptionalCondition when, or_when;
  std::vector<Yen> by_claim;
  std::optional<Late> late;
  std::optional<Fact> table_by;
  std::vector<AmountRow> table;
};

struct PartMonthDocument {
  PartMonth::Rule rule = PartMonth::Rule::full;
  OptionalCite cite;
  std::string code;
};

struct SumOverDocument {
  std::int64_t months = 0;
  Yen yen;
  OptionalCite cite;
};

struct FeeAmountDocument {
  Place at;
  std::string id, code;
  OptionalCite cite, conflicts_with;
  YenRange yen;
  Tax tax = Tax::not_stated;
  OptionalCondition when;
  std::vector<SumOverDocument> other_sums;
};

struct FeeDocument {
  std::vector<FeeAmountDocument> amounts;
  std::string otherwise;
  PartMonthDocument first_month, leaving_month;
};

struct FreeMonthsDocument {
  Place at;
  std::string id;
  OptionalCite cite;
  OptionalCondition when;
  std::int64_t min = 0, max = 0;
};

struct CautionDocument {
  std::string code;
  OptionalCondition when;
  OptionalCite cite, conflicts_with;
};

struct StepDocument {
  std::string code, at;
  OptionalCondition when;
  OptionalCite cite;
};

struct ContactDocument {
  std::string name_ja, name_en;
  std::vector<std::string> channels, have_ready;
  OptionalCondition when;
  OptionalCite cite;
};

struct VersionDocument {
  Place at;
  std::optional<Date> from;
  bool began = false;
  Fact chosen_by = Fact::incident_on;
  OptionalCondition applies_to, join;
  std::vector<NotWithDocument> not_with;
  std::optional<RejoinDocument> rejoin;
  std::optional<StartDocument> starts;
  std::optional<EndDocument> ends;
  std::optional<RegisterDocument> registration;
  std::vector<std::string> ends_with_line;
  OptionalCite line_cite;
  std::vector<DayDocument> deadlines;
  std::vector<IncidentClauseDocument> covered, excluded, silent;
  bool others_excluded = false;
  std::vector<DocumentClauseDocument> documents;
  std::vector<LimitDocument> limits;
  std::vector<AmountDocument> you_pay, charges, holds;
  std::optional<AmountDocument> benefit_cap, customer_max;
  std::optional<FeeDocument> monthly_fee, one_time_fee;
  std::optional<FreeMonthsDocument> free_months;
  std::vector<CautionDocument> cautions;
  std::vector<StepDocument> steps;
  std::vector<ContactDocument> contacts;
};

struct PlanDocument {
  std::string id, provider, name_ja, name_en;
  bool by_joining = false;
  std::string part_of, alone_code;
  std::optional<bool> open_to_new;
  std::optional<Date> ended_on;
  Date checked_on{0};
  std::string still_valid_on;
  std::vector<SourceDocument> sources;
  std::vector<VersionDocument> versions;
};

}  // namespace hosho
