#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "calculator.h"

namespace hosho::json {
namespace {

using ::std::string;

const char* const kCover = R"("provider": "one", "name": { "ja": "例", "en": "Example" }, "held": "by_joining",
  "sources": { "terms": { "title": "Terms", "publisher": "Example", "kind": "terms", "as_of": "2020-01-01" } },
  "checked_on": "2024-01-01", "still_valid_on": "2024-01-01", "open_to_new": true,
  "texts": { "silent": { "ja": "例", "en": "Example" }, "fee_course": { "ja": "例", "en": "Example" } }, )";

/// Joined on the day of the contract, online up to 10 days later, and not beside the other cover; its fee is told only
/// from and to.
const char* const kDoor =
    R"("id": "door", "versions": [ { "from": "2020-01-01", "from_is": "began", "chosen_by": "joined_on",
  "join": { "any": [ { "id": "at-once", "join_on": { "same_day_as": "line.contracted_on" }, "cite": "terms" },
                     { "all": [ { "id": "online", "line.contracted_via": ["online_store"], "cite": "terms" },
                                { "id": "later", "join_on": { "within": { "of": "line.contracted_on", "days": 10, "first_day": "excluded" } },
                                  "cite": "terms" } ] } ] },
  "not_with": [ { "id": "one-of-two", "plans": ["held"], "device": "any", "cite": "terms" } ],
  "covered": [ { "id": "damage", "incidents": ["screen_crack"], "cite": "terms" } ], "others": "excluded",
  "you_pay": [ { "id": "copay", "yen": 0, "tax": "included", "cite": "terms" } ],
  "monthly_fee": { "amounts": [ { "id": "fee", "yen": { "min": 300, "max": 500 }, "tax": "included", "code": "fee_course", "cite": "terms" } ] } } ] })";

/// From the month after its use two years, unless prolonged, and with the line of one; silent on phones of ios, whoever
/// sold them. The claim year runs from the first use.
const char* const kHeld =
    R"("id": "held", "versions": [ { "from": "2020-01-01", "from_is": "snapshot", "chosen_by": "joined_on",
  "applies_to": { "all": [ { "id": "system", "device.os": { "in": ["android"], "not_stated": ["ios"], "code": "silent" }, "cite": "terms" },
                           { "id": "seller", "device.bought_from": { "in": ["one"], "not_stated": ["two"], "otherwise": "yes", "code": "silent" }, "cite": "terms" } ] },
  "starts": { "id": "begins", "first_of_month_after": "cover.started_on", "cite": "terms" },
  "ends": { "id": "two-years", "of": "cover.started_on", "months": 24, "first_day": "included",
            "unless": { "id": "prolonged", "cover.extended": true, "cite": "terms" }, "cite": "terms" },
  "ends_with_line": { "carriers": ["one"], "cite": "terms" },
  "covered": [ { "id": "damage", "incidents": ["screen_crack"], "cite": "terms" } ], "others": "excluded",
  "you_pay": [ { "id": "copay", "yen": 0, "tax": "included", "cite": "terms" } ],
  "limits": [ { "id": "two", "claims": 2, "per_year_from": "first_use", "cite": "terms" } ] } ] })";

/// Up to ten days after the opening; more than ten days after the contract the terms are silent.
const char* const kSilent =
    R"("id": "silent", "versions": [ { "from": "2020-01-01", "from_is": "snapshot", "chosen_by": "joined_on",
  "join": { "all": [ { "id": "opening", "join_on": { "within": { "of": "line.opened_on", "days": 10, "first_day": "included" } }, "cite": "terms" },
                     { "id": "contract", "join_on": { "within": { "of": "line.contracted_on", "days": 10, "first_day": "included" },
                                                      "otherwise": "not_stated", "code": "silent" }, "cite": "terms" } ] },
  "covered": [ { "id": "damage", "incidents": ["screen_crack"], "cite": "terms" } ], "others": "excluded",
  "you_pay": [ { "id": "copay", "yen": 0, "tax": "included", "cite": "terms" } ] } ] })";

class Timelines : public ::testing::Test {
 protected:
  void SetUp() override {
    const string head = string(R"({ "format": 1, )") + kCover;
    const auto provider = [](const char* id) {
      return string(R"({"id":")") + id + R"(","name":{"ja":"例","en":"Example"},"roles":["seller","carrier"]})";
    };
    ASSERT_EQ(calculator.load(R"({"data_version":"test","plans":[)" + head + kDoor + ',' + head + kHeld + ',' + head +
                              kSilent + R"(],"devices":[],"prices":[],"providers":[)" + provider("one") + ',' +
                              provider("two") + "]}"),
              R"({"ok":true})");
  }
  /// Each day of one kind: its two ends, what is asked for, and where the terms are silent.
  string days(const string& kind, const string& facts) {
    const auto whole = nlohmann::json::parse(calculator.timeline(R"({"case":)" + facts + '}'));
    const auto answer = whole.value("ok", whole);
    string out;
    for (const auto& event : answer.value("events", nlohmann::json::array())) {
      if (event["kind"] != kind) continue;
      out += event["on"].get<string>() + ' ' + event["safe_on"].get<string>();
      for (const auto& row : event["missing"]) out += " ?" + row["fact"].get<string>();
      for (const auto& row : event["not_stated"]) out += " !" + row["code"].get<string>();
      out += ';';
    }
    return answer.contains("events") ? out : answer.dump();
  }
  string door(const string& as_of, const string& line, const string& covers = "[]") {
    return days("join_by", R"({"as_of":")" + as_of + R"(","line":{)" + line + R"(},"covers":)" + covers + '}');
  }
  /// Days of the cover that is held, with `cover` in it and `more` in the case.
  string held(const string& kind, const string& cover, const string& more = "", const string& as_of = "2022-09-10",
              const string& phone = R"("os":"android","bought_from":"one")") {
    return days(kind, R"({"as_of":")" + as_of + R"(","device":{)" + phone + R"(},"covers":[{"plan":"held",)" +
                          R"("is_this_device":true,)" + cover + "}]" + more + '}');
  }

  Calculator calculator;
};

TEST_F(Timelines, ListADoorThatOpensOnlyLater) {
  const string shop = R"("contracted_via":"shop","contracted_on":"2024-03-05")";
  EXPECT_EQ(door("2024-03-04", shop), "2024-03-05 2024-03-05;");
  EXPECT_EQ(door("2024-03-05", shop), "2024-03-05 2024-03-05;");
  EXPECT_EQ(door("2024-03-06", shop), "");
  EXPECT_EQ(door("2019-12-20", R"("contracted_via":"online_store","contracted_on":"2019-12-25")"),
            "2020-01-04 2020-01-03;");
  EXPECT_EQ(door("2019-12-20", R"("contracted_via":"shop","contracted_on":"2019-12-25")"), "");
}

TEST_F(Timelines, ListADoorThatAnotherCoverStillBars) {
  const string online = R"("carrier":"one","contracted_via":"online_store","contracted_on":"2024-03-05")";
  const auto beside = [](const string& last) {
    return R"([{"plan":"held","ended_on":")" + last + R"(","extended":true}])";
  };
  EXPECT_EQ(door("2024-03-06", online, beside("2024-03-14")), "2024-03-15 2024-03-14;");
  EXPECT_EQ(door("2024-03-06", online, beside("2024-03-15")), "");
}

TEST_F(Timelines, TellNoSilenceOfTheFeeBesideADoor) {
  const string online = R"("contracted_via":"online_store","contracted_on":"2024-03-05")";
  EXPECT_EQ(door("2024-03-06", online), "2024-03-15 2024-03-14;");
  EXPECT_NE(calculator.enrolment(R"({"case":{"as_of":"2024-03-06","covers":[]}})").find("fee_course"), string::npos);
}

TEST_F(Timelines, TellTheSilencesOfTheDayThatIsLeastSilent) {
  const string line = R"("contracted_via":"shop","contracted_on":"2024-03-05","opened_on":"2024-03-07")";
  EXPECT_EQ(door("2024-03-06", line), "2024-03-16 2024-03-14;");
  EXPECT_EQ(door("2024-03-06", line, R"([{"plan":"silent"}])"), "2024-03-16 2024-03-14 ?covers[0].is_this_device;");
  EXPECT_EQ(door("2024-03-15", line), "2024-03-16 2024-03-14 !silent;");
}

TEST_F(Timelines, AskForTheWayOnWhichADoorHangs) {
  EXPECT_EQ(door("2024-03-05", R"("contracted_on":"2024-03-05")"), "2024-03-15 2024-03-05 ?line.contracted_via;");
  EXPECT_EQ(door("2024-03-05", R"("contracted_via":"shop","contracted_on":"2024-03")"),
            "2024-03-31 2024-03-01 ?line.contracted_on;");
}

TEST_F(Timelines, AskForTheCoversThatMayBeInTheWay) {
  EXPECT_EQ(door("2024-03-05", R"("contracted_via":"shop","contracted_on":"2024-03-05")", "null"),
            "2024-03-05 2024-03-05 ?covers;");
}

TEST_F(Timelines, TellTheWindowAfterAClaimOfAMonth) {
  const auto window = [this](const string& claims) {
    return held("next_claim_window_opens", R"("started_on":"2021-08-01","extended":true,"claims":[)" + claims + ']',
                R"(,"line":{"carrier":"one"})");
  };
  const string kind = R"(,"kind":"screen_crack"})";
  EXPECT_EQ(window(R"({"on":"2021-10-20")" + kind), "2022-10-20 2022-10-20;");
  EXPECT_EQ(window(R"({"on":"2021-08")" + kind), "2023-08-01 2023-08-31 ?covers[0].claims.on;");
  EXPECT_EQ(window(R"({"on":"2021-09")" + kind), "2022-09-11 2023-09-10 ?covers[0].claims.on;");
  EXPECT_EQ(window(R"({"on":"2021-08")" + kind + R"(,{"on":"2021-08-01")" + kind), "2023-08-01 2023-08-01;");
  EXPECT_EQ(window(R"({"on":null)" + kind), "");
  EXPECT_EQ(window(R"({"on":"2022-09-11")" + kind), "");
}

TEST_F(Timelines, CountTheNextWindowFromTodayBesideAnIncident) {
  const string cover =
      R"("started_on":"2021-08-01","extended":true,"claims":[{"on":"2021-08-31","kind":"screen_crack"}])";
  EXPECT_EQ(held("next_claim_window_opens", cover, R"(,"line":{"carrier":"one"},"incident":{"on":"2022-08-29"})"),
            "2023-08-31 2023-08-31;");
}

TEST_F(Timelines, TellASilenceThatAMissingFactCouldBring) {
  const string cover = R"("started_on":"2021-08-01","extended":false)";
  const string line = R"(,"line":{"carrier":"one"})";
  EXPECT_EQ(held("cover_ends", cover, line), "2023-07-31 2023-07-31;");
  EXPECT_EQ(held("cover_ends", cover, line, "2022-09-10", R"("os":"android")"),
            "2023-07-31 2023-07-31 ?device.bought_from !silent;");
  EXPECT_EQ(held("cover_ends", cover, line, "2022-09-10", R"("os":"ios")"), "2023-07-31 2023-07-31 !silent;");
}

TEST_F(Timelines, AskWhetherTheCoverWasProlonged) {
  EXPECT_EQ(held("cover_ends", R"("started_on":"2021-08-01")", R"(,"line":{"carrier":"one"})"),
            "2023-07-31 2023-07-31 ?covers[0].extended;");
  EXPECT_EQ(held("cover_ends", R"("started_on":"2021-08-01","ended_on":"2022-12-31")", R"(,"line":{"carrier":"one"})"),
            "2022-12-31 2022-12-31;");
}

TEST_F(Timelines, EndACoverOnTheEarliestDayThatMayBe) {
  const string line = R"(,"line":{"carrier":"one"})";
  EXPECT_EQ(held("cover_ends", R"("started_on":"2019-08-01","ended_on":"2022-12-31")", line),
            "2022-12-31 2021-07-31 ?covers[0].extended;");
  const string month = R"(,"line":{"carrier":"two","contracted_on":"2023-02"})";
  EXPECT_EQ(held("cover_ends", R"("started_on":"2021-08-01","extended":false,"ended_on":"2023-02-04")", month),
            "2023-02-04 2023-01-31 ?line.contracted_on;");
}

TEST_F(Timelines, AskForWhatMovesADayThatAnotherFactBounds) {
  const string cover = R"("started_on":"2021-08-01","extended":false)";
  EXPECT_EQ(held("cover_ends", cover), "2023-07-31 2023-07-31 ?line.contracted_on ?line.carrier;");
  EXPECT_EQ(held("cover_ends", cover, R"(,"line":{"carrier":"two"})"), "2023-07-31 2023-07-31 ?line.contracted_on;");
  EXPECT_EQ(held("cover_ends", cover, R"(,"line":{"contracted_on":"2023-01-01"})"),
            "2023-07-31 2023-07-31 ?line.carrier;");
  EXPECT_EQ(held("cover_ends", cover, R"(,"line":{"contracted_on":"2023-08-01"})"), "2023-07-31 2023-07-31;");
  EXPECT_EQ(held("cover_ends", R"("ended_on":"2022-12-31","extended":false)", R"(,"line":{"carrier":"one"})"),
            "2022-12-31 2022-12-31 ?covers[0].started_on;");
}

TEST_F(Timelines, AskForNothingThatMovesNoDay) {
  EXPECT_EQ(held("cover_starts", R"("started_on":"2022-09")"), "2022-10-01 2022-10-01;");
  EXPECT_EQ(held("cover_starts", R"("started_on":"2022-09-20")", "", "2022-09-10", R"("os":"ios")"),
            "2022-10-01 2022-10-01 !silent;");
}

}  // namespace
}  // namespace hosho::json
