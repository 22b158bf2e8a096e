#include "enrol_plan.h"

#include <algorithm>
#include <utility>

#include "deadlines.h"
#include "evaluate.h"
#include "fees.h"
#include "held_covers.h"
#include "join_by.h"
#include "pay.h"
#include "periods.h"
#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

constexpr std::string_view kOpenNotStated = "open_to_new_not_stated";

/// Whether anybody can join at all, or could until a day.
Finding assess_open(const Plan& plan, const Situation& situation) {
  if (!plan.by_joining) return plain(Truth::no, ReasonCode::joined_by_nobody, "with_device", {});
  Finding out = plain(Truth::yes, ReasonCode::open_to_new, "open_to_new", {});
  if (!plan.open_to_new) out.warnings.push_back({kOpenNotStated, {}, {}});
  if (plan.open_to_new.value_or(true)) return out;
  const DateSpan day = situation.value(Fact::join_on).day;
  out.truth = Truth::no;
  if (plan.ended_on && day.last <= *plan.ended_on) out.truth = Truth::yes;
  if (plan.ended_on && day.first <= *plan.ended_on && *plan.ended_on < day.last) out.truth = Truth::unknown;
  if (out.truth == Truth::unknown) out.missing.push_back(Fact::join_on);
  if (plan.ended_on) out.reason.on = DateSpan::day(*plan.ended_on);
  out.reason.outcome = out.truth;
  return out;
}

/// Before the first day of a plan nobody can join it.
Finding assess_offered(const Version& version, bool oldest, const Situation& situation) {
  const bool first = oldest && version.began && version.from && version.chosen_by == Fact::cover_joined_on;
  if (!first) return assess_version_day(version, oldest, situation);
  Finding out = not_before_span(Fact::join_on, DateSpan::day(*version.from), "offered_since", {}, situation);
  out.reason.code = ReasonCode::offered_since;
  out.reason.facts = {Fact::join_on};
  if (out.truth == Truth::unknown) wait_for(out, {Fact::join_on}, situation);
  return out;
}

/// A part of another plan is had with that plan; whether also alone, its terms may leave open.
Finding assess_alone(const Plan& plan) {
  if (plan.part_of.empty()) return {};
  return plan.alone_code.empty() ? plain(Truth::no, ReasonCode::held, plan.part_of, {})
                                 : silent(plan.alone_code, ReasonCode::held, plan.part_of, {});
}

/// The day of joining stands for those days that joining makes; a cover's fact is asked of its own cover.
void want(Option& out, const std::vector<Fact>& facts, const HeldCovers& held) {
  for (const Fact fact : facts) {
    const std::size_t before = out.missing.size();
    for (const auto& [of, cover] : held.missing) {
      if (of == fact) add_once(out.missing, {fact, 0.0, cover});
    }
    if (out.missing.size() > before) continue;
    const bool made = is_cover_fact(fact) || fact == Fact::incident_on;
    add_once(out.missing, {made ? Fact::join_on : fact});
  }
}

void put_fees(Option& out, const Version& version, const Situation& situation) {
  FeeFinding monthly = fee_of(version.fees.monthly, ReasonCode::monthly_fee, version, situation);
  FeeFinding once = fee_of(version.fees.one_time, ReasonCode::one_time_fee, version, situation);
  out.monthly_fee = monthly.yen;
  out.one_time_fee = once.yen;
  FreeFinding free = free_months_of(version, situation);
  out.free_months = free.months;
  if (out.verdict != Verdict::not_covered) want(out, free.missing, {});
  out.tax = version.fees.monthly ? monthly.tax : once.tax;
  if (version.fees.monthly && version.fees.one_time) out.tax = join(monthly.tax, once.tax);
  for (FeeFinding* fee : {&monthly, &once}) {
    for (Reason& reason : fee->reasons) out.reasons.push_back(std::move(reason));
    if (out.verdict == Verdict::not_covered) continue;
    want(out, fee->missing, {});
    add_all_once(out.not_stated, fee->silences);
    add_all_once(out.cautions, fee->warnings);
  }
}

void put_deadlines(Option& out, const Version& version, const Situation& situation) {
  if (const std::optional<Deadline> last = join_by(version, situation)) out.deadlines.push_back(*last);
  const DateSpan day = situation.value(Fact::join_on).day;
  for (const Deadline& row : deadlines_of(version, situation, day)) add_once(out.deadlines, row);
}

/// Nobody says which covers are held: one of them may be in the way.
Finding unsaid_covers(const Plan& plan) {
  if (!plan.by_joining) return {};
  return waiting(Fact::covers, ReasonCode::already_held, "already_held", {});
}

Option enrol_version(const Plan& plan, const Version& version, const Situation& situation) {
  Option out;
  out.plan = plan.id;
  out.version = &version;
  const bool oldest = &version == &plan.versions.front();
  std::vector<Finding> parts = {assess_open(plan, situation), assess_alone(plan),
                                assess_offered(version, oldest, situation), assess_applies(version, situation),
                                evaluate(version, version.join, situation)};
  HeldCovers held;
  if (situation.facts.covers) held = covers_in_the_way(plan, version, situation);
  if (!situation.facts.covers) held.findings.push_back(unsaid_covers(plan));
  for (const Finding& part : held.findings) parts.push_back(part);
  Finding whole = all_of(std::move(parts), ReasonCode::all_of, plan.id, {});
  out.verdict = verdict_of(whole.truth);
  out.waits_for_facts = whole.truth == Truth::unknown;
  want(out, whole.missing, held);
  out.not_stated = std::move(whole.silences);
  out.cautions = std::move(whole.warnings);
  for (Reason& reason : whole.reason.reasons) {
    if (reason.outcome != Truth::not_applicable) out.reasons.push_back(std::move(reason));
  }
  if (situation.figures_only) return out;
  put_fees(out, version, situation);
  if (plan.by_joining) put_deadlines(out, version, situation);
  return out;
}

/// One answer for two versions of which either may be in force.
void join_into(Option& out, Option other, Fact chosen_by) {
  const bool same = out.verdict == other.verdict && out.monthly_fee == other.monthly_fee;
  if (out.verdict != other.verdict) out.verdict = Verdict::unknown;
  out.waits_for_facts = out.waits_for_facts || other.waits_for_facts || !same;
  out.monthly_fee = hull(out.monthly_fee, other.monthly_fee);
  out.one_time_fee = hull(out.one_time_fee, other.one_time_fee);
  out.free_months.first = std::min(out.free_months.first, other.free_months.first);
  out.free_months.second = std::max(out.free_months.second, other.free_months.second);
  out.tax = join(out.tax, other.tax);
  std::vector<Fact> asked;
  for (const Missing& row : other.missing) asked.push_back(row.fact);
  if (!same) asked.push_back(chosen_by);
  want(out, asked, {});
  add_all_once(out.not_stated, other.not_stated);
  add_all_once(out.cautions, other.cautions);
  for (Reason& reason : other.reasons) out.reasons.push_back(std::move(reason));
}

/// The case as if the plan were joined on `join_on`.
struct Joined {
  Joined(const Catalogue& catalogue, const Plan& plan, const CaseFacts& told, std::vector<Cut>* cuts,
         bool verdict_only = false)
      : facts(told), situation{catalogue, facts, &mine, cuts, verdict_only} {
    mine.plan = plan.id;
    mine.claims.emplace();
    facts[Fact::incident_on] = mine.facts[index_of(Fact::cover_joined_on)] = situation.value(Fact::join_on);
  }
  CaseFacts facts;
  HeldCover mine;
  Situation situation;
};

Option answer(const Plan& plan, const Situation& situation) {
  const std::vector<const Version*> versions = versions_in_play(plan, situation);
  Option out = enrol_version(plan, *versions.front(), situation);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    join_into(out, enrol_version(plan, *versions[i], situation), versions[i]->chosen_by);
  }
  return out;
}

}  // namespace

void fill_from_porting(CaseFacts& facts) {
  FactValue& is_new = facts[Fact::line_is_new_contract];
  if (!is_new.is_said() && facts[Fact::line_ported_from].is_said()) is_new = FactValue::of(std::int64_t{1});
}

Option enrol_plan(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  return answer(plan, Joined(catalogue, plan, facts, cuts).situation);
}

Option may_join(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  return answer(plan, Joined(catalogue, plan, facts, cuts, true).situation);
}

std::optional<Deadline> last_day_to_join(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                                         std::vector<Cut>* cuts, Movers* open) {
  const Joined joined(catalogue, plan, facts, cuts);
  return join_by(*versions_in_play(plan, joined.situation).front(), joined.situation, open);
}

}  // namespace hosho
