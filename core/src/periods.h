#pragma once
/// Days and the ends of periods held against a case, where both may be known only as stretches.

#include <initializer_list>

#include "finding.h"
#include "situation.h"

namespace hosho {

/// Notes that a clause tells the days before `cut` from the days from it on.
void note_day(Fact fact, Date cut, const Situation& situation);

/// `day` is not after the end of `period`. Between the safe day and the last day: inside, with `last_day_disputed`.
[[nodiscard]] Finding not_after(Fact day, const Period& period, std::string_view clause, CiteRef cite,
                                const Situation& situation);

/// `day` is not before the day of `anchor`.
[[nodiscard]] Finding not_before(Fact day, Fact anchor, std::string_view clause, CiteRef cite,
                                 const Situation& situation);

/// The same against a first day that is worked out; what it waits for is the caller's to say.
[[nodiscard]] Finding not_before_span(Fact day, DateSpan first, std::string_view clause, CiteRef cite,
                                      const Situation& situation);

/// The first day on which a plan answers, over every day that its facts may be.
[[nodiscard]] DateSpan first_day_of(StartClause::Rule rule, const std::vector<Fact>& facts, const Situation& situation);

/// Where one of the facts is open, waits for it: unsaid, or a day known only to its month.
void wait_for(Finding& out, std::initializer_list<Fact> facts, const Situation& situation);

}  // namespace hosho
