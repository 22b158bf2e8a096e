// Names only: what `Calculator` does is said in core/json/calculator.h.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "calculator.h"

using hosho::json::Calculator;
using hosho::json::OutlookAnswer;

namespace {

/// A view into the engine's memory; whoever keeps it copies it before the next call.
emscripten::val probabilities(const OutlookAnswer& answer, std::size_t choice) {
  const auto& list = answer.probabilities(choice);
  return emscripten::val(emscripten::typed_memory_view(list.size(), list.data()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(hosho) {
  emscripten::class_<OutlookAnswer>("OutlookAnswer")
      .function("text", &OutlookAnswer::text)
      .function("probabilities", &probabilities);
  emscripten::class_<Calculator>("Calculator")
      .constructor<>()
      .function("parse", &Calculator::parse)
      .function("load_parsed", &Calculator::load_parsed)
      .function("assess", &Calculator::assess)
      .function("what_if", &Calculator::what_if)
      .function("cost", &Calculator::cost)
      .function("timeline", &Calculator::timeline)
      .function("enrolment", &Calculator::enrolment)
      .function("outlook", &Calculator::outlook)
      .function("check", &Calculator::check)
      .function("period_end", &Calculator::period_end)
      .function("info", &Calculator::info);
}
