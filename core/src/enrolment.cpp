#include <algorithm>

#include "cells.h"
#include "enrol_plan.h"
#include "hosho/hosho.h"
#include "sort_by.h"

namespace hosho {
namespace {

/// The figures of a cell: what days there are plays no part.
Option enrol_figures(const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts, std::vector<Cut>* cuts) {
  Option out = enrol_plan(catalogue, plan, facts, cuts);
  out.deadlines.clear();
  return out;
}

/// Of a plan that cannot be joined only the last day for joining matters, which is the first of its days.
void drop_later_days(Option& option) {
  auto& days = option.deadlines;
  while (!option.may_answer() && !days.empty() && days.back().kind != DeadlineKind::join_by) days.pop_back();
}

int place_of(const Option& option) {
  if (option.verdict == Verdict::covered) return 0;
  return option.verdict == Verdict::unknown ? 1 : 2;
}

}  // namespace

Enrolment enrolment(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  fill_from_porting(filled);
  Enrolment out;
  for (const Plan& plan : catalogue.plans) {
    const bool wanted = plans.empty() || std::find(plans.begin(), plans.end(), plan.id) != plans.end();
    if (!wanted) continue;
    out.options.push_back(answer_exactly({enrol_plan, enrol_figures}, catalogue, plan, filled, nullptr));
    drop_later_days(out.options.back());
  }
  sort_by(out.options, [](const Option& a, const Option& b) { return place_of(a) < place_of(b); });
  return out;
}

}  // namespace hosho
