#include "read_version.h"

#include <array>
#include <tuple>
#include <utility>

#include "read_condition.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 2> kFromIs = {"snapshot", "began"};
constexpr std::array<std::string_view, 4> kChosenBy = {"joined_on", "device.bought_on", "device.released_on", "incident.on"};
constexpr std::array<Fact, 4> kChoosers = {Fact::cover_joined_on, Fact::device_bought_on, Fact::device_released_on, Fact::incident_on};
constexpr std::array<std::string_view, 2> kOthers = {"excluded", "not_stated"};
constexpr std::array<std::string_view, 2> kRestsOn = {"reported_case", "inference"};
constexpr std::array<std::string_view, 2> kIfAbsent = {"not_stated", "refused"};
constexpr std::array<std::string_view, 2> kPapers = {"documents.proof_of_purchase", "documents.credit_card"};
constexpr std::array<std::string_view, 5> kStepTimes = {"request", "before_sending", "sending", "hand_over", "after"};
constexpr std::array<std::string_view, 5> kChannels = {"phone", "chat", "mail", "web", "shop"};

enum class Evidenced { must, may };

/// `cite`; where it is due, `inference: true` stands in for it.
OptionalCite read_evidence(Fields& fields, Evidenced evidenced) {
  const auto inference = fields.optional("inference");
  const bool inferred = inference && read_flag(*inference, fields.problems());
  const bool due = evidenced == Evidenced::must && !inferred;
  const auto cite = due ? fields.required("cite") : fields.optional("cite");
  if (!cite) return std::nullopt;
  return read_cite(*cite, fields.problems());
}

OptionalCondition read_when(Fields& fields) {
  const auto when = fields.optional("when");
  if (!when) return std::nullopt;
  return read_condition(*when, fields.problems());
}

std::string read_id(Fields& fields) {
  const auto id = fields.required("id");
  return id ? read_name(*id, '-', fields.problems()) : std::string();
}

RestsOn read_rests_on(const At& at, Problems& problems) {
  RestsOn out{RestsOn::Kind::reported_case, {}, {}};
  Fields fields(at, problems);
  if (const auto kind = fields.required("kind")) out.kind = static_cast<RestsOn::Kind>(read_word(*kind, kRestsOn, problems));
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  if (const auto caution = fields.optional("caution")) out.caution = read_code(*caution, problems);
  fields.finish();
  return out;
}

IncidentClauseDocument read_covered(const At& at, Problems& problems) {
  IncidentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto kinds = fields.required("incidents")) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  if (const auto rests_on = fields.optional("rests_on")) out.rests_on = read_rests_on(*rests_on, problems);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

IncidentClauseDocument read_excluded(const At& at, Problems& problems) {
  IncidentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  const auto kinds = fields.optional("incidents");
  if (kinds) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  out.every_kind = !kinds;
  if (fields.ok() && kinds.has_value() == out.when.has_value()) report(problems, ProblemCode::ambiguous_condition, at, "incidents or when");
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

IncidentClauseDocument read_silent(const At& at, Problems& problems) {
  IncidentClauseDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  if (const auto kinds = fields.required("incidents")) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::may);
  fields.finish();
  return out;
}

DocumentClauseDocument read_document(const At& at, Problems& problems) {
  DocumentClauseDocument out;
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto fact = fields.required("fact")) out.fact = *find_fact(kPapers[read_word(*fact, kPapers, problems)]);
  if (const auto absent = fields.required("if_absent")) out.if_absent = read_word(*absent, kIfAbsent, problems) == 1 ? Truth::no : Truth::not_stated;
  if (const auto code = fields.optional("code")) out.code = read_code(*code, problems);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

/// What all sums share; the caller finishes the fields.
AmountDocument read_amount(Fields& fields) {
  AmountDocument out;
  Problems& problems = fields.problems();
  out.at = {fields.at().pointer, fields.at().value->order};
  if (const auto yen = fields.required("yen"); yen && !yen->is(Value::Kind::null)) out.yen = read_yen(*yen, problems);
  if (const auto approx = fields.optional("approx"); approx && out.yen) out.yen->approx = read_flag(*approx, problems);
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems);
  return out;
}

void refuse_null(Fields& fields, const AmountDocument& amount) {
  const Value* yen = fields.ok() ? fields.at().value->find("yen") : nullptr;
  if (yen != nullptr && !amount.yen) report(fields.problems(), ProblemCode::wrong_type, {yen, child(fields.at().pointer, "yen")}, "yen");
}

AmountDocument read_pay(const At& at, Problems& problems) {
  Fields fields(at, problems);
  AmountDocument out = read_amount(fields);
  refuse_null(fields, out);
  out.id = read_id(fields);
  if (const auto remedy = fields.optional("remedy")) out.remedy = read_word_of(Fact::incident_remedy, *remedy, problems);
  if (const auto kinds = fields.optional("incidents")) out.kinds = read_kinds(*kinds, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

AmountDocument read_cap(const At& at, Problems& problems) {
  AmountDocument out;
  Fields fields(at, problems);
  if (const auto yen = fields.required("yen")) out.yen = YenRange::exactly(Yen{read_integer(*yen, 0, kLargestYen.amount, problems)});
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

AmountDocument read_charge(const At& at, Problems& problems) {
  Fields fields(at, problems);
  AmountDocument out = read_amount(fields);
  refuse_null(fields, out);
  out.id = read_id(fields);
  if (const auto kind = fields.required("kind")) out.kind = read_code(*kind, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

AmountDocument read_hold(const At& at, Problems& problems) {
  AmountDocument out;
  Fields fields(at, problems);
  if (const auto kind = fields.required("kind")) out.kind = read_code(*kind, problems);
  if (const auto yen = fields.required("yen"); yen && !yen->is(Value::Kind::null)) out.yen = read_yen(*yen, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::may);
  fields.finish();
  return out;
}

CautionDocument read_caution(const At& at, Problems& problems) {
  CautionDocument out;
  Fields fields(at, problems);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::may);
  if (const auto other = fields.optional("conflicts_with")) out.conflicts_with = read_cite(*other, problems);
  fields.finish();
  return out;
}

StepDocument read_step(const At& at, Problems& problems) {
  StepDocument out;
  Fields fields(at, problems);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  if (const auto time = fields.required("at")) out.at = kStepTimes[read_word(*time, kStepTimes, problems)];
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::may);
  fields.finish();
  return out;
}

ContactDocument read_contact(const At& at, Problems& problems) {
  ContactDocument out;
  Fields fields(at, problems);
  if (const auto name = fields.required("name")) std::tie(out.name_ja, out.name_en) = read_bilingual(*name, problems);
  if (const auto channels = fields.required("channels")) {
    for (const At& item : read_list(*channels, false, problems)) out.channels.emplace_back(kChannels[read_word(item, kChannels, problems)]);
  }
  if (const auto ready = fields.required("have_ready")) {
    for (const At& item : read_list(*ready, true, problems)) out.have_ready.push_back(read_code(item, problems));
  }
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::may);
  fields.finish();
  return out;
}

StartDocument read_start(const At& at, Problems& problems) {
  StartDocument out;
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto on = fields.required("on")) out.on = read_fact(*on, FactType::day, problems);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

EndDocument read_end(const At& at, Problems& problems) {
  EndDocument out;
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (fields.ok()) out.period = read_period(fields);
  out.cite = read_evidence(fields, Evidenced::must);
  fields.finish();
  return out;
}

/// Every item of the list under `key` through `read`.
template <class Item>
void read_each(Fields& fields, std::string_view key, Item (*read)(const At&, Problems&), std::vector<Item>& out) {
  const auto list = fields.optional(key);
  if (!list) return;
  for (const At& item : read_list(*list, true, fields.problems())) out.push_back(read(item, fields.problems()));
}

/// A list without which a version says nothing.
template <class Item>
void read_some(Fields& fields, std::string_view key, Item (*read)(const At&, Problems&), std::vector<Item>& out) {
  const auto list = fields.required(key);
  if (!list) return;
  for (const At& item : read_list(*list, false, fields.problems())) out.push_back(read(item, fields.problems()));
}

void read_dates(Fields& fields, VersionDocument& out) {
  Problems& problems = fields.problems();
  if (const auto from = fields.required("from")) {
    const bool undated = from->is(Value::Kind::string) && from->value->text == "undated";
    if (!undated) out.from = read_day(*from, false, problems).first;
  }
  if (const auto from_is = fields.required("from_is")) out.began = read_word(*from_is, kFromIs, problems) == 1;
  if (const auto by = fields.required("chosen_by")) out.chosen_by = kChoosers[read_word(*by, kChosenBy, problems)];
  if (const auto applies = fields.optional("applies_to")) out.applies_to = read_condition(*applies, problems);
  if (const auto starts = fields.optional("starts")) out.starts = read_start(*starts, problems);
  if (const auto ends = fields.optional("ends")) out.ends = read_end(*ends, problems);
}

void read_sums(Fields& fields, VersionDocument& out) {
  Problems& problems = fields.problems();
  read_some(fields, "you_pay", read_pay, out.you_pay);
  if (const auto cap = fields.optional("benefit_cap")) out.benefit_cap = read_cap(*cap, problems);
  if (const auto most = fields.optional("customer_max")) out.customer_max = read_cap(*most, problems);
  read_each(fields, "charges", read_charge, out.charges);
  read_each(fields, "holds", read_hold, out.holds);
}

}  // namespace

VersionDocument read_version(const At& at, Problems& problems) {
  VersionDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  if (!fields.ok()) return out;
  read_dates(fields, out);
  read_some(fields, "covered", read_covered, out.covered);
  read_each(fields, "excluded", read_excluded, out.excluded);
  read_each(fields, "not_stated", read_silent, out.silent);
  if (const auto others = fields.optional("others")) out.others_excluded = read_word(*others, kOthers, problems) == 0;
  read_each(fields, "documents", read_document, out.documents);
  read_sums(fields, out);
  read_each(fields, "cautions", read_caution, out.cautions);
  read_each(fields, "steps", read_step, out.steps);
  read_each(fields, "contacts", read_contact, out.contacts);
  fields.finish();
  return out;
}

}  // namespace hosho::json
