#include "standing.h"

#include <algorithm>
#include <utility>

#include "evaluate.h"
#include "periods.h"

namespace hosho {
namespace {

constexpr std::string_view kTermsAssumed = "terms_assumed";
constexpr std::string_view kBeforeKnownTerms = "before_known_terms";

/// The end does not bind where its exception holds.
Finding assess_end(const Version& version, const EndClause& end, const Situation& situation) {
  Finding out = not_after(Fact::incident_on, end.period, end.id, end.cite, situation);
  if (!end.unless) return out;
  return any_of({std::move(out), evaluate(version, end.unless, situation)}, ReasonCode::any_of, end.id, end.cite);
}

}  // namespace

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
  if (version.ends) parts.push_back(assess_end(version, *version.ends, situation));
  if (situation.value(Fact::cover_ended_on).is_said()) {
    Finding ended = not_before(Fact::cover_ended_on, Fact::incident_on, "ended", {}, situation);
    ended.reason.facts = {Fact::cover_ended_on, Fact::incident_on};
    parts.push_back(std::move(ended));
  }
  return all_of(std::move(parts), ReasonCode::in_force, "in_force", {});
}

Finding assess_limits(const Version& version, const Situation& situation) {
  std::vector<Finding> parts;
  const std::optional<IncidentKind> kind = situation.facts.kind();
  for (const LimitClause& limit : version.limits) {
    if (!kind || !limit.counts.contains(*kind) || situation.cover == nullptr) continue;
    const auto& claims = situation.cover->claims;
    if (!claims) {
      parts.push_back(waiting(Fact::cover_claims, ReasonCode::limit, limit.id, limit.cite));
      continue;
    }
    const auto counted = [&](bool if_unsaid) {
      return std::count_if(claims->begin(), claims->end(), [&](const Claim& claim) {
        return claim.kind ? limit.counts.contains(*claim.kind) : if_unsaid;
      });
    };
    if (counted(true) < limit.certain) {
      parts.push_back(plain(Truth::yes, ReasonCode::limit, limit.id, limit.cite));
    } else if (counted(false) >= limit.certain) {
      parts.push_back(silent(limit.code, ReasonCode::limit, limit.id, limit.cite));
    } else {
      parts.push_back(waiting(Fact::cover_claims, ReasonCode::limit, limit.id, limit.cite));
    }
    parts.back().reason.facts = {Fact::cover_claims};
  }
  return all_of(std::move(parts), ReasonCode::all_of, "limits", {});
}

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

}  // namespace hosho
