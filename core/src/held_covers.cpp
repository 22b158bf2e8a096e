#include "held_covers.h"

#include <algorithm>

#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

/// One cover that is held, seen on the day of joining.
struct Seen {
  const Plan* plan;  ///< nothing: known, but not loaded
  const HeldCover& cover;
  Finding this_device, in_force;
};

Seen look_at(const HeldCover& cover, const Situation& around) {
  const Situation situation{around.catalogue, around.facts, &cover, around.cuts};
  const Plan* const plan = find_plan(around.catalogue, cover.plan);
  const Version without_terms;
  const Version& terms = plan != nullptr ? *versions_in_play(*plan, situation).front() : without_terms;
  Finding in_force = assess_not_over(terms, situation);
  if (in_force.truth == Truth::not_applicable) in_force = plain(Truth::yes, ReasonCode::in_force, "in_force", {});
  return {plan, cover, is_of_this_device(situation), std::move(in_force)};
}

/// `parts` all hold: the cover is in the way.
Finding in_the_way(std::vector<Finding> parts, ReasonCode code, std::string_view clause, CiteRef cite) {
  Finding out = none_of(all_of(std::move(parts), ReasonCode::held, "held", {}), clause, cite);
  out.reason.code = code;
  return out;
}

bool names(const NotWithClause& clause, const Seen& seen) {
  const auto& plans = clause.plans;
  if (plans.empty()) return seen.plan == nullptr || seen.plan->by_joining;
  return std::find(plans.begin(), plans.end(), seen.cover.plan) != plans.end();
}

/// One who left may not join again, or the terms are silent on it.
Finding left_before(const RejoinClause& clause, const Seen& seen) {
  const bool left = seen.in_force.truth == Truth::no;
  if (left && clause.allowed == Truth::not_stated)
    return silent(clause.code, ReasonCode::rejoin, clause.id, clause.cite);
  Finding out = seen.in_force;
  if (clause.allowed == Truth::yes) out = plain(Truth::yes, ReasonCode::rejoin, clause.id, clause.cite);
  out.reason.code = ReasonCode::rejoin;
  out.reason.clause = clause.id;
  out.reason.cite = clause.cite;
  return out;
}

}  // namespace

HeldCovers covers_in_the_way(const Plan& plan, const Version& version, const Situation& situation) {
  HeldCovers out;
  const auto& covers = *situation.facts.covers;
  for (std::size_t i = 0; i < covers.size(); ++i) {
    const Seen seen = look_at(covers[i], situation);
    const std::size_t before = out.findings.size();
    const bool own = seen.cover.plan == plan.id || (!plan.part_of.empty() && seen.cover.plan == plan.part_of);
    if (own) {
      // Held or left, it bars the same device: whether it is still in force need not be known.
      const bool bars_anyhow = version.rejoin && version.rejoin->allowed == Truth::no && is_open(seen.in_force.truth);
      std::vector<Finding> parts = {seen.this_device};
      if (!bars_anyhow) parts.push_back(seen.in_force);
      out.findings.push_back(in_the_way(std::move(parts), ReasonCode::already_held, "already_held", {}));
      if (version.rejoin) out.findings.push_back(left_before(*version.rejoin, seen));
    }
    for (const NotWithClause& clause : version.not_with) {
      if (own || !names(clause, seen)) continue;
      std::vector<Finding> parts = {seen.in_force};
      if (clause.this_device) parts.push_back(seen.this_device);
      out.findings.push_back(in_the_way(std::move(parts), ReasonCode::not_with, clause.id, clause.cite));
    }
    for (std::size_t at = before; at < out.findings.size(); ++at) {
      for (const Fact fact : out.findings[at].missing) {
        if (is_cover_fact(fact)) add_once(out.missing, std::pair(fact, i));
      }
    }
  }
  return out;
}

}  // namespace hosho
