// Any bytes as the facts of a case, put to the catalogue that is shipped: an answer, and the same answers afterwards.

#include "calculator.h"
#include "fuzz.h"

namespace {

/// A calculator with the catalogue, and a case of which it answers with options.
struct Known {
  hosho::json::Calculator calculator;
  std::string request = R"({"case":{"as_of":"2024-03-29","device":{"model":"xiaomi-11t-pro","bought_on":"2022-07",)"
                        R"("bought_from":"iijmio"},"incident":{"kind":"battery_wear","on":"2024-03-29"}}})";
  std::string answer;
  Known() {
    const std::string loaded = calculator.load(hosho::fuzz::read_file("dist/catalog.json"));
    hosho::fuzz::demand(loaded == R"({"ok":true})", "the catalogue cannot be loaded", loaded);
    answer = calculator.assess(request);
    hosho::fuzz::demand(hosho::fuzz::starts_with(answer, R"({"ok":)"), "the known case has problems", answer);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Known known;
  const std::string facts(data, data + size);
  hosho::fuzz::demand_answer(known.calculator.assess(R"({"case":)" + facts + '}'));
  const std::string again = known.calculator.assess(known.request);
  hosho::fuzz::demand(again == known.answer, "the next call answers otherwise", again);
  return 0;
}
