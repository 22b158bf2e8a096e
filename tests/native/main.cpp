// The native engine on standard input and output, so that the same cases can be put to it and to the wasm build.
// One request a line: the call, a tab, its JSON text. One answer a line.
//
//     hosho_native dist/catalog.json < requests

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "calculator.h"

namespace {

std::string answer(const hosho::json::Calculator& calculator, const std::string& call, const std::string& text) {
  if (call == "assess") return calculator.assess(text);
  if (call == "cost") return calculator.cost(text);
  if (call == "outlook") return calculator.outlook(text).text();
  if (call == "what_if") return calculator.what_if(text);
  if (call == "timeline") return calculator.timeline(text);
  if (call == "enrolment") return calculator.enrolment(text);
  if (call == "check") return calculator.check(text);
  if (call == "period_end") return calculator.period_end(text);
  if (call == "info") return calculator.info();
  return R"({"problems":[{"severity":"error","code":"unknown_call","path":"","found":")" + call +
         R"(","expected":""}]})";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: hosho_native CATALOGUE\n";
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  std::ostringstream catalogue;
  catalogue << file.rdbuf();
  hosho::json::Calculator calculator;
  const std::string loaded = calculator.load(catalogue.str());
  if (loaded != R"({"ok":true})") {
    std::cerr << loaded << '\n';
    return 1;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    std::cout << answer(calculator, line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1)) << '\n';
  }
  return 0;
}
