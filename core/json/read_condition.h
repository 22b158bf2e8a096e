#pragma once
/// Conditions, periods and cites: the parts that every clause of a plan file is made of.

#include "plan_document.h"
#include "reader.h"

namespace hosho::json {

[[nodiscard]] ConditionDocument read_condition(const At& at, Problems& problems);
[[nodiscard]] CiteDocument read_cite(const At& at, Problems& problems);
/// `months` or `days`, and `first_day`, of an object that may have further keys.
[[nodiscard]] Period read_length(Fields& fields);
/// The same with `of`.
[[nodiscard]] Period read_period(Fields& fields);
/// A fact by its path; `type` narrows it.
[[nodiscard]] Fact read_fact(const At& at, std::optional<FactType> type, Problems& problems);
/// One word of the vocabulary of `fact`, checked where that vocabulary is closed.
[[nodiscard]] std::string read_word_of(Fact fact, const At& at, Problems& problems);
/// First and last day of a piece: `from` and `until`, both included, at least one of them.
[[nodiscard]] DateSpan read_days(Fields& fields);
[[nodiscard]] Truth read_outcome(const At& at, Problems& problems);
/// A code: lower-case words joined by underscores.
[[nodiscard]] std::string read_code(const At& at, Problems& problems);

}  // namespace hosho::json
