#pragma once
/// What came out of a clause, on what it hangs, and how findings are put together.

#include <utility>
#include <vector>

#include "hosho/assessment.h"

namespace hosho {

/// Adds `item` unless it is there.
template <class T>
void add_once(std::vector<T>& list, const T& item) {
  for (const T& known : list) {
    if (known == item) return;
  }
  list.push_back(item);
}

template <class T>
void add_all_once(std::vector<T>& list, const std::vector<T>& items) {
  for (const T& item : items) add_once(list, item);
}

struct Finding {
  // Kept in one place: inlined at every use they are a tenth of the engine.
  Finding();
  Finding(const Finding& other);
  Finding(Finding&& other) noexcept;
  Finding& operator=(const Finding& other);
  Finding& operator=(Finding&& other) noexcept;
  ~Finding();

  Truth truth = Truth::not_applicable;
  std::vector<Fact> missing;      ///< facts behind `unknown`
  std::vector<Silence> silences;  ///< points behind `not_stated`
  std::vector<Silence> noted;     ///< silent points that something else decided
  std::vector<Warning> warnings;
  Reason reason;
};

/// Findings in a row. Those that are handed over are moved, which a braced list would not do.
template <class... Parts>
[[nodiscard]] std::vector<Finding> in_a_row(Parts&&... parts) {
  std::vector<Finding> out;
  out.reserve(sizeof...(parts));
  (out.push_back(std::forward<Parts>(parts)), ...);
  return out;
}

/// All of `parts`, under one reason. What hangs on nothing any more is dropped.
[[nodiscard]] Finding all_of(std::vector<Finding> parts, ReasonCode code, std::string_view clause, CiteRef cite);
/// Any of `parts`.
[[nodiscard]] Finding any_of(std::vector<Finding> parts, ReasonCode code, std::string_view clause, CiteRef cite);
/// The opposite of `part`.
[[nodiscard]] Finding none_of(Finding part, std::string_view clause, CiteRef cite);

/// Alternatives of which one holds, told by a fact that is open: known only if all of them agree.
[[nodiscard]] Finding one_of(std::vector<Finding> alternatives, Fact told_by, ReasonCode code, std::string_view clause,
                             CiteRef cite);

/// What `truth` comes to for a plan.
[[nodiscard]] Verdict verdict_of(Truth truth) noexcept;

/// A finding that stands by itself.
[[nodiscard]] Finding plain(Truth truth, ReasonCode code, std::string_view clause, CiteRef cite);
/// A finding that waits for one fact.
[[nodiscard]] Finding waiting(Fact fact, ReasonCode code, std::string_view clause, CiteRef cite);
/// A finding on which the terms are silent.
[[nodiscard]] Finding silent(std::string_view point, ReasonCode code, std::string_view clause, CiteRef cite);

}  // namespace hosho
