#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "calculator.h"

namespace hosho::json {
namespace {

using ::std::string;

/// A made-up plan; `terms` are the members of its version.
string plan(const string& id, const string& held, const string& terms) {
  return R"({"format":1,"id":")" + id + R"(","provider":"example","name":{"ja":"例","en":"Example"},"held":")" + held +
         R"(","sources":{"terms":{"title":"Terms","publisher":"Example","kind":"terms","as_of":"2024-01-01"}},)"
         R"("checked_on":"2024-01-01","still_valid_on":"2024-01-01","open_to_new":true,"versions":[{"from":"2024-01-01",)"
         R"("from_is":"snapshot","chosen_by":")" +
         (held == "by_joining" ? "joined_on" : "device.bought_on") + R"(","others":"excluded",)" + terms +
         R"(}],"texts":{"year_open":{"ja":"例","en":"Example"},"water_open":{"ja":"例","en":"Example"}}})";
}

string fee(const string& yen) {
  return R"("monthly_fee":{"amounts":[{"id":"fee","yen":)" + yen + R"(,"tax":"included","cite":"terms"}]})";
}

const char* const kBothKinds =
    R"("covered":[{"id":"damage","incidents":["screen_crack","water_damage"],"cite":"terms"}])";

/// The cover of the check in the description of the model: a fee, a copay by kind, no limit.
string plain_plan() {
  return plan(
      "plain", "by_joining",
      string(kBothKinds) + "," + fee("1000") +
          R"(,"you_pay":[{"id":"screen","incidents":["screen_crack"],"yen":3700,"tax":"included","cite":"terms"},)"
          R"({"id":"other","incidents":["water_damage"],"yen":12900,"tax":"included","cite":"terms"}])");
}

string limited_plan(const string& id, const string& year, const string& copay = "1000") {
  const string code = year == "not_stated" ? R"(,"code":"year_open")" : "";
  return plan(id, "by_joining",
              string(kBothKinds) + "," + fee("500") + R"(,"limits":[{"id":"one","claims":1,"per_year_from":")" + year +
                  '"' + code + R"(,"cite":"terms"}],"you_pay":[{"id":"copay","yen":)" + copay +
                  R"(,"tax":"included","cite":"terms"}])");
}

/// Failures in the first year cost nothing.
string maker_plan() {
  return plan("maker", "with_device",
              R"("covered":[{"id":"failure","incidents":["natural_failure"],"cite":"terms"}],)"
              R"("ends":{"id":"year","of":"device.bought_on","months":12,"first_day":"excluded","cite":"terms"},)"
              R"("you_pay":[{"id":"free","yen":0,"tax":"included","cite":"terms"}])");
}

class Looking : public ::testing::Test {
 protected:
  void SetUp() override {
    const string plans = plain_plan() + ',' + limited_plan("fixed", "joined") + ',' +
                         limited_plan("open", "not_stated") + ',' +
                         limited_plan("ranged", "joined", R"({"min":1000,"max":3000})") + ',' + maker_plan();
    ASSERT_EQ(calculator.load(R"({"data_version":"test","plans":[)" + plans +
                              R"(],"devices":[],"prices":[],"providers":[]})"),
              R"({"ok":true})");
  }
  string outlook(const string& prospect, const string& facts = R"({"as_of":"2024-01-01"})") {
    return calculator.outlook(R"({"case":)" + facts + R"(,"outlook":)" + prospect + '}').text();
  }
  /// Over `months`, with the rates and prices of the check.
  string check(const string& choices, const string& months = "24", const string& more = "") {
    return outlook(R"({"from":"2024-01-01","months":)" + months + R"(,"choices":)" + choices +
                   R"(,"rates_per_year":{"screen_crack":0.05,"water_damage":0.03},)"
                   R"("prices_yen":{"screen_crack":42800,"water_damage":87800})" +
                   more + '}');
  }
  static bool has(const string& text, const string& part) { return text.find(part) != string::npos; }
  /// The number under the `nth` key of this name.
  static double number(const string& text, const string& key, int nth) {
    std::size_t at = 0;
    for (int i = 0; i <= nth; ++i) at = text.find('"' + key + "\":", at) + 1;
    return std::atof(text.c_str() + at + key.size() + 2);
  }
  void expect_problem(const string& prospect, const string& code, const string& path) {
    const string answer = outlook(prospect);
    EXPECT_TRUE(has(answer, R"({"problems":[{"severity":"error","code":")" + code + R"(","path":")" + path + '"'))
        << answer;
  }

  Calculator calculator;
};

TEST_F(Looking, GivesTheFiguresOfTheCheck) {
  const string answer = check(R"([["plain"]])");
  EXPECT_NEAR(number(answer, "mean_yen", 0), 9548, 1e-6) << answer;
  EXPECT_NEAR(number(answer, "sd_yen", 0), 25410.91, 0.005);
  EXPECT_TRUE(has(answer, R"("p50":0,"p75":0,"p90":42800,"p95":87800,"p99":87800)")) << answer;
  const string with = answer.substr(answer.find(R"({"plans":["plain"])"));
  EXPECT_NEAR(number(with, "mean_yen", 0), 25144, 1e-6);
  EXPECT_NEAR(number(with, "sd_yen", 0), 3369.5104, 0.00005);
  EXPECT_NEAR(number(with, "dearer_than_none", 0), 0.85214379, 5e-9);
  EXPECT_NEAR(number(with, "break_even_rate_multiple", 0), 2.85578296, 5e-9);
  EXPECT_TRUE(has(with, R"("fees_yen":24000)"));
  EXPECT_TRUE(has(with, R"("bounds":null)"));
}

TEST_F(Looking, CountsTheFeesAloneWhereNothingHappens) {
  const string answer = outlook(R"({"from":"2024-01-01","months":12,"choices":[["plain"]],"rates_per_year":{}})");
  EXPECT_TRUE(has(answer, R"("plans":["plain"],"fees_yen":12000,"mean_yen":12000,"sd_yen":0)")) << answer;
  EXPECT_TRUE(has(answer, R"("break_even_rate_multiple":null,"break_even_code":"never_pays")"));
}

TEST_F(Looking, LetsTheMakerAnswerFirst) {
  const string rates =
      R"("rates_per_year":{"natural_failure":0.12},"prices_yen":{"natural_failure":10000},"choices":[])";
  const string facts = R"({"as_of":"2024-01-01","device":{"bought_on":"2024-01-01"}})";
  const string in_warranty = outlook(R"({"from":"2024-01-01","months":12,)" + rates + '}', facts);
  EXPECT_NEAR(number(in_warranty, "mean_yen", 0), 0, 1e-9) << in_warranty;
  // The first days of months 0 to 12 lie in the warranty, that of month 12 is its last day.
  const string beyond = outlook(R"({"from":"2024-01-01","months":24,)" + rates + '}', facts);
  EXPECT_NEAR(number(beyond, "mean_yen", 0), 11 * 0.01 * 10000, 1e-6) << beyond;
}

TEST_F(Looking, ShowsBothEndsWhereTheDayOfPurchaseIsNotSaid) {
  const string answer =
      outlook(R"({"from":"2024-01-01","months":12,"choices":[],"rates_per_year":{"natural_failure":0.12},)"
              R"("prices_yen":{"natural_failure":10000}})");
  EXPECT_NEAR(number(answer, "mean_yen", 0), 1200, 1e-6) << answer;
  EXPECT_TRUE(has(answer, R"("bounds":{"low":{"fees_yen":0,"mean_yen":0)")) << answer;
  EXPECT_TRUE(has(answer, R"("missing":[{"fact":"device.bought_on"}])")) << answer;
}

TEST_F(Looking, SolvesEveryReadingOfAnOpenClaimYearAndShowsTheDearest) {
  const string answer = check(R"([["open"],["fixed"]])", "36", R"(,"rate_multiple":10)");
  EXPECT_TRUE(has(answer, R"("readings":[{"claim_year":"first_use")")) << answer;
  const string open = answer.substr(answer.find(R"({"plans":["open"])"));
  double dearest = 0;
  const string readings = open.substr(open.find("\"readings\""));
  for (int i = 0; i < 7; ++i) dearest = std::max(dearest, number(readings, "mean_yen", i));
  EXPECT_NEAR(number(open, "mean_yen", 0), dearest, 1e-6);
  const string fixed = open.substr(open.find(R"({"plans":["fixed"])"));
  EXPECT_NEAR(number(readings, "mean_yen", 2), number(fixed, "mean_yen", 0), 1e-6);
  EXPECT_TRUE(has(fixed, R"("readings":[])"));
}

TEST_F(Looking, SolvesBothEndsOfARange) {
  const string answer = check(R"([["ranged"],["fixed"]])");
  const string ranged = answer.substr(answer.find(R"({"plans":["ranged"])"));
  const string fixed = ranged.substr(ranged.find(R"({"plans":["fixed"])"));
  const string bounds = ranged.substr(ranged.find("\"bounds\""));
  EXPECT_NEAR(number(bounds, "mean_yen", 0), number(fixed, "mean_yen", 0), 1e-6);
  EXPECT_NEAR(number(bounds, "mean_yen", 1), number(ranged, "mean_yen", 0), 1e-9);
  EXPECT_GT(number(ranged, "mean_yen", 0), number(fixed, "mean_yen", 0));
}

TEST_F(Looking, ChargesABatteryOnceInTheMonthInWhichItWearsOut) {
  const string battery = R"("battery":{"cycles_per_day":1,"design_cycles":500,"price_yen":15800})";
  const string answer =
      outlook(R"({"from":"2024-01-01","months":36,"choices":[],"rates_per_year":{},)" + battery + '}');
  EXPECT_TRUE(has(answer, R"("battery_month":16)")) << answer;  // 500 days of 30.4375 a month
  EXPECT_TRUE(has(answer, R"("mean_yen":15800,"sd_yen":0)")) << answer;
  const string shorter =
      outlook(R"({"from":"2024-01-01","months":16,"choices":[],"rates_per_year":{},)" + battery + '}');
  EXPECT_TRUE(has(shorter, R"("battery_month":null)")) << shorter;
  EXPECT_TRUE(has(shorter, R"("mean_yen":0)")) << shorter;
}

TEST_F(Looking, OffersWhatCanBeJoinedWhereNoChoiceIsNamed) {
  const string answer = outlook(R"({"from":"2024-01-01","months":1,"by_month":false,"rates_per_year":{}})",
                                R"({"as_of":"2024-01-01","covers":[]})");
  for (const char* const choice : {R"(["plain"])", R"(["fixed"])", R"(["fixed","plain"])"}) {
    EXPECT_TRUE(has(answer, string(R"({"plans":)") + choice)) << choice << '\n' << answer;
  }
}

TEST_F(Looking, RefusesWhatCannotBeMeant) {
  const string rest = R"(,"months":12,"rates_per_year":{"screen_crack":0.1},"prices_yen":{"screen_crack":1}})";
  expect_problem(R"({"months":12,"rates_per_year":{}})", "missing_key", "");
  expect_problem(R"({"from":"2024-01-01","months":12,"rates_per_year":{"screen_crack":0.1}})", "missing_key",
                 "/prices_yen/screen_crack");
  expect_problem(R"({"from":"2024-01-01","choices":[["maker"]])" + rest, "unknown_plan", "/choices/0/0");
  expect_problem(R"({"from":"2024-01-01","choices":[["plain","plain"]])" + rest, "bad_value", "/choices/0/1");
  expect_problem(R"({"from":"2024-01-01","months":601,"rates_per_year":{}})", "out_of_range", "/months");
  expect_problem(R"({"from":"2024-01-01","months":1,"rates_per_year":{"screen_crack":-1}})", "out_of_range",
                 "/rates_per_year/screen_crack");
  expect_problem(R"({"from":"2024-01-01","months":1,"rates_per_year":{"rust":1}})", "unknown_key",
                 "/rates_per_year/rust");
}

}  // namespace
}  // namespace hosho::json
