#include "calculator.h"

#include <gtest/gtest.h>

#include <string>

namespace hosho::json {
namespace {

using ::std::string;

/// A made-up plan: joined by nobody, in force for 12 months, with a copay of 2,000 under a cap of 10,000.
const char* const kPlan = R"({
  "format": 1, "id": "example-cover", "provider": "example", "name": { "ja": "例", "en": "Example" }, "held": "with_device",
  "sources": { "terms": { "title": "Terms", "publisher": "Example", "kind": "terms", "as_of": "2024-01-01" } },
  "checked_on": "2024-01-01", "still_valid_on": "2024-01-01", "open_to_new": true,
  "versions": [ {
    "from": "2024-01-01", "from_is": "snapshot", "chosen_by": "device.bought_on",
    "applies_to": { "id": "new", "device.condition": { "in": ["new"], "not_stated": ["refurbished"], "code": "refurbished_phones" }, "cite": "terms" },
    "starts": { "id": "from-purchase", "on": "device.bought_on", "cite": "terms" },
    "ends": { "id": "one-year", "of": "device.bought_on", "months": 12, "first_day": "excluded", "cite": "terms" },
    "covered": [ { "id": "failure", "incidents": ["natural_failure", "water_damage"], "cite": "terms" } ],
    "excluded": [ { "id": "theft", "incidents": ["theft"], "cite": "terms" },
                  { "id": "modified", "when": { "device.modified": true }, "cite": "terms" } ],
    "others": "excluded",
    "you_pay": [ { "id": "copay", "yen": 2000, "tax": "included", "cite": "terms" } ],
    "benefit_cap": { "yen": 10000, "tax": "exempt", "cite": "terms" },
    "charges": [ { "id": "fee", "kind": "cancellation_fee", "yen": 500, "tax": "included",
                   "when": { "incident.kind": ["no_fault_found"] }, "cite": "terms" } ]
  } ] })";

string catalogue(const string& plan = kPlan) {
  return R"({"data_version":"test","plans":[)" + plan +
         R"(],"devices":[{"id":"phone-one","name":{"ja":"1","en":"1"},"maker":"example","category":"smartphone","os":"android","released_on":null}],)" +
         R"("prices":[],"providers":[]})";
}

class Asking : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(calculator.load(catalogue()), R"({"ok":true})"); }
  string ask(const string& facts) { return calculator.assess(R"({"case":)" + facts + '}'); }
  /// The case of a new phone bought on 2024-01-10, with more facts beside.
  string new_phone(const string& incident, const string& device = "") {
    return ask(R"({"as_of":"2024-06-01","device":{"condition":"new","modified":false,"bought_on":"2024-01-10")" +
               device + R"(},"incident":)" + incident + '}');
  }
  static bool has(const string& text, const string& part) { return text.find(part) != string::npos; }

  Calculator calculator;
};

TEST_F(Asking, PaysTheCopayAndWhatLiesAboveTheCap) {
  const string cheap = new_phone(R"({"kind":"water_damage","on":"2024-06-01","repair_price_yen":10000})");
  EXPECT_TRUE(has(cheap, R"("verdict":"covered","you_pay_yen":{"min":2000,"max":2000})")) << cheap;
  const string dear = new_phone(R"({"kind":"water_damage","on":"2024-06-01","repair_price_yen":10001})");
  EXPECT_TRUE(has(dear, R"("you_pay_yen":{"min":2001,"max":2001})")) << dear;
}

TEST_F(Asking, LetsNobodyJoinWhatComesWithThePhone) {
  const string answer = calculator.enrolment(R"({"case":{"as_of":"2024-06-01","covers":[]}})");
  EXPECT_TRUE(has(answer, R"("plan":"example-cover","terms_from":"2024-01-01","verdict":"cannot_join","deadlines":[])"))
      << answer;
  EXPECT_TRUE(has(answer, R"("monthly_fee_yen":{"min":0,"max":0},"one_time_fee_yen":{"min":0,"max":0},)"
                          R"("free_months":{"min":0,"max":0})"))
      << answer;
}

TEST_F(Asking, TellsTheFeesAndTheLastDayOfJoining) {
  string plan = kPlan;
  const auto replace = [&plan](const string& from, const string& to) {
    const std::size_t at = plan.find(from);
    ASSERT_NE(at, string::npos);
    plan.replace(at, from.size(), to);
  };
  replace(R"("held": "with_device")", R"("held": "by_joining")");
  replace(R"("applies_to")",
          R"("join": { "id": "at-once", "join_on": { "same_day_as": "device.bought_on" }, "cite": "terms" },
    "monthly_fee": { "amounts": [ { "id": "monthly-fee", "yen": { "min": 300, "max": null }, "tax": "excluded", "code": "which_fee",
                                    "cite": "terms" } ] },
    "applies_to")");
  ASSERT_EQ(calculator.load(catalogue(plan)), R"({"ok":true})");
  const string answer = calculator.enrolment(
      R"({"case":{"as_of":"2024-06-01","covers":[],"device":{"condition":"new","bought_on":"2024-06-01"}}})");
  EXPECT_TRUE(
      has(answer, R"("verdict":"can_join","deadlines":[{"kind":"join_by","on":"2024-06-01","safe_on":"2024-06-01")"))
      << answer;
  EXPECT_TRUE(has(answer, R"("monthly_fee_yen":{"min":300,"max":null})")) << answer;
  EXPECT_TRUE(has(answer, R"("tax":"excluded","missing":[],"not_stated":[{"code":"which_fee","cite":0}])")) << answer;
}

TEST_F(Asking, SaysThatTheRepairPriceIsMissingWhereItCanChangeTheTotal) {
  const string answer = new_phone(R"({"kind":"water_damage","on":"2024-06-01"})");
  EXPECT_TRUE(has(answer, R"("verdict":"covered","you_pay_yen":{"min":2000,"max":null})")) << answer;
  EXPECT_TRUE(has(answer, R"("missing":[{"fact":"incident.repair_price_yen")")) << answer;
}

TEST_F(Asking, NeverCoversWhatNobodyRepairs) {
  const string answer = new_phone(R"({"kind":"no_fault_found","on":"2024-06-01"})");
  EXPECT_TRUE(has(answer, R"("verdict":"not_covered","you_pay_yen":{"min":0,"max":0})")) << answer;
  EXPECT_TRUE(has(answer, R"("total_yen":{"min":500,"max":500})")) << answer;
}

TEST_F(Asking, RefusesExcludedAndUnnamedKinds) {
  EXPECT_TRUE(has(new_phone(R"({"kind":"theft","on":"2024-06-01"})"), R"("verdict":"not_covered","you_pay_yen":null)"));
  EXPECT_TRUE(has(new_phone(R"({"kind":"loss","on":"2024-06-01"})"), R"("verdict":"not_covered")"));
}

TEST_F(Asking, AsksWhetherThePhoneWasModifiedOnlyWhereThatCouldMatter) {
  const string open = ask(
      R"({"as_of":"2024-06-01","device":{"condition":"new","bought_on":"2024-01-10"},"incident":{"kind":"water_damage","on":"2024-06-01","repair_price_yen":5000}})");
  EXPECT_TRUE(has(open, R"("verdict":"unknown")") && has(open, R"("fact":"device.modified")")) << open;
  EXPECT_TRUE(has(open, R"("next_question":{"fact":"device.modified","why":["example-cover/)")) << open;
  const string late = ask(
      R"({"as_of":"2025-06-01","device":{"condition":"new","bought_on":"2024-01-10"},"incident":{"kind":"water_damage","on":"2025-06-01","repair_price_yen":5000}})");
  EXPECT_TRUE(has(late, R"("verdict":"not_covered")") && !has(late, R"("fact":"device.modified")")) << late;
}

TEST_F(Asking, KeepsASilenceApartFromAnUnsaidFact) {
  const string silent = new_phone(R"({"kind":"water_damage","on":"2024-06-01"})", R"(,"model":"phone-one")");
  EXPECT_TRUE(has(silent, R"("verdict":"covered")"));
  const string refurbished = ask(
      R"({"as_of":"2024-06-01","device":{"condition":"refurbished","modified":false,"bought_on":"2024-01-10"},"incident":{"kind":"water_damage","on":"2024-06-01","repair_price_yen":1}})");
  EXPECT_TRUE(has(refurbished, R"("verdict":"unknown")") && has(refurbished, R"("missing":[])")) << refurbished;
  EXPECT_TRUE(has(refurbished, R"("not_stated":[{"code":"refurbished_phones","cite":)")) << refurbished;
  EXPECT_TRUE(has(refurbished, R"("next_question":null)")) << refurbished;
}

TEST_F(Asking, PointsAtEverythingThatIsWrongAndAnswersTheNextCallAsBefore) {
  const string good = R"({"as_of":"2024-06-01","device":{"condition":"new"},"incident":{"kind":"theft"}})";
  const string before = ask(good);
  const std::pair<string, string> wrong[] = {
      {R"({)", "bad_json"},
      {"\"\xff\"", "bad_json"},
      {R"({"as_of":"2024-06-01","as_of":"2024-06-01"})", R"("duplicate_key","path":"/case/as_of")"},
      {R"({})", R"("missing_key","path":"")"},
      {R"({"as_of":"2023-02-29"})", R"("bad_date","path":"/as_of")"},
      {R"({"as_of":"2024-06"})", R"("bad_date","path":"/as_of")"},
      {R"({"as_of":20240601})", R"("wrong_type","path":"/as_of")"},
      {R"({"as_of":"2024-06-01","colour":"red"})", R"("unknown_key","path":"/colour")"},
      {R"({"as_of":"2024-06-01","cover":{}})", R"("unknown_key","path":"/cover")"},
      {R"({"as_of":"2024-06-01","device":{"price_yen":-1}})", R"("out_of_range","path":"/device/price_yen")"},
      {R"({"as_of":"2024-06-01","device":{"price_yen":1.5}})", R"("out_of_range","path":"/device/price_yen")"},
      {R"({"as_of":"2024-06-01","device":{"price_yen":99999999999999999999}})",
       R"("out_of_range","path":"/device/price_yen")"},
      {R"({"as_of":"2024-06-01","device":{"model":"phone-two"}})", R"("unknown_model","path":"/device/model")"},
      {R"({"as_of":"2024-06-01","device":[]})", R"("wrong_type","path":"/device")"},
      {R"({"as_of":"2024-06-01","incident":{"kind":"boredom"}})", R"("unknown_kind","path":"/incident/kind")"},
      {R"({"as_of":"2024-06-01","incident":{"battery_capacity_percent":180}})",
       R"("out_of_range","path":"/incident/battery_capacity_percent")"},
      {R"({"as_of":"2024-06-01","incident":{"loaner":{"requested_at":"2024-08-20T25:00"}}})",
       R"("bad_date","path":"/incident/loaner/requested_at")"},
      {R"({"as_of":"2024-06-01","covers":[{"plan":"no-such-plan"}]})", R"("unknown_plan","path":"/covers/0/plan")"},
      {R"({"as_of":"2024-06-01","covers":[{"joined_on":"2024-01-01"}]})", R"("missing_key","path":"/covers/0")"},
      {R"({"as_of":"2024-06-01","covers":[{"plan":"example-cover","claims":[{"when":"2024"}]}]})",
       R"("unknown_key","path":"/covers/0/claims/0/when")"},
      {R"({"as_of":"2024-06-01","__proto__":{}})", R"("unknown_key","path":"/__proto__")"},
  };
  for (const auto& [facts, expected] : wrong) {
    EXPECT_TRUE(has(ask(facts), expected)) << facts << '\n' << ask(facts);
    EXPECT_EQ(ask(good), before);
  }
  const string three = ask(R"({"as_of":"2024-13-01","line":{"plan":7},"tone":1})");
  EXPECT_TRUE(has(three, "bad_date") && has(three, "wrong_type") && has(three, "unknown_key")) << three;
}

TEST_F(Asking, TakesNullForAnUnsaidFact) {
  const string unsaid =
      R"({"as_of":"2024-06-01","device":{"condition":"new"},"incident":{"kind":"water_damage","on":"2024-06-01"}})";
  const string null =
      R"({"as_of":"2024-06-01","device":{"condition":"new","bought_on":null,"model":null},"line":null,"covers":null,"incident":{"kind":"water_damage","on":"2024-06-01","loaner":null}})";
  EXPECT_EQ(ask(unsaid), ask(null));
}

TEST_F(Asking, RefusesNestingThatIsTooDeepWithoutFalling) {
  const string deep = string(20'000, '[') + string(20'000, ']');
  EXPECT_TRUE(has(ask(deep), "too_deep"));
  EXPECT_TRUE(has(calculator.check(deep), "too_deep"));
  EXPECT_TRUE(has(calculator.check(string(20'000, '[')), "too_deep"));
}

TEST_F(Asking, ReadsAnObjectOfVeryManyKeysAndTellsOnlyAThousandMistakes) {
  string many = "{";
  for (int i = 0; i < 90'000; ++i) many += "\"key" + std::to_string(i % 89'999) + "\":0,";
  many.back() = '}';
  const string answer = calculator.check(many);
  EXPECT_TRUE(has(answer, R"("code":"unknown_key","path":"/key0")"));
  EXPECT_LT(answer.size(), 1'000'000U);
}

TEST_F(Asking, AnswersForTheWantedPlansAlone) {
  const string all = R"({"case":{"as_of":"2024-06-01"},"plans":["example-cover"]})";
  EXPECT_TRUE(has(calculator.assess(all), R"("plan":"example-cover")"));
  EXPECT_TRUE(has(calculator.assess(R"({"case":{"as_of":"2024-06-01"},"plans":["other"]})"),
                  R"("unknown_plan","path":"/plans/0")"));
}

TEST(Calculator, AnswersNothingBeforeACatalogueIsLoaded) {
  Calculator calculator;
  EXPECT_NE(calculator.assess(R"({"case":{"as_of":"2024-06-01"}})").find("not_loaded"), string::npos);
}

TEST(Calculator, KeepsItsCatalogueIfTheNextOneIsBroken) {
  Calculator calculator;
  ASSERT_EQ(calculator.load(catalogue()), R"({"ok":true})");
  string broken = kPlan;
  broken.replace(broken.find("\"format\": 1"), 11, "\"format\": 2");
  EXPECT_NE(calculator.load(catalogue(broken)).find(R"("path":"/plans/0/format")"), string::npos);
  EXPECT_NE(calculator.info().find("example-cover"), string::npos);
}

TEST(Calculator, LoadsInTwoStepsWhatItLoadsInOne) {
  Calculator whole, halves;
  ASSERT_EQ(whole.load(catalogue()), R"({"ok":true})");
  ASSERT_EQ(halves.parse(catalogue()), R"({"ok":true})");
  EXPECT_NE(halves.assess(R"({"case":{"as_of":"2024-06-01"}})").find("not_loaded"), string::npos);
  ASSERT_EQ(halves.load_parsed(), R"({"ok":true})");
  EXPECT_EQ(halves.info(), whole.info());
  EXPECT_NE(halves.load_parsed().find("not_loaded"), string::npos);  // each text is loaded once
  EXPECT_NE(halves.parse("{").find("bad_json"), string::npos);
  EXPECT_NE(halves.load_parsed().find("not_loaded"), string::npos);
  EXPECT_EQ(halves.info(), whole.info());
}

/// Rates are for the page, whatever stands in them.
TEST(Calculator, TakesACatalogueWithRatesAndAnswersAsWithout) {
  const string question = R"({"case":{"as_of":"2024-06-01","incident":{"kind":"water_damage","on":"2024-06-01"}}})";
  Calculator plain;
  ASSERT_EQ(plain.load(catalogue()), R"({"ok":true})");
  string rated = catalogue();
  rated.replace(rated.find("\"prices\""), 0, R"("rates":[{"id":"example","rates":[{"kind":"boredom"}]}],)");
  Calculator calculator;
  ASSERT_EQ(calculator.load(rated), R"({"ok":true})");
  EXPECT_EQ(calculator.assess(question), plain.assess(question));
}

TEST(Calculator, AnswersEveryCompletionInsideTheRangeOfTheOpenQuestion) {
  Calculator calculator;
  ASSERT_EQ(calculator.load(catalogue()), R"({"ok":true})");
  const string open = calculator.assess(
      R"({"case":{"as_of":"2024-06-01","incident":{"kind":"water_damage","on":"2024-06-01","repair_price_yen":5000}}})");
  EXPECT_NE(open.find(R"("verdict":"unknown","you_pay_yen":{"min":2000,"max":5000})"), string::npos) << open;
}

}  // namespace
}  // namespace hosho::json
