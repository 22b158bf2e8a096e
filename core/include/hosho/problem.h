#pragma once
/// What is wrong with an input, as a value.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hosho {

// code, severity, what it says
#define HOSHO_PROBLEM_CODES(X)                                                 \
  X(bad_json, error) /* not JSON, or not valid UTF-8 */                        \
  X(too_deep, error) /* nested deeper than 64 */                               \
  X(duplicate_key, error)                                                      \
  X(unknown_key, error)                                                        \
  X(missing_key, error)                                                        \
  X(wrong_type, error)                                                         \
  X(bad_value, error) /* a word that the place does not allow */               \
  X(bad_date, error)  /* no such day, or outside 1900..2199 */                 \
  X(out_of_range, error)                                                       \
  X(empty_list, error)                                                         \
  X(unknown_fact, error)                                                       \
  X(unknown_kind, error)                                                       \
  X(unknown_model, error)                                                      \
  X(unknown_plan, error)                                                       \
  X(unknown_source, error)                                                     \
  X(ambiguous_condition, error) /* not exactly one of all, any, not, a fact */ \
  X(quote_too_long, error)      /* over 20 characters */                       \
  X(duplicate_id, error)                                                       \
  X(conflicting_clauses, error) /* two clauses answer one incident */          \
  X(versions_out_of_order, error)                                              \
  X(not_loaded, error) /* asked before a catalogue was loaded */

enum class ProblemCode : std::uint8_t {
#define HOSHO_PROBLEM_ID(code, severity) code,
  HOSHO_PROBLEM_CODES(HOSHO_PROBLEM_ID)
#undef HOSHO_PROBLEM_ID
};

[[nodiscard]] std::string_view to_string(ProblemCode code) noexcept;

/// One thing that is wrong.
struct Problem {
  ProblemCode code;
  std::string path;         ///< JSON Pointer
  std::string found;        ///< what stands there
  std::string expected;     ///< what may stand there: words and bounds, no sentence
  std::uint32_t order = 0;  ///< place in the file, to report in file order
};

using Problems = std::vector<Problem>;

}  // namespace hosho
