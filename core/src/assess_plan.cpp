#include "assess_plan.h"

#include <algorithm>
#include <utility>

#include "evaluate.h"
#include "incident.h"
#include "pay.h"

namespace hosho {
namespace {

constexpr const char* kTermsAssumed = "terms_assumed";
constexpr const char* kBeforeKnownTerms = "before_known_terms";

/// A plan in one version, and everything that was found of it.
struct Assessed {
  Finding held, applies, in_force, incident, documents;
};

std::optional<std::size_t> find_cover(const Plan& plan, const CaseFacts& facts) {
  std::optional<std::size_t> found;
  if (!facts.covers) return found;
  for (std::size_t i = 0; i < facts.covers->size(); ++i) {
    const HeldCover& cover = (*facts.covers)[i];
    if (cover.plan != plan.id) continue;
    const FactValue& mine = cover.facts[index_of(Fact::cover_is_this_device)];
    if (!found || (mine.is_said() && mine.number == 1)) found = i;
  }
  return found;
}

Finding assess_held(const Plan& plan, const Situation& situation) {
  if (!plan.by_joining) return plain(Truth::yes, ReasonCode::with_device, "held", {});
  if (!situation.facts.covers) return waiting(Fact::covers, ReasonCode::held, "held", {});
  if (situation.cover == nullptr) return plain(Truth::no, ReasonCode::held, "not_held", {});
  const FactValue mine = situation.value(Fact::cover_is_this_device);
  if (!mine.is_said()) {
    for (const std::int64_t flag : {0, 1}) situation.note(Fact::cover_is_this_device, FactValue::of(flag));
    return waiting(Fact::cover_is_this_device, ReasonCode::held, "held", {});
  }
  return plain(mine.number == 1 ? Truth::yes : Truth::no, ReasonCode::held, "held", {});
}

Finding assess_applies(const Version& version, const Situation& situation) {
  Finding out = evaluate(version, version.applies_to, situation);
  if (out.reason.code == ReasonCode::all_of) {
    out.reason.code = ReasonCode::applies_to;
    out.reason.clause = "applies_to";
  }
  return out;
}

Finding assess_in_force(const Version& version, const Situation& situation) {
  std::vector<Finding> parts;
  if (version.starts)
    parts.push_back(
        not_before(Fact::incident_on, version.starts->on, version.starts->id, version.starts->cite, situation));
  if (version.ends)
    parts.push_back(
        not_after(Fact::incident_on, version.ends->period, version.ends->id, version.ends->cite, situation));
  if (situation.value(Fact::cover_ended_on).is_said()) {
    Finding ended = not_before(Fact::cover_ended_on, Fact::incident_on, "ended", {}, situation);
    ended.reason.facts = {Fact::cover_ended_on, Fact::incident_on};
    parts.push_back(std::move(ended));
  }
  return all_of(std::move(parts), ReasonCode::in_force, "in_force", {});
}

/// A paper that the person says not to have; one not mentioned is a step, never asked for.
Finding assess_documents(const Version& version, const Situation& situation) {
  std::vector<Finding> parts;
  for (const DocumentClause& row : version.documents) {
    const FactValue value = situation.value(row.fact);
    if (!value.is_said()) continue;
    const bool there = value.number == 1;
    Finding part = !there && row.if_absent == Truth::not_stated
                       ? silent(row.code, ReasonCode::document, row.id, row.cite)
                       : plain(there ? Truth::yes : Truth::no, ReasonCode::document, row.id, row.cite);
    part.reason.facts.push_back(row.fact);
    parts.push_back(std::move(part));
  }
  return all_of(std::move(parts), ReasonCode::all_of, "documents", {});
}

Verdict verdict_of(Truth truth) {
  if (truth == Truth::yes || truth == Truth::not_applicable) return Verdict::covered;
  return truth == Truth::no ? Verdict::not_covered : Verdict::unknown;
}

void put_amounts(Option& out, const Version& version, Truth in_play, const Situation& situation) {
  const Price price = price_without_cover(situation);
  Payment payment = pay_under(version, price, situation);
  Charges charges = charges_under(version, in_play, situation);
  const YenRange unpaid = price.yen.value_or(YenRange::open_from(Yen{0}));
  out.charges = std::move(charges.list);
  if (out.verdict == Verdict::not_covered) {
    out.you_pay = price.yen;
    out.total = sum(unpaid, charges.yen);
    out.tax = price.tax;
    for (const Fact fact : price.missing) out.missing.push_back({fact, 0.0});
    if (price.yen && !price.reason.clause.empty()) out.reasons.push_back(price.reason);
  } else {
    out.you_pay = out.verdict == Verdict::covered ? payment.yen : hull(payment.yen, unpaid);
    out.total = sum(*out.you_pay, charges.yen);
    out.tax = out.verdict == Verdict::covered ? payment.tax : join(payment.tax, price.tax);
    out.remedy = payment.remedy;
    std::vector<Fact> open = payment.missing;
    if (out.verdict == Verdict::unknown) add_all_once(open, price.missing);
    for (const Fact fact : open) out.missing.push_back({fact, 0.0});
    out.reasons.push_back(std::move(payment.reason));
  }
  for (Reason& reason : charges.reasons) out.reasons.push_back(std::move(reason));
}

Counting counting_of(FirstDay first_day) {
  if (first_day == FirstDay::included) return Counting::first_day_included;
  return first_day == FirstDay::excluded ? Counting::civil_code : Counting::not_stated;
}

/// Where the anchor is known only to its month, the legal day counts from its last day, the safe one from its first.
void put_deadlines(Option& out, const Version& version, const Situation& situation) {
  if (version.starts) {
    const FactValue from = situation.value(version.starts->on);
    if (from.is_said())
      out.deadlines.push_back(
          {DeadlineKind::cover_starts, from.day.first, from.day.last, Counting::date, version.starts->cite});
  }
  if (!version.ends) return;
  const Period& period = version.ends->period;
  const FactValue anchor = situation.value(period.of);
  if (!anchor.is_said()) return;
  const Date on = period.end_from(anchor.day.last).on;
  const Date safe_on = period.end_from(anchor.day.first).safe_on;
  out.deadlines.push_back({DeadlineKind::cover_ends, on, safe_on, counting_of(period.first_day), version.ends->cite});
}

bool stands(const Version& version, NodeRef when, const Situation& situation) {
  return !when || evaluate(version, when, situation).truth == Truth::yes;
}

void put_advice(Option& out, const Version& version, const Situation& situation) {
  for (const Caution& row : version.cautions) {
    if (stands(version, row.when, situation)) add_once(out.cautions, Warning{row.code, row.cite, row.conflicts_with});
  }
  for (const Step& row : version.steps) {
    if (out.may_answer() && stands(version, row.when, situation)) out.steps.push_back(&row);
  }
  for (const Contact& row : version.contacts) {
    if (stands(version, row.when, situation)) out.contacts.push_back(&row);
  }
  for (const Amount& row : version.holds) {
    if (stands(version, row.when, situation)) out.holds.push_back(&row);
  }
}

/// How the terms of this version stand to the day that picks them.
Finding assess_version_day(const Version& version, bool oldest, const Situation& situation) {
  Finding out = plain(Truth::not_applicable, ReasonCode::all_of, "version", {});
  const FactValue day = situation.value(version.chosen_by);
  if (!oldest || !version.from || !day.is_said() || day.day.first >= *version.from) return out;
  if (!version.began) {
    out.warnings.push_back({kTermsAssumed, {}, {}});
    return out;
  }
  if (day.day.last < *version.from) return silent(kBeforeKnownTerms, ReasonCode::all_of, "version", {});
  return waiting(version.chosen_by, ReasonCode::all_of, "version", {});
}

Option assess_version(const Plan& plan, const Version& version, const Situation& situation) {
  Option out;
  out.plan = plan.id;
  out.version = &version;
  Finding held = assess_held(plan, situation);
  Finding applies = assess_applies(version, situation);
  Finding age = assess_version_day(version, &version == &plan.versions.front(), situation);
  const Truth in_play = both(held.truth, applies.truth);
  Finding incident = assess_incident(version, situation);
  if (in_play != Truth::yes) {  // what decided a silent point was decided for a phone that the terms are about
    incident.noted.clear();
    incident.warnings.clear();
  }
  const std::vector<Warning> about_age = age.warnings;
  Finding whole = all_of({std::move(held), std::move(applies), std::move(age), assess_in_force(version, situation),
                          std::move(incident), assess_documents(version, situation)},
                         ReasonCode::all_of, plan.id, {});
  out.verdict = verdict_of(whole.truth);
  out.waits_for_facts = whole.truth == Truth::unknown;
  for (const Fact fact : whole.missing) out.missing.push_back({fact, 0.0});
  out.not_stated = std::move(whole.silences);
  add_all_once(out.not_stated, whole.noted);
  out.cautions = about_age;
  add_all_once(out.cautions, whole.warnings);
  for (Reason& reason : whole.reason.reasons) {
    if (reason.outcome != Truth::not_applicable) out.reasons.push_back(std::move(reason));
  }
  put_amounts(out, version, in_play, situation);
  if (in_play != Truth::no) {
    put_deadlines(out, version, situation);
    put_advice(out, version, situation);
  }
  return out;
}

/// The versions that may be the one in force, told by what is known of the day that picks it.
std::vector<const Version*> versions_in_play(const Plan& plan, const Situation& situation) {
  std::vector<const Version*> out;
  for (std::size_t i = 0; i < plan.versions.size(); ++i) {
    const Version& version = plan.versions[i];
    const DateSpan day = situation.value(version.chosen_by).day;
    const Date first = i == 0 || !version.from ? kFirstDate : *version.from;
    const Date last = i + 1 < plan.versions.size() ? *plan.versions[i + 1].from - Days{1} : kLastDate;
    if (!day.is_day()) situation.note(version.chosen_by, FactValue::of(DateSpan::day(std::max(first, day.first))));
    if (first <= day.last && day.first <= last) out.push_back(&version);
  }
  return out;
}

/// One answer for two versions of which either may be in force.
void join_into(Option& out, Option other, Fact chosen_by) {
  const bool differs = out.verdict != other.verdict || out.total != other.total;
  if (out.verdict != other.verdict) out.waits_for_facts = true;
  if (out.verdict != other.verdict) out.verdict = Verdict::unknown;
  out.you_pay = out.you_pay && other.you_pay ? std::optional(hull(*out.you_pay, *other.you_pay)) : std::nullopt;
  out.total = hull(*out.total, *other.total);
  out.tax = join(out.tax, other.tax);
  if (differs) other.missing.push_back({chosen_by, 0.0});
  for (const Missing& row : other.missing) {
    const bool known = std::any_of(out.missing.begin(), out.missing.end(),
                                   [&row](const Missing& mine) { return mine.fact == row.fact; });
    if (!known) out.missing.push_back(row);
  }
  add_all_once(out.not_stated, other.not_stated);
  add_all_once(out.cautions, other.cautions);
  out.deadlines.insert(out.deadlines.end(), other.deadlines.begin(), other.deadlines.end());
  for (Reason& reason : other.reasons) out.reasons.push_back(std::move(reason));
}

}  // namespace

Option assess_plan(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  const std::optional<std::size_t> cover = find_cover(plan, facts);
  const Situation situation{catalogue, facts, cover ? &(*facts.covers)[*cover] : nullptr, cuts};
  const std::vector<const Version*> versions = versions_in_play(plan, situation);
  Option out = assess_version(plan, *versions.front(), situation);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    join_into(out, assess_version(plan, *versions[i], situation), versions[i]->chosen_by);
  }
  out.cover = cover;
  return out;
}

Option paid_repair(const PriceRow& row, const CaseFacts& facts) {
  Option out;
  out.plan = row.id;
  const FactValue& quote = facts[Fact::incident_repair_price_yen];
  const FactValue& place = facts[Fact::incident_where];
  const bool quoted = quote.is_said() && place.is_said() && place.word == row.place;
  out.you_pay = quoted ? YenRange::exactly(Yen{quote.number}) : row.yen;
  out.total = out.you_pay;
  out.tax = row.tax;
  out.place = row.place;
  Reason reason;
  reason.clause = row.id;
  reason.code = quoted ? ReasonCode::quote : ReasonCode::list_price;
  reason.yen = out.you_pay;
  reason.cite = row.cite;
  out.reasons.push_back(std::move(reason));
  return out;
}

}  // namespace hosho
