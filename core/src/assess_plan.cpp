#include "assess_plan.h"

#include <algorithm>
#include <utility>

#include "claim_year.h"
#include "deadlines.h"
#include "evaluate.h"
#include "incident.h"
#include "pay.h"
#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

/// Where no cover is known, its facts are asked for with the covers themselves.
void want(Option& out, const std::vector<Fact>& facts, const Situation& situation) {
  for (const Fact wanted : facts) {
    const Fact fact = is_cover_fact(wanted) && situation.cover == nullptr ? Fact::covers : wanted;
    add_once(out.missing, {fact});
  }
}

/// A source says that it may come and names no amount.
bool is_due_without_end(const Charged& charge) { return charge.triggered && !charge.yen.max; }

void put_amounts(Option& out, const Version& version, const Finding& in_play, const Situation& situation) {
  Price price = price_without_cover(situation);
  Payment payment = pay_under(version, price, situation);
  Charges charges = charges_under(version, in_play, situation);
  const YenRange unpaid = price.yen.value_or(YenRange::open_from(Yen{0}));
  const bool may_pay = out.verdict != Verdict::covered;
  if (out.verdict == Verdict::not_covered) {
    out.you_pay = price.yen;
    out.tax = price.tax;
  } else {
    out.you_pay = may_pay ? hull(payment.yen, unpaid) : payment.yen;
    out.tax = may_pay ? join(payment.tax, price.tax) : payment.tax;
    out.remedy = payment.remedy;
    want(out, payment.missing, situation);
    add_all_once(out.cautions, payment.warnings);
    out.reasons.push_back(std::move(payment.reason));
  }
  out.total = sum(out.you_pay.value_or(unpaid), charges.yen);
  out.charges = std::move(charges.list);
  for (const Charged& charge : out.charges) {
    if (charge.triggered) out.tax = join(out.tax, charge.tax);
  }
  if (may_pay) {
    const bool open_above = !payment.yen.max || std::any_of(out.charges.begin(), out.charges.end(), is_due_without_end);
    const bool any_sum = out.verdict == Verdict::unknown && payment.yen.min == Yen{0} && open_above;
    if (!any_sum) want(out, price.missing, situation);
    add_all_once(out.cautions, price.warnings);
    for (Reason& reason : price.reasons) out.reasons.push_back(std::move(reason));
  }
  want(out, charges.missing, situation);
  for (Reason& reason : charges.reasons) out.reasons.push_back(std::move(reason));
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

/// What the limits that count this incident leave after this claim.
void put_claims_left(Option& out, const Version& version, const Situation& situation) {
  const std::optional<IncidentKind> kind = situation.facts.kind();
  for (const LimitClause& limit : version.limits) {
    if (!limit.stated || !kind || !limit.counts.contains(*kind) || situation.cover == nullptr) continue;
    const ClaimCount count = count_claims(limit, situation);
    const auto left = [&limit](std::int64_t used) { return std::max<std::int64_t>(0, limit.claims - used - 1); };
    const std::pair<std::int64_t, std::int64_t> most{left(count.most), left(count.least)};
    const auto before = out.claims_left.value_or(most);
    out.claims_left = std::make_pair(std::min(before.first, most.first), std::min(before.second, most.second));
  }
}

Option assess_version(const Plan& plan, const Version& version, const Situation& situation) {
  Option out;
  out.plan = plan.id;
  out.version = &version;
  Finding held = assess_held(plan, situation);
  Finding applies = assess_applies(version, situation);
  Finding age = assess_version_day(version, &version == &plan.versions.front(), situation);
  const Finding in_play = all_of(in_a_row(held, applies), ReasonCode::all_of, "in_play", {});
  Finding incident = assess_incident(version, situation);
  if (in_play.truth != Truth::yes) {  // what decided a silent point was decided for a phone that the terms are about
    incident.noted.clear();
    incident.warnings.clear();
  }
  const std::vector<Warning> about_age = age.warnings;
  const bool alone = held.truth == Truth::not_stated;  // nothing is known of a term that runs by itself
  Finding in_force = alone ? Finding() : assess_in_force(version, situation);
  Finding whole =
      all_of(in_a_row(std::move(held), std::move(applies), std::move(age), std::move(in_force), std::move(incident),
                      assess_limits(version, situation), assess_documents(version, situation)),
             ReasonCode::all_of, plan.id, {});
  out.verdict = verdict_of(whole.truth);
  out.waits_for_facts = whole.truth == Truth::unknown;
  want(out, whole.missing, situation);
  out.not_stated = std::move(whole.silences);
  add_all_once(out.not_stated, whole.noted);
  out.cautions = about_age;
  add_all_once(out.cautions, whole.warnings);
  for (Reason& reason : whole.reason.reasons) {
    if (reason.outcome != Truth::not_applicable) out.reasons.push_back(std::move(reason));
  }
  put_amounts(out, version, in_play, situation);
  put_claims_left(out, version, situation);
  if (situation.figures_only) return out;
  if (in_play.truth != Truth::no) {
    if (!alone) out.deadlines = deadlines_of(version, situation, situation.value(Fact::incident_on).day);
    put_advice(out, version, situation);
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
  if (differs) other.missing.push_back({chosen_by});
  add_all_once(out.missing, other.missing);
  add_all_once(out.not_stated, other.not_stated);
  add_all_once(out.cautions, other.cautions);
  out.deadlines.insert(out.deadlines.end(), other.deadlines.begin(), other.deadlines.end());
  for (Reason& reason : other.reasons) out.reasons.push_back(std::move(reason));
}

Option assess(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts,
              bool figures_only) {
  const std::optional<std::size_t> cover = find_cover(plan, facts);
  const Situation situation{catalogue, facts, cover ? &(*facts.covers)[*cover] : nullptr, cuts, figures_only};
  const std::vector<const Version*> versions = versions_in_play(plan, situation);
  Option out = assess_version(plan, *versions.front(), situation);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    join_into(out, assess_version(plan, *versions[i], situation), versions[i]->chosen_by);
  }
  out.cover = cover;
  return out;
}

}  // namespace

Option assess_plan(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  return assess(catalogue, plan, facts, cuts, false);
}

Option assess_figures(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  return assess(catalogue, plan, facts, cuts, true);
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
  if (!quoted && row.conflicts_with) out.cautions.push_back({"sources_differ", row.cite, row.conflicts_with});
  return out;
}

}  // namespace hosho
