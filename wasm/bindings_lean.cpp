// Names only, of what the question "the phone broke" asks; the linker leaves the rest of the engine out.

#include <emscripten/bind.h>

#include "calculator.h"

using hosho::json::Calculator;

EMSCRIPTEN_BINDINGS(hosho) {
  emscripten::class_<Calculator>("Calculator")
      .constructor<>()
      .function("parse", &Calculator::parse)
      .function("load_parsed", &Calculator::load_parsed)
      .function("assess", &Calculator::assess)
      .function("info", &Calculator::info);
}
