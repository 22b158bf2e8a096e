#include "finding.h"

#include <utility>

namespace hosho {
namespace {

/// Takes over what open parts hang on; of settled parts only what a known answer still has to mention.
void take_over(Finding& out, const Finding& part, Truth settling) {
  if (is_open(part.truth)) {
    add_all_once(out.missing, part.missing);
    add_all_once(out.silences, part.silences);
  }
  if (part.truth == settling) return;
  add_all_once(out.noted, part.noted);
  add_all_once(out.warnings, part.warnings);
}

/// `settling` is the outcome of one part that settles the whole.
Finding fold(std::vector<Finding> parts, Truth settling, Finding out) {
  for (const Finding& part : parts)
    out.truth = settling == Truth::no ? both(out.truth, part.truth) : either(out.truth, part.truth);
  if (out.truth != settling) {
    for (const Finding& part : parts) take_over(out, part, settling);
  }
  out.reason.outcome = out.truth;
  for (Finding& part : parts) out.reason.reasons.push_back(std::move(part.reason));
  return out;
}

}  // namespace

Finding::Finding() = default;
Finding::Finding(const Finding& other) = default;
Finding::Finding(Finding&& other) noexcept = default;
Finding& Finding::operator=(const Finding& other) = default;
Finding& Finding::operator=(Finding&& other) noexcept = default;
Finding::~Finding() = default;

Verdict verdict_of(Truth truth) noexcept {
  if (truth == Truth::yes || truth == Truth::not_applicable) return Verdict::covered;
  return truth == Truth::no ? Verdict::not_covered : Verdict::unknown;
}

Finding plain(Truth truth, ReasonCode code, std::string_view clause, CiteRef cite) {
  Finding out;
  out.truth = truth;
  out.reason.clause = clause;
  out.reason.code = code;
  out.reason.outcome = truth;
  out.reason.cite = cite;
  return out;
}

Finding waiting(Fact fact, ReasonCode code, std::string_view clause, CiteRef cite) {
  Finding out = plain(Truth::unknown, code, clause, cite);
  out.missing.push_back(fact);
  out.reason.facts.push_back(fact);
  return out;
}

Finding silent(std::string_view point, ReasonCode code, std::string_view clause, CiteRef cite) {
  Finding out = plain(Truth::not_stated, code, clause, cite);
  out.reason.silence = point;
  out.silences.push_back({point, cite});
  return out;
}

Finding all_of(std::vector<Finding> parts, ReasonCode code, std::string_view clause, CiteRef cite) {
  return fold(std::move(parts), Truth::no, plain(Truth::not_applicable, code, clause, cite));
}

Finding any_of(std::vector<Finding> parts, ReasonCode code, std::string_view clause, CiteRef cite) {
  Finding out = fold(std::move(parts), Truth::yes, plain(Truth::not_applicable, code, clause, cite));
  return out;
}

Finding one_of(std::vector<Finding> alternatives, Fact told_by, ReasonCode code, std::string_view clause,
               CiteRef cite) {
  Finding out = plain(alternatives.front().truth, code, clause, cite);
  for (const Finding& part : alternatives) {
    if (part.truth != out.truth) out.truth = Truth::unknown;
  }
  const bool differ = out.truth == Truth::unknown && alternatives.front().truth != Truth::unknown;
  if (differ) out.missing.push_back(told_by);
  for (const Finding& part : alternatives) {
    add_all_once(out.missing, part.missing);
    add_all_once(out.silences, part.silences);
    add_all_once(out.noted, part.noted);
    add_all_once(out.warnings, part.warnings);
  }
  out.reason.outcome = out.truth;
  for (Finding& part : alternatives) out.reason.reasons.push_back(std::move(part.reason));
  return out;
}

Finding none_of(Finding part, std::string_view clause, CiteRef cite) {
  const Truth truth = negate(part.truth);
  Finding out = plain(truth, ReasonCode::none_of, clause, cite);
  out.missing = std::move(part.missing);
  out.silences = std::move(part.silences);
  out.reason.reasons.push_back(std::move(part.reason));
  return out;
}

}  // namespace hosho
