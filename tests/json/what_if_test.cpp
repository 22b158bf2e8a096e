#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "calculator.h"

namespace hosho::json {
namespace {

using ::std::string;

/// A made-up plan: 12 months from the purchase; a copay of 2,000 under a cap of 10,000, but 15,000 at most; a battery
/// under 80 % is replaced.
const char* const kPlan = R"({
  "format": 1, "id": "example-cover", "provider": "example", "name": { "ja": "例", "en": "Example" }, "held": "with_device",
  "sources": { "terms": { "title": "Terms", "publisher": "Example", "kind": "terms", "as_of": "2024-01-01" } },
  "checked_on": "2024-01-01", "still_valid_on": "2024-01-01", "open_to_new": true,
  "versions": [ {
    "from": "2020-01-01", "from_is": "snapshot", "chosen_by": "device.bought_on",
    "starts": { "id": "from-purchase", "on": "device.bought_on", "cite": "terms" },
    "ends": { "id": "one-year", "of": "device.bought_on", "months": 12, "first_day": "excluded", "cite": "terms" },
    "covered": [ { "id": "failure", "incidents": ["natural_failure"], "cite": "terms" },
                 { "id": "battery", "incidents": ["battery_wear"],
                   "when": { "id": "under-eighty", "incident.battery_capacity_percent": { "under": 80 }, "cite": "terms" },
                   "cite": "terms" } ],
    "others": "excluded",
    "you_pay": [ { "id": "copay", "yen": 2000, "tax": "included", "cite": "terms" } ],
    "benefit_cap": { "yen": 10000, "tax": "exempt", "cite": "terms" },
    "customer_max": { "yen": 15000, "tax": "included", "cite": "terms" } } ] })";

const char* const kCatalogue =
    R"(,"devices":[{"id":"phone-one","name":{"ja":"1","en":"1"},"maker":"example","category":"smartphone","os":"android","released_on":null}],"prices":[],"providers":[]})";

class WhatIfs : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(calculator.load(string(R"({"data_version":"test","plans":[)") + kPlan + ']' + kCatalogue),
              R"({"ok":true})");
  }
  nlohmann::json ask(const string& fact, const string& facts) {
    return nlohmann::json::parse(calculator.what_if(R"({"case":)" + facts + R"(,"fact":)" + fact + '}'));
  }
  /// Each stretch: its ends, the verdict of what leads, the sum at its beginning, and + where that rises.
  string stretches(const string& fact, const string& bought_on, const string& incident) {
    const auto answer = ask('"' + fact + '"', R"({"as_of":"2024-03-01","device":{"model":"phone-one","bought_on":")" +
                                                  bought_on + R"("},"incident":{)" + incident + "}}");
    if (!answer.contains("ok")) return answer.dump();
    string out;
    for (const auto& stretch : answer["ok"]["stretches"]) {
      const auto& lead = stretch["options"][0];
      out += stretch["from"].dump() + ".." + stretch["to"].dump() + ' ' + lead["verdict"].get<string>() + ' ' +
             lead["total_yen"]["min"].dump() + '-' + lead["total_yen"]["max"].dump() +
             (stretch["rising"].empty() ? "" : "+") + "; ";
    }
    return out;
  }

  Calculator calculator;
};

TEST_F(WhatIfs, FlipOnTheDayAfterTheLastDayAndOnTheFirst) {
  EXPECT_EQ(
      stretches("incident.on", "2023-07-15", R"("kind":"natural_failure","on":"2024-03-01","repair_price_yen":9000)"),
      R"(null.."2023-07-14" not_covered 9000-9000; "2023-07-15".."2024-07-14" covered 2000-2000; )"
      R"("2024-07-15".."2024-07-15" covered 2000-2000; "2024-07-16"..null not_covered 9000-9000; )");
}

TEST_F(WhatIfs, AreOpenOnTheDaysThatAForgottenDayLeavesOpen) {
  EXPECT_EQ(stretches("incident.on", "2023-02", R"("kind":"natural_failure","repair_price_yen":9000)"),
            R"(null.."2023-01-31" not_covered 9000-9000; "2023-02-01".."2023-02-27" unknown 2000-9000; )"
            R"("2023-02-28".."2024-01-31" covered 2000-2000; "2024-02-01".."2024-02-01" covered 2000-2000; )"
            R"("2024-02-02".."2024-02-29" unknown 2000-9000; "2024-03-01"..null not_covered 9000-9000; )");
}

TEST_F(WhatIfs, FlipBetweenThousandthsOfAPercent) {
  EXPECT_EQ(stretches("incident.battery_capacity_percent", "2023-07-15",
                      R"("kind":"battery_wear","on":"2024-03-01","repair_price_yen":9000)"),
            "0..79.999 covered 2000-2000; 80..100 not_covered 9000-9000; ");
}

TEST_F(WhatIfs, FlipWhereAPriceBeginsAndCeasesToRaiseTheSum) {
  EXPECT_EQ(stretches("incident.repair_price_yen", "2023-07-15", R"("kind":"natural_failure","on":"2024-03-01")"),
            "0..10000 covered 2000-2000; 10001..23000 covered 2001-2001+; 23001..null covered 15000-15000; ");
}

TEST_F(WhatIfs, AreOneStretchWhereNothingFlips) {
  EXPECT_EQ(stretches("incident.battery_capacity_percent", "2023-07-15",
                      R"("kind":"natural_failure","on":"2024-03-01","repair_price_yen":9000)"),
            "0..100 covered 2000-2000; ");
}

TEST_F(WhatIfs, RefuseAFactThatCannotBeMoved) {
  const string facts = R"({"as_of":"2024-03-01"})";
  for (const char* const fact : {R"("device.bought_on")", R"("cover.joined_on")", R"("nonsense")"}) {
    EXPECT_EQ(ask(fact, facts)["problems"][0]["code"], "unknown_fact") << fact;
  }
  EXPECT_EQ(ask("7", facts)["problems"][0]["code"], "wrong_type");
  EXPECT_EQ(nlohmann::json::parse(calculator.what_if(R"({"case":)" + facts + '}'))["problems"][0]["code"],
            "missing_key");
}

}  // namespace
}  // namespace hosho::json
