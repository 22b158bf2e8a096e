#pragma once
/// One option → text.

#include "hosho/assessment.h"
#include "write_reason.h"

namespace hosho::json {

/// Writes one option; cites come last, when all that point into them are known.
class OptionWriter {
 public:
  OptionWriter(Writer& out, const Option& option, const Catalogue& catalogue)
      : out_(out), option_(option), catalogue_(catalogue) {}

  /// As an option of an assessment.
  void write_assessment();
  /// As an option of an enrolment.
  void write_enrolment();
  /// As a day of a timeline.
  void write_event();

 private:
  void write_terms();
  void write_amounts();
  void write_deadlines();
  void write_fees();
  /// `weighed`: with what an answer to each would settle.
  void write_missing(bool weighed);
  /// Silences, cautions, reasons.
  void write_points();
  void write_steps();
  void write_contacts();
  void write_holds();

  void cite(CiteRef ref) { write_cite(out_, "cite", ref, cites_); }
  void texts(std::string_view key, const std::vector<std::string>& list);

  Writer& out_;
  const Option& option_;
  const Catalogue& catalogue_;
  CiteList cites_;
};

}  // namespace hosho::json
