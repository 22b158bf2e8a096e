#include "calculator.h"

#include <utility>

#include "compile_plan.h"
#include "hosho/hosho.h"
#include "read_case.h"
#include "read_catalogue.h"
#include "read_condition.h"
#include "read_plan.h"
#include "read_prospect.h"
#include "read_scenario.h"
#include "versions.h"
#include "write_answer.h"
#include "write_cost.h"
#include "write_outlook.h"
#include "write_timeline.h"
#include "write_what_if.h"

namespace hosho::json {

struct Calculator::State {
  Catalogue catalogue;
  bool loaded = false;
  std::optional<Value> parsed;
};

namespace {

std::string ok(const std::string& answer) { return "{\"ok\":" + answer + '}'; }

/// A file with more mistakes than this is another file.
constexpr std::size_t kMostProblems = 1000;

std::string failed(Problems problems) {
  if (problems.size() > kMostProblems) problems.resize(kMostProblems);
  Writer out;
  out.open_object().key("problems");
  write_problems(out, problems);
  return out.close_object().take();
}

/// The tree of a request, or the problems that stop it: a repeated key is one, too.
std::optional<Value> parse_strictly(const std::string& text, Problems& problems) {
  std::optional<Value> tree = parse(text, problems);
  if (!problems.empty()) tree.reset();
  return tree;
}

std::vector<std::string> read_wanted(const At& at, const Catalogue& catalogue, Problems& problems) {
  std::vector<std::string> out;
  for (const At& item : read_list(at, true, problems)) {
    out.push_back(read_text(item, problems));
    if (item.is(Value::Kind::string) && find_plan(catalogue, out.back()) == nullptr)
      report(problems, ProblemCode::unknown_plan, item, "the id of a loaded plan");
  }
  return out;
}

/// The fact that is to be moved.
Fact read_movable(const At& at, Problems& problems) {
  const std::optional<Fact> fact = find_fact(read_text(at, problems));
  if (fact && may_move(*fact)) return *fact;
  if (at.is(Value::Kind::string)) report(problems, ProblemCode::unknown_fact, at, "a fact that may be moved");
  return Fact::incident_on;
}

/// A request: a case, and what stands beside it. To be answered only if no problem was found.
struct Request {
  Request(const std::string& text, std::string_view beside, const Catalogue* catalogue);
  ~Request();
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  Problems problems;
  std::optional<Value> tree;
  CaseFacts facts;
  std::optional<At> more;
};

/// `catalogue`: nothing before one was loaded.
Request::Request(const std::string& text, std::string_view beside, const Catalogue* catalogue) {
  if (catalogue == nullptr) problems.push_back({ProblemCode::not_loaded, "", "", "a catalogue"});
  if (problems.empty()) tree = parse_strictly(text, problems);
  if (!tree) return;
  Fields fields({&*tree, ""}, problems);
  const auto at_case = fields.required("case");
  more = fields.optional(beside);
  fields.finish();
  if (at_case) facts = read_case({at_case->value, ""}, *catalogue, problems);
}

Request::~Request() = default;

std::vector<std::vector<double>> take_probabilities(Outlook& answer) {
  std::vector<std::vector<double>> out;
  out.push_back(std::move(answer.none.distribution.p));
  for (OutlookChoice& choice : answer.choices) out.push_back(std::move(choice.distribution.p));
  return out;
}

}  // namespace

OutlookAnswer::OutlookAnswer(std::string text, std::vector<std::vector<double>> probabilities)
    : text_(std::move(text)), probabilities_(std::move(probabilities)) {}

Calculator::Calculator() : state_(std::make_unique<State>()) {}
Calculator::~Calculator() = default;

std::string Calculator::load(const std::string& catalogue) {
  std::string parsed = parse(catalogue);
  return state_->parsed ? load_parsed() : parsed;
}

std::string Calculator::parse(const std::string& catalogue) {
  Problems problems;
  state_->parsed = parse_strictly(catalogue, problems);
  return state_->parsed ? ok("true") : failed(problems);
}

std::string Calculator::load_parsed() {
  const std::optional<Value> tree = std::exchange(state_->parsed, std::nullopt);
  if (!tree) return failed({{ProblemCode::not_loaded, "", "", "a catalogue"}});
  Problems problems;
  Catalogue read = read_catalogue({&*tree, ""}, problems);
  if (!problems.empty()) return failed(problems);
  state_->catalogue = std::move(read);
  state_->loaded = true;
  return ok("true");
}

std::string Calculator::assess(const std::string& request) const {
  const Catalogue& catalogue = state_->catalogue;
  Request asked(request, "plans", state_->loaded ? &catalogue : nullptr);
  std::vector<std::string> plans;
  if (asked.more) plans = read_wanted(*asked.more, catalogue, asked.problems);
  if (!asked.problems.empty()) return failed(asked.problems);
  return ok(write_assessment(hosho::assess(catalogue, asked.facts, plans), catalogue, asked.facts));
}

std::string Calculator::enrolment(const std::string& request) const {
  const Catalogue& catalogue = state_->catalogue;
  Request asked(request, "plans", state_->loaded ? &catalogue : nullptr);
  std::vector<std::string> plans;
  if (asked.more) plans = read_wanted(*asked.more, catalogue, asked.problems);
  if (!asked.problems.empty()) return failed(asked.problems);
  return ok(write_enrolment(hosho::enrolment(catalogue, asked.facts, plans), catalogue, asked.facts));
}

std::string Calculator::what_if(const std::string& request) const {
  const Catalogue& catalogue = state_->catalogue;
  Request asked(request, "fact", state_->loaded ? &catalogue : nullptr);
  if (!asked.problems.empty()) return failed(asked.problems);
  if (!asked.more) return failed({{ProblemCode::missing_key, "", "", "fact"}});
  const Fact fact = read_movable(*asked.more, asked.problems);
  if (!asked.problems.empty()) return failed(asked.problems);
  return ok(write_what_if(hosho::what_if(catalogue, asked.facts, fact), catalogue, asked.facts));
}

std::string Calculator::cost(const std::string& request) const {
  const Catalogue& catalogue = state_->catalogue;
  Request asked(request, "scenario", state_->loaded ? &catalogue : nullptr);
  if (!asked.problems.empty()) return failed(asked.problems);
  if (!asked.more) return failed({{ProblemCode::missing_key, "", "", "scenario"}});
  const Scenario scenario = read_scenario({asked.more->value, ""}, catalogue, asked.problems);
  if (!asked.problems.empty()) return failed(asked.problems);
  return ok(write_cost(hosho::cost(catalogue, asked.facts, scenario), catalogue));
}

std::string Calculator::timeline(const std::string& request) const {
  const Catalogue& catalogue = state_->catalogue;
  const Request asked(request, "", state_->loaded ? &catalogue : nullptr);
  if (!asked.problems.empty()) return failed(asked.problems);
  return ok(write_timeline(hosho::timeline(catalogue, asked.facts), catalogue, asked.facts));
}

OutlookAnswer Calculator::outlook(const std::string& request) const {
  const Catalogue& catalogue = state_->catalogue;
  Request asked(request, "outlook", state_->loaded ? &catalogue : nullptr);
  if (asked.problems.empty() && !asked.more) {
    asked.problems.push_back({ProblemCode::missing_key, "", "", "outlook"});
  }
  if (!asked.problems.empty()) return {failed(asked.problems), {}};
  const Prospect prospect = read_prospect({asked.more->value, ""}, asked.facts, catalogue, asked.problems);
  if (!asked.problems.empty()) return {failed(asked.problems), {}};
  Outlook answer = hosho::outlook(catalogue, asked.facts, prospect);
  std::string text = ok(write_outlook(answer, catalogue));
  return {std::move(text), take_probabilities(answer)};
}

std::string Calculator::check(const std::string& plan) const {
  Problems problems;
  if (const std::optional<Value> tree = json::parse(plan, problems)) {
    if (const std::optional<PlanDocument> document = read_plan({&*tree, ""}, problems)) {
      Words words;
      Evidence evidence;
      static_cast<void>(compile_plan(*document, words, evidence, problems));
    }
  }
  sort_by_place(problems);
  if (problems.size() > kMostProblems) problems.resize(kMostProblems);
  Writer out;
  write_problems(out, problems);
  return ok(out.take());
}

std::string Calculator::period_end(const std::string& period) const {
  Problems problems;
  const std::optional<Value> tree = parse_strictly(period, problems);
  if (!tree) return failed(problems);
  Fields fields({&*tree, ""}, problems);
  const auto from = fields.required("from");
  const DateSpan day = from ? read_day(*from, false, problems) : DateSpan::any();
  const Period length = read_length(fields);
  fields.finish();
  if (!problems.empty()) return failed(problems);
  return ok(write_period_end(length.end_from(day.first), length.first_day == FirstDay::not_stated));
}

std::string Calculator::info() const { return ok(write_info(state_->catalogue)); }

}  // namespace hosho::json
