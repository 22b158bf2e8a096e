#pragma once
/// Answers and problems → text.

#include <string>

#include "hosho/hosho.h"
#include "writer.h"

namespace hosho::json {

[[nodiscard]] std::string write_assessment(const Assessment& answer, const Catalogue& catalogue,
                                           const CaseFacts& facts);
/// The keys `options` and `best` of an object.
void write_options(Writer& out, const Assessment& answer, const Catalogue& catalogue);
[[nodiscard]] std::string write_enrolment(const Enrolment& answer, const Catalogue& catalogue, const CaseFacts& facts);
/// `[ { severity, code, path, found, expected } ]`.
void write_problems(Writer& out, const Problems& problems);
[[nodiscard]] std::string write_period_end(const PeriodEnd& end, bool with_same_day);
[[nodiscard]] std::string write_info(const Catalogue& catalogue);

}  // namespace hosho::json
