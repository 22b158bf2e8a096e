#include "write_answer.h"

#include <algorithm>

#include "hosho/version.h"
#include "option_writer.h"

namespace hosho::json {
namespace {

void write_question(Writer& out, const std::optional<Question>& question) {
  if (!question) {
    out.null();
    return;
  }
  out.open_object().key("fact").text(spell(question->fact, question->cover)).key("why").open_array();
  for (const std::string& clause : question->why) out.text(clause);
  out.close_array().close_object();
}

}  // namespace

void write_options(Writer& out, const Assessment& answer, const Catalogue& catalogue) {
  out.key("options").open_array();
  for (const Option& option : answer.options) OptionWriter(out, option, catalogue).write_assessment();
  out.close_array().key("best");
  if (answer.best) {
    out.text(*answer.best);
  } else {
    out.null();
  }
}

std::string write_assessment(const Assessment& answer, const Catalogue& catalogue, const CaseFacts& facts) {
  Writer out;
  out.open_object().key("as_of").text(to_string(facts.as_of)).key("data_version").text(catalogue.data_version);
  write_options(out, answer, catalogue);
  out.key("next_question");
  write_question(out, answer.next_question);
  return out.close_object().take();
}

std::string write_enrolment(const Enrolment& answer, const Catalogue& catalogue, const CaseFacts& facts) {
  Writer out;
  out.open_object().key("as_of").text(to_string(facts.as_of)).key("data_version").text(catalogue.data_version);
  out.key("options").open_array();
  for (const Option& option : answer.options) OptionWriter(out, option, catalogue).write_enrolment();
  return out.close_array().close_object().take();
}

void write_problems(Writer& out, const Problems& problems) {
  out.open_array();
  for (const Problem& problem : problems) {
    out.open_object()
        .key("severity")
        .text("error")
        .key("code")
        .text(to_string(problem.code))
        .key("path")
        .text(problem.path);
    out.key("found").text(problem.found).key("expected").text(problem.expected).close_object();
  }
  out.close_array();
}

std::string write_period_end(const PeriodEnd& end, bool with_same_day) {
  Writer out;
  out.open_object().key("on").text(to_string(end.on)).key("safe_on").text(to_string(end.safe_on));
  if (with_same_day) out.key("same_day_on").text(to_string(end.same_day_on));
  return out.close_object().take();
}

std::string write_info(const Catalogue& catalogue) {
  Writer out;
  Date oldest = kLastDate;
  for (const Plan& plan : catalogue.plans) oldest = std::min(oldest, plan.checked_on);
  out.open_object().key("version").text(kVersion).key("data_version").text(catalogue.data_version);
  out.key("catalog_checked_on").text(catalogue.plans.empty() ? "" : to_string(oldest)).key("plans").open_array();
  for (const Plan& plan : catalogue.plans) {
    out.open_object()
        .key("id")
        .text(plan.id)
        .key("name")
        .open_object()
        .key("ja")
        .text(plan.name_ja)
        .key("en")
        .text(plan.name_en)
        .close_object();
    out.key("provider").text(plan.provider).key("held").text(plan.by_joining ? "by_joining" : "with_device");
    out.key("checked_on")
        .text(to_string(plan.checked_on))
        .key("still_valid_on")
        .text(plan.still_valid_on)
        .close_object();
  }
  return out.close_array().close_object().take();
}

}  // namespace hosho::json
