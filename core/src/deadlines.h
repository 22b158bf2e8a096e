#pragma once
/// Days that matter under a version of a plan, whatever the verdict.

#include "hosho/assessment.h"
#include "situation.h"

namespace hosho {

/// Open facts on which the days of one kind hang.
struct Movers {
  DeadlineKind kind;
  std::vector<Fact> facts{};

  /// Takes over a fact, if it is open. A day is told by the ends of its stretches: no day decreases as its anchor
  /// moves on.
  void add(Fact fact, const Situation& situation);
};

/// What a cover would still do, had it not ended before.
[[nodiscard]] bool ends_with_the_cover(DeadlineKind kind) noexcept;

[[nodiscard]] Counting counting_of(FirstDay first_day) noexcept;

/// `now`: the day after which the next claim window opens. `open`, if wanted, receives the open facts of its kind, and
/// the situation their cuts.
[[nodiscard]] std::vector<Deadline> deadlines_of(const Version& version, const Situation& situation, DateSpan now,
                                                 Movers* open = nullptr);

}  // namespace hosho
