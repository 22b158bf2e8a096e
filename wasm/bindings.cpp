// Names only: what `Calculator` does is said in core/json/calculator.h.

#include <emscripten/bind.h>

#include "calculator.h"

using hosho::json::Calculator;

EMSCRIPTEN_BINDINGS(hosho) {
  emscripten::class_<Calculator>("Calculator")
      .constructor<>()
      .function("load", &Calculator::load)
      .function("assess", &Calculator::assess)
      .function("cost", &Calculator::cost)
      .function("timeline", &Calculator::timeline)
      .function("enrolment", &Calculator::enrolment)
      .function("check", &Calculator::check)
      .function("period_end", &Calculator::period_end)
      .function("info", &Calculator::info);
}
