#include "standing.h"

#include <algorithm>
#include <utility>

#include "claim_year.h"
#include "evaluate.h"
#include "periods.h"

namespace hosho {
namespace {

constexpr std::string_view kTermsAssumed = "terms_assumed";
/// 28 February, where the first use was on the 29th and the year has none.
constexpr std::string_view kAnniversary = "anniversary_missing";
constexpr std::string_view kBeforeKnownTerms = "before_known_terms";

/// The end does not bind where its exception holds.
Finding assess_end(const Version& version, const EndClause& end, const Situation& situation) {
  Finding out = not_after(Fact::incident_on, end.period, end.id, end.cite, situation);
  if (!end.unless) return out;
  return any_of(in_a_row(std::move(out), evaluate(version, end.unless, situation)), ReasonCode::any_of, end.id,
                end.cite);
}

/// The last start that still lies before the incident.
void note_start(StartClause::Rule rule, const std::vector<Fact>& facts, const Situation& situation) {
  const DateSpan when = situation.value(Fact::incident_on).day;
  if (!when.is_day()) return;
  const CivilDay day = when.first.civil();
  const bool by_month = rule == StartClause::Rule::first_of_month_after;
  const Date cut = by_month ? Date(CivilDay{day.year, day.month, 1}) : when.first + Days{1};
  situation.begin_reading();
  for (const Fact fact : facts) note_day(fact, cut, situation);
}

/// A cover that was never registered begins with all else that begins it; what it means that the registration is
/// wanting is said where that is asked.
Finding assess_start(const StartClause& start, const Situation& situation) {
  const FactValue ever = situation.value(Fact::cover_registered);
  const bool never = ever.is_said() && ever.number == 0;
  std::vector<Fact> facts = start.facts;
  const bool wanting = never && std::erase(facts, Fact::cover_registered_on) > 0;
  if (facts.empty()) return {};
  note_start(start.rule, facts, situation);
  const DateSpan first = first_day_of(start.rule, facts, situation);
  Finding out = not_before_span(Fact::incident_on, first, start.id, start.cite, situation);
  if (wanting && out.truth == Truth::yes) return {};
  facts.push_back(Fact::incident_on);
  if (out.truth == Truth::unknown) {
    for (const Fact fact : facts) wait_for(out, {fact}, situation);
  }
  out.reason.facts = std::move(facts);
  return out;
}

/// Never registered, registered too late, or in time; nothing said: it is asked for.
Finding assess_registration(const RegisterClause& clause, const Situation& situation) {
  const FactValue ever = situation.value(Fact::cover_registered);
  const FactValue on = situation.value(Fact::cover_registered_on);
  const auto come_out_as = [&clause](Truth truth) {
    return truth == Truth::not_stated ? silent(clause.code, ReasonCode::registered, clause.id, clause.cite)
                                      : plain(truth, ReasonCode::registered, clause.id, clause.cite);
  };
  if (!on.is_said() && ever.is_said() && ever.number == 0) return come_out_as(clause.never);
  const bool done = on.is_said() || ever.is_said();
  if (!done) {
    situation.begin_reading();
    situation.note_flags(Fact::cover_registered);
    return waiting(Fact::cover_registered_on, ReasonCode::registered, clause.id, clause.cite);
  }
  if (!clause.by) return come_out_as(Truth::yes);
  Finding out = not_after(Fact::cover_registered_on, *clause.by, clause.id, clause.cite, situation);
  if (out.truth == Truth::no) {
    Finding late = come_out_as(clause.late);
    late.reason = std::move(out.reason);
    late.reason.outcome = late.truth;
    return late;
  }
  return out;
}

void note_line(const Version& version, DateSpan left, DateSpan when, const Situation& situation) {
  situation.begin_reading();
  for (const Word carrier : version.ends_with_line) situation.note(Fact::line_carrier, FactValue::of(carrier));
  situation.note_others(Fact::line_carrier);
  if (when.is_day()) note_day(Fact::line_contracted_on, when.first + Days{1}, situation);
  if (left.is_day()) note_day(Fact::incident_on, left.first, situation);
}

/// A cover that ends with the line ended on the day before the contract of the new one.
Finding assess_line(const Version& version, const Situation& situation) {
  const FactValue carrier = situation.value(Fact::line_carrier);
  const auto& own = version.ends_with_line;
  const bool stays = carrier.is_said() && std::find(own.begin(), own.end(), carrier.word) != own.end();
  const DateSpan left = situation.value(Fact::line_contracted_on).day;
  const DateSpan when = situation.value(Fact::incident_on).day;
  const auto come_out_as = [&version](Truth truth) {
    return plain(truth, ReasonCode::with_line, "with_line", version.line_cite);
  };
  if (stays || when.last < left.first) return come_out_as(Truth::yes);
  note_line(version, left, when, situation);
  const bool ended = carrier.is_said() && left.last <= when.first;
  Finding out = come_out_as(ended ? Truth::no : Truth::unknown);
  out.reason.facts = {Fact::line_carrier, Fact::line_contracted_on, Fact::incident_on};
  if (ended) return out;
  if (!carrier.is_said()) out.missing.push_back(Fact::line_carrier);
  if (left.last > when.first) wait_for(out, {Fact::line_contracted_on, Fact::incident_on}, situation);
  return out;
}

/// What a cover may have ended by.
std::vector<Finding> ends_of(const Version& version, const Situation& situation) {
  std::vector<Finding> parts;
  if (version.ends) parts.push_back(assess_end(version, *version.ends, situation));
  if (!version.ends_with_line.empty()) parts.push_back(assess_line(version, situation));
  if (situation.value(Fact::cover_ended_on).is_said()) {
    Finding ended = not_before(Fact::cover_ended_on, Fact::incident_on, "ended", {}, situation);
    ended.reason.facts = {Fact::cover_ended_on, Fact::incident_on};
    parts.push_back(std::move(ended));
  }
  return parts;
}

Finding assess_limit(const LimitClause& limit, const Situation& situation) {
  const ClaimCount count = count_claims(limit, situation);
  Finding out = plain(Truth::yes, ReasonCode::limit, limit.id, limit.cite);
  if (count.least >= limit.claims && limit.stated) {
    out = plain(Truth::no, ReasonCode::limit, limit.id, limit.cite);
  } else if (count.most >= limit.claims) {
    const std::string_view point = limit.code.empty() ? kAnniversary : std::string_view(limit.code);
    const bool disputed = count.settled && count.settled->first < limit.claims && limit.claims <= count.settled->second;
    const bool silent_anyhow =
        disputed || count.least >= limit.claims;  // whatever the claims of which something is not said
    out = count.missing.empty() || silent_anyhow ? silent(point, ReasonCode::limit, limit.id, limit.cite)
                                                 : plain(Truth::unknown, ReasonCode::limit, limit.id, limit.cite);
    if (out.truth == Truth::unknown) out.missing = count.missing;
  }
  out.reason.facts = {Fact::cover_claims};
  return out;
}

}  // namespace

Finding is_of_this_device(const Situation& situation) {
  const FactValue mine = situation.value(Fact::cover_is_this_device);
  if (!mine.is_said()) {
    situation.note_flags(Fact::cover_is_this_device);
    return waiting(Fact::cover_is_this_device, ReasonCode::held, "held", {});
  }
  return plain(mine.number == 1 ? Truth::yes : Truth::no, ReasonCode::held, "held", {});
}

Finding assess_held(const Plan& plan, const Situation& situation) {
  if (!plan.by_joining) return plain(Truth::yes, ReasonCode::with_device, "held", {});
  if (!situation.facts.covers) return waiting(Fact::covers, ReasonCode::held, "held", {});
  if (situation.cover == nullptr && !plan.alone_code.empty()) {
    return silent(plan.alone_code, ReasonCode::held, "held", {});
  }
  if (situation.cover == nullptr) return plain(Truth::no, ReasonCode::held, "not_held", {});
  return is_of_this_device(situation);
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
  if (version.starts) parts.push_back(assess_start(*version.starts, situation));
  if (version.registration) parts.push_back(assess_registration(*version.registration, situation));
  for (Finding& part : ends_of(version, situation)) parts.push_back(std::move(part));
  return all_of(std::move(parts), ReasonCode::in_force, "in_force", {});
}

Finding assess_not_over(const Version& version, const Situation& situation) {
  return all_of(ends_of(version, situation), ReasonCode::in_force, "in_force", {});
}

Finding assess_limits(const Version& version, const Situation& situation) {
  std::vector<Finding> parts;
  const std::optional<IncidentKind> kind = situation.facts.kind();
  for (const LimitClause& limit : version.limits) {
    if (kind && limit.counts.contains(*kind) && situation.cover != nullptr) {
      parts.push_back(assess_limit(limit, situation));
    }
  }
  return all_of(std::move(parts), ReasonCode::all_of, "limits", {});
}

Finding assess_documents(const Version& version, const Situation& situation) {
  std::vector<Finding> parts;
  for (const DocumentClause& row : version.documents) {
    const FactValue value = situation.value(row.fact);
    if (!value.is_said() && row.if_absent != Truth::no) continue;
    if (!value.is_said()) {
      situation.begin_reading();
      situation.note_flags(row.fact);
      parts.push_back(waiting(row.fact, ReasonCode::document, row.id, row.cite));
      continue;
    }
    const bool there = value.number == 1;
    Finding part = !there && row.if_absent == Truth::not_stated
                       ? silent(row.code, ReasonCode::document, row.id, row.cite)
                       : plain(there ? Truth::yes : Truth::no, ReasonCode::document, row.id, row.cite);
    part.reason.facts.push_back(row.fact);
    parts.push_back(std::move(part));
  }
  return all_of(std::move(parts), ReasonCode::all_of, "documents", {});
}

Finding assess_version_day(const Version& version, bool oldest, const Situation& situation) {
  Finding out = plain(Truth::not_applicable, ReasonCode::all_of, "version", {});
  const FactValue day = situation.value(version.chosen_by);
  if (!oldest || !version.from || day.day.first >= *version.from) return out;
  if (!version.began) {
    if (day.is_said()) out.warnings.push_back({kTermsAssumed, {}, {}});
    return out;
  }
  if (day.day.last < *version.from) return silent(kBeforeKnownTerms, ReasonCode::all_of, "version", {});
  situation.begin_reading();
  situation.note(version.chosen_by, FactValue::of(DateSpan::day(day.day.first)));
  situation.note(version.chosen_by, FactValue::of(DateSpan::day(*version.from)));
  return waiting(version.chosen_by, ReasonCode::all_of, "version", {});
}

}  // namespace hosho
