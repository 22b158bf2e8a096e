// The shipped plans as the core reads them. Each file of the folder is a test of its own.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "calculator.h"

namespace hosho::json {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const char* folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(HOSHO_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::string name_of(const ::testing::TestParamInfo<fs::path>& info) {
  std::string out = info.param.stem().string();
  std::replace_if(
      out.begin(), out.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return out;
}

class ShippedPlan : public ::testing::TestWithParam<fs::path> {};

TEST_P(ShippedPlan, IsFitToShip) { EXPECT_EQ(Calculator().check(text_of(GetParam())), R"({"ok":[]})"); }

TEST_P(ShippedPlan, IsNamedAsItsFile) {
  EXPECT_NE(text_of(GetParam()).find("\"id\": \"" + GetParam().stem().string() + '"'), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Data, ShippedPlan, ::testing::ValuesIn(files_in("data/plans")), name_of);

class BadPlan : public ::testing::TestWithParam<fs::path> {};

/// The name of the file begins with the code that must be found.
TEST_P(BadPlan, IsRefusedForItsReason) {
  const std::string name = GetParam().stem().string();
  const std::string code = name.substr(0, name.find("--"));
  EXPECT_NE(Calculator().check(text_of(GetParam())).find("\"code\":\"" + code + '"'), std::string::npos)
      << Calculator().check(text_of(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Shape, BadPlan, ::testing::ValuesIn(files_in("tests/fixtures/plans/bad")), name_of);
INSTANTIATE_TEST_SUITE_P(Text, BadPlan, ::testing::ValuesIn(files_in("tests/fixtures/plans/bad-text")), name_of);
INSTANTIATE_TEST_SUITE_P(Meaning, BadPlan, ::testing::ValuesIn(files_in("tests/fixtures/plans/meaning")), name_of);

class GoodPlan : public ::testing::TestWithParam<fs::path> {};

TEST_P(GoodPlan, IsFit) { EXPECT_EQ(Calculator().check(text_of(GetParam())), R"({"ok":[]})"); }

INSTANTIATE_TEST_SUITE_P(Fixtures, GoodPlan, ::testing::ValuesIn(files_in("tests/fixtures/plans/good")), name_of);

}  // namespace
}  // namespace hosho::json
