#pragma once
/// Text of a plan file → PlanDocument: shape, types, unknown keys, pointers. `data/plan.schema.json` says the same.

#include <optional>

#include "plan_document.h"
#include "reader.h"

namespace hosho::json {

/// The document, or nothing if something is wrong with its shape; all problems are reported.
[[nodiscard]] std::optional<PlanDocument> read_plan(const At& at, Problems& problems);

/// `sources` of a plan or price file.
[[nodiscard]] std::vector<SourceDocument> read_sources(const At& at, Problems& problems);
/// A whole number of yen or `{ min, max }`.
[[nodiscard]] YenRange read_yen(const At& at, Problems& problems);
[[nodiscard]] Tax read_tax(const At& at, Problems& problems);
[[nodiscard]] std::vector<std::pair<IncidentKind, Place>> read_kinds(const At& at, Problems& problems);
/// `{ ja, en }`.
[[nodiscard]] std::pair<std::string, std::string> read_bilingual(const At& at, Problems& problems);

}  // namespace hosho::json
