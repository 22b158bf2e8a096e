#pragma once
/// Every day that matters from now on.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// One day of one plan.
struct Event {
  // Kept in one place: inlined at every use they are a tenth of the engine.
  Event();
  Event(const Event& other);
  Event(Event&& other) noexcept;
  Event& operator=(const Event& other);
  Event& operator=(Event&& other) noexcept;
  ~Event();

  std::string_view plan;
  Deadline deadline{DeadlineKind::cover_ends, Date(0), Date(0), Counting::date, {}, {}};
  std::vector<Fact> missing;         ///< facts that could move it or take it off the list
  std::vector<Silence> not_stated;   ///< silences that could take it off the list
  std::vector<Reason> reasons;       ///< why the plan is this person's
  std::optional<std::size_t> cover;  ///< position in `CaseFacts::covers`, to spell its facts
};

using Timeline = std::vector<Event>;

}  // namespace hosho
