#pragma once
/// What the fuzz targets share: a file's text, and a stop with the reason that libFuzzer reports as a crash.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace hosho::fuzz {

inline void demand(bool holds, const char* what, const std::string& found) {
  if (holds) return;
  static_cast<void>(std::fprintf(stderr, "%s: %.2000s\n", what, found.c_str()));
  std::abort();
}

/// The text of a file of the project.
inline std::string read_file(const char* path) {
  std::ifstream file(std::string(HOSHO_SOURCE_DIR "/") + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  demand(!text.str().empty(), "there is no such file, or nothing in it", path);
  return text.str();
}

inline bool starts_with(const std::string& text, std::string_view start) {
  return text.compare(0, start.size(), start) == 0;
}

/// Every answer is of one of two forms, whatever the question was.
inline void demand_answer(const std::string& answer) {
  const bool is_answer = starts_with(answer, R"({"ok":)") || starts_with(answer, R"({"problems":[{)");
  demand(is_answer && answer.back() == '}', "neither an answer nor problems", answer);
}

}  // namespace hosho::fuzz
