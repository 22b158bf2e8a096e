#pragma once
/// Hosho: which warranty (保証) or repair cover (補償) answers for this phone on this day, what it costs, by when.
///
///     hosho::Catalogue catalogue = …;                 // read by core/json from data/, or built by hand
///     hosho::CaseFacts facts;                          // nothing said yet
///     facts.as_of = hosho::Date(hosho::CivilDay{2024, 3, 29});
///     facts[hosho::Fact::incident_on] = hosho::FactValue::of(hosho::DateSpan::day(facts.as_of));
///     facts[hosho::Fact::device_bought_on] = hosho::FactValue::of(*hosho::parse_date("2022-07", true));
///
///     const hosho::Assessment answer = hosho::assess(catalogue, facts);
///     answer.options[0].verdict;        // covered, not_covered, or unknown: then .missing or .not_stated says why
///     answer.options[0].total->max;     // dearest case in yen; nothing where no bound is known
///     answer.options[0].deadlines;      // the legal day and the day that is safe under any reading
///
/// The core is pure: same input, same answer. It reads no clock (`as_of` is an input), no file, no locale, throws
/// nothing and emits no sentence. Facts that the person did not say stay unsaid; amounts are ranges that hold every
/// completion of them.

#include <span>
#include <string>

#include "hosho/assessment.h"
#include "hosho/case_facts.h"
#include "hosho/cost.h"
#include "hosho/date.h"
#include "hosho/enrolment.h"
#include "hosho/money.h"
#include "hosho/outlook.h"
#include "hosho/plan.h"
#include "hosho/problem.h"
#include "hosho/range.h"
#include "hosho/timeline.h"
#include "hosho/truth.h"
#include "hosho/vocabulary.h"
#include "hosho/what_if.h"

namespace hosho {

/// What `facts` mean under every plan of the catalogue, or under `plans` alone (ids; empty: every plan), and what a
/// repair costs where it is simply paid. The catalogue must outlive the answer, which points into it.
[[nodiscard]] Assessment assess(const Catalogue& catalogue, const CaseFacts& facts,
                                std::span<const std::string> plans = {});

/// The answer of `assess`, but for what it would ask next, for every stretch of values of `fact`, all else as told.
/// Plans that answer for no value are left out, unless none answers for any. Precondition: `may_move(fact)`. The
/// catalogue must outlive the answer.
[[nodiscard]] WhatIf what_if(const Catalogue& catalogue, const CaseFacts& facts, Fact fact);

/// What `scenario.plan`, taken as held, costs over a stretch. Precondition: the plan is in the catalogue, the stretch
/// does not end before it begins, each incident has a kind. The catalogue must outlive the answer.
[[nodiscard]] Cost cost(const Catalogue& catalogue, const CaseFacts& facts, const Scenario& scenario);

/// The days that matter from `facts.as_of` on, of the plans held and of those that come with the device, and the last
/// days for joining others; the safest day first. The catalogue must outlive the answer.
[[nodiscard]] Timeline timeline(const Catalogue& catalogue, const CaseFacts& facts);

/// Which plans a person can join on `join_on`, until when, and for what fee. `plans` as above.
[[nodiscard]] Enrolment enrolment(const Catalogue& catalogue, const CaseFacts& facts,
                                  std::span<const std::string> plans = {});

/// What each choice of covers costs over the months ahead: the exact distribution. Precondition: every plan of a choice
/// is in the catalogue and one that people join; every kind that may happen has a price, named or listed. The catalogue
/// must outlive the answer.
[[nodiscard]] Outlook outlook(const Catalogue& catalogue, const CaseFacts& facts, const Prospect& prospect);

/// Fills what the person did not say of the device from the device table, if the model is said.
void fill_from_device_table(const Catalogue& catalogue, CaseFacts& facts);

}  // namespace hosho
