#include <gtest/gtest.h>

#include <string>

#include "calculator.h"

namespace hosho::json {
namespace {

using ::std::string;

/// A made-up cover: 300 a month, 1,000 and 3,000 for the first two claims of a year of joining, a cap of 10,000, a
/// customer's maximum of 20,000, 5,000 for an old device that stays out.
const char* const kPlan = R"({
  "format": 1, "id": "example-cover", "provider": "example", "name": { "ja": "例", "en": "Example" }, "held": "by_joining",
  "sources": { "terms": { "title": "Terms", "publisher": "Example", "kind": "terms", "as_of": "2024-01-01" } },
  "checked_on": "2024-01-01", "still_valid_on": "2024-01-01", "open_to_new": true,
  "versions": [ {
    "from": "2024-01-01", "from_is": "snapshot", "chosen_by": "joined_on",
    "starts": { "id": "begins", "on": "cover.started_on", "cite": "terms" },
    "covered": [ { "id": "damage", "incidents": ["screen_crack", "water_damage"], "cite": "terms" },
                 { "id": "failure", "incidents": ["natural_failure"], "after": { "of": "device.maker_warranty_until", "cite": "terms" }, "cite": "terms" } ],
    "excluded": [ { "id": "theft", "incidents": ["theft"], "cite": "terms" },
                  { "id": "modified", "when": { "device.modified": true }, "cite": "terms" } ],
    "not_stated": [ { "id": "battery", "code": "battery_terms", "incidents": ["battery_wear"], "cite": "terms" } ],
    "others": "excluded",
    "limits": [ { "id": "two", "claims": 2, "per_year_from": "joined", "cite": "terms" } ],
    "you_pay": [ { "id": "copay", "by_claim": [1000, 3000], "tax": "included", "cite": "terms" } ],
    "benefit_cap": { "yen": 10000, "tax": "exempt", "cite": "terms" },
    "customer_max": { "yen": 20000, "tax": "exempt", "cite": "terms" },
    "charges": [ { "id": "kept", "kind": "unreturned_device", "yen": 5000, "tax": "exempt",
                   "late": { "of": "incident.replacement_delivered_on", "days": 14, "first_day": "excluded",
                             "done_on": "incident.old_device_returned_on", "done": "incident.old_device_returned" }, "cite": "terms" } ],
    "monthly_fee": { "amounts": [ { "id": "fee", "yen": 300, "tax": "included", "cite": "terms" } ] },
    "free_months": { "id": "campaign", "min": 0, "max": 2, "when": { "join_on": "2024-02-01" }, "cite": "terms" }
  } ],
  "texts": { "battery_terms": { "ja": "例", "en": "Example" } } })";

class Costing : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(calculator.load(string(R"({"data_version":"test","plans":[)") + kPlan +
                              R"(],"devices":[],"prices":[],"providers":[]})"),
              R"({"ok":true})");
  }
  string cost(const string& scenario, const string& facts = R"({"as_of":"2024-01-01"})") {
    return calculator.cost(R"({"case":)" + facts + R"(,"scenario":)" + scenario + '}');
  }
  /// Twelve months, without a campaign, with `more` in the scenario.
  string year(const string& more, const string& facts = R"({"as_of":"2024-01-01"})") {
    return cost(R"({"plan":"example-cover","from":"2024-01-01","months":12,"free_months":0)" + more + '}', facts);
  }
  static string range(const string& key, const string& min, const string& max) {
    return '"' + key + R"(":{"min":)" + min + R"(,"max":)" + max + '}';
  }
  static bool has(const string& text, const string& part) { return text.find(part) != string::npos; }
  /// The first problem is this one.
  void expect_problem(const string& scenario, const string& code, const string& path) {
    const string answer = cost(scenario);
    EXPECT_TRUE(has(answer, R"({"problems":[{"severity":"error","code":")" + code + R"(","path":")" + path + '"'))
        << scenario << '\n'
        << answer;
  }

  Calculator calculator;
};

#define EXPECT_RANGE(answer, key, min, max) EXPECT_TRUE(has(answer, range(key, #min, #max))) << (answer)

TEST_F(Costing, ChargesTheMonthsAndNothingElseWhereNothingHappens) {
  const string answer = year("");
  EXPECT_RANGE(answer, "fees_yen", 3600, 3600);
  EXPECT_RANGE(answer, "you_pay_yen", 0, 0);
  EXPECT_RANGE(answer, "total_yen", 3600, 3600);
  EXPECT_RANGE(answer, "without_plan_yen", 0, 0);
  EXPECT_RANGE(answer, "saving_yen", -3600, -3600);
  EXPECT_TRUE(has(answer, R"("charges":[])") && has(answer, R"("tax":"included")")) << answer;
  EXPECT_TRUE(has(answer, R"("missing":[],"not_stated":[],"cautions":[])")) << answer;
}

TEST_F(Costing, TakesTheFeeAndTheFreeMonthsOfTheScenarioFirst) {
  EXPECT_RANGE(year(R"(,"monthly_fee_yen":250)"), "fees_yen", 3000, 3000);
  EXPECT_RANGE(cost(R"({"plan":"example-cover","from":"2024-01-01","months":12,"free_months":3})"), "fees_yen", 2700,
               2700);
  EXPECT_RANGE(cost(R"({"plan":"example-cover","from":"2024-01-01","months":2,"free_months":3})"), "fees_yen", 0, 0);
}

TEST_F(Costing, GrantsACampaignOnlyOnTheDayForWhichItIsSourced) {
  EXPECT_RANGE(cost(R"({"plan":"example-cover","from":"2024-02-01","months":12})"), "fees_yen", 3000, 3600);
  EXPECT_RANGE(cost(R"({"plan":"example-cover","from":"2024-02-02","months":12})"), "fees_yen", 3600, 3600);
  const string held = R"({"as_of":"2024-03-01","covers":[{"plan":"example-cover","joined_on":"2024-02-01"}]})";
  EXPECT_RANGE(cost(R"({"plan":"example-cover","from":"2024-03-01","months":12})", held), "fees_yen", 3300, 3600);
  EXPECT_RANGE(cost(R"({"plan":"example-cover","from":"2024-05-01","months":12})", held), "fees_yen", 3600, 3600);
}

TEST_F(Costing, CountsIncidentsWithoutADayInOneClaimYear) {
  const string cracks = R"(,"incidents":[{"kind":"screen_crack","repair_price_yen":9000},)"
                        R"({"kind":"water_damage","repair_price_yen":12000},)"
                        R"({"kind":"screen_crack","repair_price_yen":9000}])";
  const string answer = year(cracks);  // 1,000; 3,000 and 2,000 above the cap; the third is refused
  EXPECT_RANGE(answer, "you_pay_yen", 15000, 15000);
  EXPECT_RANGE(answer, "without_plan_yen", 30000, 30000);
  EXPECT_RANGE(answer, "saving_yen", 11400, 11400);
}

TEST_F(Costing, CountsIncidentsWithADayInTheirOwnYears) {
  const auto three = [this](const string& third) {
    return cost(R"({"plan":"example-cover","from":"2024-01-10","months":24,"free_months":0,"incidents":[)"
                R"({"kind":"screen_crack","repair_price_yen":9000,"on":")" +
                third +
                R"("},)"
                R"({"kind":"screen_crack","repair_price_yen":9000,"on":"2024-03-01"},)"
                R"({"kind":"screen_crack","repair_price_yen":9000,"on":"2024-02-01"}]})");
  };
  EXPECT_RANGE(three("2025-01-09"), "you_pay_yen", 13000, 13000);
  EXPECT_RANGE(three("2025-01-10"), "you_pay_yen", 5000, 5000);
}

TEST_F(Costing, CapsWhatTheCustomerPays) {
  const string dear = R"(,"incidents":[{"kind":"water_damage","repair_price_yen":90000}])";
  EXPECT_RANGE(year(dear), "you_pay_yen", 20000, 20000);
  EXPECT_RANGE(year(dear), "saving_yen", 66400, 66400);
}

TEST_F(Costing, PaysThePriceOfWhatTheTermsRefuse) {
  const string stolen = year(R"(,"incidents":[{"kind":"theft","repair_price_yen":50000}])");
  EXPECT_RANGE(stolen, "you_pay_yen", 50000, 50000);
  EXPECT_TRUE(has(stolen, R"("code":"incident_excluded","outcome":"no")")) << stolen;
  const string early = cost(R"({"plan":"example-cover","from":"2024-01-01","months":12,"incidents":[)"
                            R"({"kind":"screen_crack","repair_price_yen":9000,"on":"2024-01-05"}]})",
                            R"({"as_of":"2024-01-01","covers":[{"plan":"example-cover","started_on":"2024-01-06"}]})");
  EXPECT_RANGE(early, "you_pay_yen", 9000, 9000);
}

TEST_F(Costing, TakesAClaimForGrantedWhereOnlyFactsAreMissing) {
  EXPECT_RANGE(year(R"(,"incidents":[{"kind":"natural_failure","repair_price_yen":9000}])"), "you_pay_yen", 1000, 1000);
  const string within = R"({"as_of":"2024-01-01","device":{"maker_warranty_until":"2030-01-01"}})";
  EXPECT_RANGE(year(R"(,"incidents":[{"kind":"natural_failure","repair_price_yen":9000}])", within), "you_pay_yen",
               9000, 9000);
}

TEST_F(Costing, HoldsBothReadingsOfSilentTerms) {
  const string worn = year(R"(,"incidents":[{"kind":"battery_wear","repair_price_yen":8000},)"
                           R"({"kind":"screen_crack","repair_price_yen":9000}])");
  EXPECT_RANGE(worn, "you_pay_yen", 4000, 9000);  // 1,000 and then the second claim, or 8,000 and then the first
  EXPECT_TRUE(has(worn, R"("not_stated":[{"code":"battery_terms")")) << worn;
}

TEST_F(Costing, GoesOnFromEitherOutcomeOfASilentClaim) {
  const string three = R"(,"incidents":[{"kind":"battery_wear","repair_price_yen":8000},)"
                       R"({"kind":"screen_crack","repair_price_yen":9000},)"
                       R"({"kind":"screen_crack","repair_price_yen":9000}])";
  // 1,000 + 3,000 + 9,000 above the limit, or 8,000 + 1,000 + 3,000
  EXPECT_RANGE(year(three), "you_pay_yen", 12000, 13000);
  EXPECT_RANGE(year(three), "total_yen", 15600, 16600);
}

TEST_F(Costing, StaysSoundWhereManyClaimsAreSilent) {
  string worn = R"(,"incidents":[{"kind":"battery_wear","repair_price_yen":8000})";
  for (int i = 0; i < 19; ++i) worn += R"(,{"kind":"battery_wear","repair_price_yen":8000})";
  const string answer = year(worn + ']');
  EXPECT_RANGE(answer, "you_pay_yen", 62000, 160000);
  EXPECT_TRUE(has(answer, R"("code":"not_tight")")) << answer;
}

TEST_F(Costing, AsksOnlyForWhatMovesAnAmount) {
  const string one = R"(,"incidents":[{"kind":"screen_crack","repair_price_yen":9000}])";
  EXPECT_TRUE(has(year(one), R"("missing":[])")) << "nobody said since when, and nothing hangs on it: " << year(one);
}

TEST_F(Costing, EndsTheFeesWhereThePersonLeft) {
  const auto left = [this](const string& day) {
    return cost(R"({"plan":"example-cover","from":"2024-01-10","to":"2024-06-30","free_months":0})",
                R"({"as_of":"2024-01-10","covers":[{"plan":"example-cover","ended_on":")" + day + R"("}]})");
  };
  EXPECT_RANGE(left("2024-03-31"), "fees_yen", 900, 900);
  EXPECT_RANGE(left("2024-12-31"), "fees_yen", 1800, 1800);
  EXPECT_RANGE(left("2023-12-31"), "fees_yen", 0, 0);
}

TEST_F(Costing, ChargesForAnOldDeviceThatStaysOutOnce) {
  const string answer = year(R"(,"old_device_unreturned":true,"incidents":[)"
                             R"({"kind":"screen_crack","repair_price_yen":9000},)"
                             R"({"kind":"screen_crack","repair_price_yen":9000}])");
  EXPECT_RANGE(answer, "total_yen", 12600, 12600);
  EXPECT_TRUE(has(answer, R"("charges":[{"kind":"unreturned_device","yen":{"min":5000,"max":5000},"triggered":true)"))
      << answer;
  EXPECT_TRUE(has(answer, R"("tax":"mixed")") && has(answer, R"("cautions":[{"code":"tax_mixed"}])")) << answer;
  const string silent = year(R"(,"old_device_unreturned":true,"incidents":[)"
                             R"({"kind":"battery_wear","repair_price_yen":9000}])");
  EXPECT_TRUE(has(silent, R"("charges":[{"kind":"unreturned_device","yen":{"min":0,"max":5000},"triggered":false)"))
      << silent;
  EXPECT_RANGE(silent, "total_yen", 9600, 12600);  // an exchange and what it adds, or the price alone
  EXPECT_TRUE(has(year(R"(,"old_device_unreturned":true)"), R"("charges":[])"));
  EXPECT_TRUE(has(year(R"(,"old_device_unreturned":true,"incidents":[{"kind":"theft"}])"), R"("charges":[])"));
}

TEST_F(Costing, KnowsNoBoundWithoutAPriceAndAsksForIt) {
  const string answer = year(R"(,"incidents":[{"kind":"screen_crack"}])");
  EXPECT_RANGE(answer, "you_pay_yen", 1000, 20000);
  EXPECT_RANGE(answer, "without_plan_yen", 0, null);
  EXPECT_RANGE(answer, "saving_yen", -23600, null);
  EXPECT_TRUE(has(answer, R"({"fact":"incident.repair_price_yen","incident":0})")) << answer;
}

TEST_F(Costing, ForgetsTheIncidentOfTheCase) {
  const string broken = R"({"as_of":"2024-01-01","incident":{"kind":"theft","repair_price_yen":1,"on":"2024-01-01"}})";
  EXPECT_EQ(year(R"(,"incidents":[{"kind":"screen_crack"}])", broken),
            year(R"(,"incidents":[{"kind":"screen_crack"}])"));
}

TEST_F(Costing, RefusesAScenarioThatCannotBe) {
  const string plan = R"("plan":"example-cover","from":"2024-01-31",)";
  expect_problem(R"({"plan":"no-such-plan","from":"2024-01-31","months":1})", "unknown_plan", "/plan");
  expect_problem(R"({"from":"2024-01-31","months":1})", "missing_key", "");
  expect_problem(R"({"plan":"example-cover","months":1})", "missing_key", "");
  expect_problem("{" + plan + R"("free_months":1})", "missing_key", "");
  expect_problem("{" + plan + R"("months":1,"to":"2024-02-01"})", "bad_value", "/months");
  expect_problem("{" + plan + R"("to":"2024-01-30"})", "out_of_range", "/to");
  expect_problem("{" + plan + R"("to":"2024-02-30"})", "bad_date", "/to");
  expect_problem(R"({"plan":"example-cover","from":"2024-02","months":1})", "bad_date", "/from");
  expect_problem("{" + plan + R"("months":-1})", "out_of_range", "/months");
  expect_problem("{" + plan + R"("months":1.5})", "out_of_range", "/months");
  expect_problem("{" + plan + R"("months":1,"free_months":-1})", "out_of_range", "/free_months");
  expect_problem("{" + plan + R"("months":1,"monthly_fee_yen":-1})", "out_of_range", "/monthly_fee_yen");
  expect_problem("{" + plan + R"("months":1,"weeks":1})", "unknown_key", "/weeks");
  expect_problem("{" + plan + R"("months":1,"incidents":[{"kind":"bent"}]})", "unknown_kind", "/incidents/0/kind");
  expect_problem("{" + plan + R"("months":1,"incidents":[{"part":"camera"}]})", "missing_key", "/incidents/0");
  expect_problem("{" + plan + R"("months":1,"incidents":[{"kind":"theft","colour":1}]})", "unknown_key",
                 "/incidents/0/colour");
  expect_problem("{" + plan + R"("months":1,"incidents":[{"kind":"theft","on":"2024-01-30"}]})", "out_of_range",
                 "/incidents/0/on");
  expect_problem("{" + plan + R"("to":"2024-03-01","incidents":[{"kind":"theft","on":"2024-03-02"}]})", "out_of_range",
                 "/incidents/0/on");
  expect_problem("null", "wrong_type", "");
  EXPECT_TRUE(has(calculator.cost("{}"), "missing_key"));
  EXPECT_TRUE(has(Calculator().cost("{}"), "not_loaded"));
  EXPECT_RANGE(year(""), "total_yen", 3600, 3600);  // the next call works
}

TEST_F(Costing, TellsTheDaysThatMatterOfWhatIsHeld) {
  const auto timeline = [this](const string& covers) {
    return calculator.timeline(R"({"case":{"as_of":"2024-03-01","covers":)" + covers + "}}");
  };
  EXPECT_EQ(timeline("[]"), R"({"ok":{"as_of":"2024-03-01","events":[]}})");
  const string held =
      timeline(R"([{"plan":"example-cover","is_this_device":true,"joined_on":"2024-01-10","started_on":"2024-03-02",)"
               R"("ended_on":"2024-12-31","claims":[{"on":"2024-02-01"}]}])");
  const std::size_t starts = held.find(R"("kind":"cover_starts","on":"2024-03-02","safe_on":"2024-03-02")");
  const std::size_t ends = held.find(R"("kind":"cover_ends","on":"2024-12-31")");
  ASSERT_NE(starts, string::npos) << held;
  ASSERT_NE(ends, string::npos) << held;
  EXPECT_LT(starts, ends);
  EXPECT_FALSE(has(held, "next_claim_window_opens")) << "after the cover's end no window matters: " << held;
  EXPECT_FALSE(has(timeline(R"([{"plan":"example-cover","started_on":"2024-02-29"}])"), "cover_starts"));
  EXPECT_FALSE(
      has(timeline(R"([{"plan":"example-cover","is_this_device":false,"started_on":"2024-04-01"}])"), "cover_starts"));
  const string doubtful = timeline(R"([{"plan":"example-cover","started_on":"2024-04"}])");
  EXPECT_TRUE(has(doubtful, R"({"fact":"covers[0].is_this_device"},{"fact":"covers[0].started_on"})")) << doubtful;
  EXPECT_TRUE(has(calculator.timeline(R"({"case":{"as_of":"2024-02-30"}})"), R"("path":"/as_of")"));
}

}  // namespace
}  // namespace hosho::json
