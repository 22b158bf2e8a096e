#include "calculator.h"

#include <algorithm>
#include <utility>

#include "compile_plan.h"
#include "hosho/hosho.h"
#include "read_case.h"
#include "read_catalogue.h"
#include "read_condition.h"
#include "read_plan.h"
#include "write_answer.h"

namespace hosho::json {

struct Calculator::State {
  Catalogue catalogue;
  bool loaded = false;
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
    const auto& plans = catalogue.plans;
    const bool loaded =
        std::any_of(plans.begin(), plans.end(), [&out](const Plan& plan) { return plan.id == out.back(); });
    if (item.is(Value::Kind::string) && !loaded)
      report(problems, ProblemCode::unknown_plan, item, "the id of a loaded plan");
  }
  return out;
}

}  // namespace

Calculator::Calculator() : state_(std::make_unique<State>()) {}
Calculator::~Calculator() = default;

std::string Calculator::load(const std::string& catalogue) {
  Problems problems;
  const std::optional<Value> tree = parse_strictly(catalogue, problems);
  if (!tree) return failed(problems);
  Catalogue read = read_catalogue({&*tree, ""}, problems);
  if (!problems.empty()) return failed(problems);
  state_->catalogue = std::move(read);
  state_->loaded = true;
  return ok("true");
}

/// Reads `{ "case", "plans"? }` and writes what `answer` says of it.
template <class Answer>
std::string Calculator::answer_to(const std::string& request, Answer answer) const {
  Problems problems;
  if (!state_->loaded) return failed({{ProblemCode::not_loaded, "", "", "a catalogue"}});
  const std::optional<Value> tree = parse_strictly(request, problems);
  if (!tree) return failed(problems);
  Fields fields({&*tree, ""}, problems);
  const auto at_case = fields.required("case");
  const auto at_plans = fields.optional("plans");
  fields.finish();
  if (!at_case) return failed(problems);
  const CaseFacts facts = read_case({at_case->value, ""}, state_->catalogue, problems);
  const std::vector<std::string> plans =
      at_plans ? read_wanted(*at_plans, state_->catalogue, problems) : std::vector<std::string>();
  if (!problems.empty()) return failed(problems);
  return ok(answer(state_->catalogue, facts, plans));
}

using Plans = std::vector<std::string>;

std::string Calculator::assess(const std::string& request) const {
  return answer_to(
      request, +[](const Catalogue& catalogue, const CaseFacts& facts, const Plans& plans) {
        return write_assessment(hosho::assess(catalogue, facts, plans), catalogue, facts);
      });
}

std::string Calculator::enrolment(const std::string& request) const {
  return answer_to(
      request, +[](const Catalogue& catalogue, const CaseFacts& facts, const Plans& plans) {
        return write_enrolment(hosho::enrolment(catalogue, facts, plans), catalogue, facts);
      });
}

std::string Calculator::check(const std::string& plan) const {
  Problems problems;
  if (const std::optional<Value> tree = parse(plan, problems)) {
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
