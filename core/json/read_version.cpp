#include "read_version.h"

#include <array>

#include "evidence.h"
#include "read_advice.h"
#include "read_clauses.h"
#include "read_fees.h"
#include "read_joining.h"
#include "read_sums.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 2> kFromIs = {"snapshot", "began"};
constexpr std::array<std::string_view, 4> kChosenBy = {"joined_on", "device.bought_on", "device.released_on",
                                                       "incident.on"};
constexpr std::array<Fact, 4> kChoosers = {Fact::cover_joined_on, Fact::device_bought_on, Fact::device_released_on,
                                           Fact::incident_on};
constexpr std::array<std::string_view, 2> kOthers = {"excluded", "not_stated"};

void read_dates(Fields& fields, VersionDocument& out) {
  Problems& problems = fields.problems();
  if (const auto from = fields.required("from")) {
    const bool undated = from->is(Value::Kind::string) && from->value->text == "undated";
    if (!undated) out.from = read_day(*from, false, problems).first;
  }
  if (const auto from_is = fields.required("from_is")) out.began = read_word(*from_is, kFromIs, problems) == 1;
  if (const auto by = fields.required("chosen_by")) out.chosen_by = kChoosers[read_word(*by, kChosenBy, problems)];
  if (const auto applies = fields.optional("applies_to")) out.applies_to = read_condition(*applies, problems);
  if (const auto join = fields.optional("join")) out.join = read_condition(*join, problems);
  read_each(fields, "not_with", read_not_with, out.not_with);
  if (const auto rejoin = fields.optional("rejoin")) out.rejoin = read_rejoin(*rejoin, problems);
  if (const auto starts = fields.optional("starts")) out.starts = read_start(*starts, problems);
  if (const auto ends = fields.optional("ends")) out.ends = read_end(*ends, problems);
  if (const auto row = fields.optional("register")) out.registration = read_register(*row, problems);
  if (const auto line = fields.optional("ends_with_line")) read_ends_with_line(*line, out, problems);
  read_each(fields, "deadlines", read_day_clause, out.deadlines);
}

void read_sums(Fields& fields, VersionDocument& out) {
  Problems& problems = fields.problems();
  read_some(fields, "you_pay", read_pay, out.you_pay);
  if (const auto cap = fields.optional("benefit_cap")) out.benefit_cap = read_cap(*cap, problems);
  if (const auto most = fields.optional("customer_max")) out.customer_max = read_cap(*most, problems);
  read_each(fields, "charges", read_charge, out.charges);
  read_each(fields, "holds", read_hold, out.holds);
  if (const auto fee = fields.optional("monthly_fee")) out.monthly_fee = read_monthly_fee(*fee, problems);
  if (const auto fee = fields.optional("one_time_fee")) out.one_time_fee = read_one_time_fee(*fee, problems);
  if (const auto months = fields.optional("free_months")) out.free_months = read_free_months(*months, problems);
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
  read_each(fields, "limits", read_limit, out.limits);
  read_sums(fields, out);
  read_each(fields, "cautions", read_caution, out.cautions);
  read_each(fields, "steps", read_step, out.steps);
  read_each(fields, "contacts", read_contact, out.contacts);
  fields.finish();
  return out;
}

}  // namespace hosho::json
