// Any bytes as the text of a plan file: an answer, and the same answers afterwards.

#include "calculator.h"
#include "fuzz.h"

namespace {

/// A calculator that has answered about one plan, whose problems it tells in every detail.
struct Known {
  hosho::json::Calculator calculator;
  std::string plan = hosho::fuzz::read_file("tests/fixtures/plans/bad/unknown_key--three-mistakes-in-one-file.json");
  std::string answer = calculator.check(plan);
  Known() { hosho::fuzz::demand(hosho::fuzz::starts_with(answer, R"({"ok":[{)"), "no problem is told", answer); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Known known;
  const std::string plan(data, data + size);
  const std::string answer = known.calculator.check(plan);
  hosho::fuzz::demand(hosho::fuzz::starts_with(answer, R"({"ok":[)"), "checking a plan cannot fail", answer);
  hosho::fuzz::demand_answer(answer);
  const std::string again = known.calculator.check(known.plan);
  hosho::fuzz::demand(again == known.answer, "the next call answers otherwise", again);
  return 0;
}
