#pragma once
/// Clauses that answer yes or no: starts, ends, incidents, papers.

#include "read_plan.h"

namespace hosho::json {

[[nodiscard]] StartDocument read_start(const At& at, Problems& problems);
[[nodiscard]] RegisterDocument read_register(const At& at, Problems& problems);
[[nodiscard]] DayDocument read_day_clause(const At& at, Problems& problems);
/// `ends_with_line`: carriers and the cite.
void read_ends_with_line(const At& at, VersionDocument& out, Problems& problems);
[[nodiscard]] EndDocument read_end(const At& at, Problems& problems);
[[nodiscard]] IncidentClauseDocument read_covered(const At& at, Problems& problems);
[[nodiscard]] IncidentClauseDocument read_excluded(const At& at, Problems& problems);
[[nodiscard]] IncidentClauseDocument read_silent(const At& at, Problems& problems);
[[nodiscard]] LimitDocument read_limit(const At& at, Problems& problems);
[[nodiscard]] DocumentClauseDocument read_document(const At& at, Problems& problems);

}  // namespace hosho::json
