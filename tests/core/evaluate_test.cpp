#include "evaluate.h"

#include <gtest/gtest.h>

#include "periods.h"

namespace hosho {
namespace {

/// A case about one day, with one purchase day; both may be stretches.
class NotAfter : public ::testing::Test {
 protected:
  Finding ask(const char* bought, const char* on, FirstDay first_day, Months months = Months{24}) {
    facts[Fact::device_bought_on] = bought == nullptr ? FactValue{} : FactValue::of(*parse_date(bought, true));
    facts[Fact::incident_on] = on == nullptr ? FactValue{} : FactValue::of(*parse_date(on, true));
    const Situation situation{catalogue, facts, nullptr, &cuts};
    return not_after(Fact::incident_on, Period{Fact::device_bought_on, months, {}, first_day}, "end", {}, situation);
  }

  Catalogue catalogue;
  CaseFacts facts;
  std::vector<Cut> cuts;
};

TEST_F(NotAfter, HoldsOnTheLastDayAndNotOnTheNext) {
  EXPECT_EQ(ask("2022-07-15", "2024-07-15", FirstDay::excluded).truth, Truth::yes);
  EXPECT_EQ(ask("2022-07-15", "2024-07-16", FirstDay::excluded).truth, Truth::no);
  EXPECT_EQ(ask("2022-07-15", "2024-07-14", FirstDay::included).truth, Truth::yes);
  EXPECT_EQ(ask("2022-07-15", "2024-07-15", FirstDay::included).truth, Truth::no);
}

TEST_F(NotAfter, WarnsOnlyOnTheDisputedDay) {
  EXPECT_TRUE(ask("2022-07-15", "2024-07-14", FirstDay::excluded).warnings.empty());
  ASSERT_EQ(ask("2022-07-15", "2024-07-15", FirstDay::excluded).warnings.size(), 1U);
  EXPECT_EQ(ask("2022-07-15", "2024-07-15", FirstDay::excluded).warnings[0].code, "last_day_disputed");
  EXPECT_TRUE(ask("2022-07-15", "2024-07-14", FirstDay::included).warnings.empty());
}

TEST_F(NotAfter, IsSilentBetweenTheSameDayAndTheMonthsEndIfTheTermsNameNoStart) {
  EXPECT_EQ(ask("2023-02-28", "2024-02-27", FirstDay::not_stated, Months{12}).truth, Truth::yes);
  EXPECT_EQ(ask("2023-02-28", "2024-02-28", FirstDay::not_stated, Months{12}).truth, Truth::yes);
  const Finding disputed = ask("2023-02-28", "2024-02-29", FirstDay::not_stated, Months{12});
  EXPECT_EQ(disputed.truth, Truth::not_stated);
  ASSERT_EQ(disputed.silences.size(), 1U);
  EXPECT_EQ(disputed.silences[0].code, "last_day_convention");
  EXPECT_EQ(ask("2023-02-28", "2024-03-01", FirstDay::not_stated, Months{12}).truth, Truth::no);
}

TEST_F(NotAfter, KnowsAMonthOnlyWhereEveryDayOfItAgrees) {
  EXPECT_EQ(ask("2022-07", "2024-07-01", FirstDay::excluded).truth, Truth::yes);
  const Finding between = ask("2022-07", "2024-07-02", FirstDay::excluded);
  EXPECT_EQ(between.truth, Truth::unknown);
  EXPECT_EQ(between.missing, std::vector<Fact>{Fact::device_bought_on});
  EXPECT_EQ(ask("2022-07", "2024-07-31", FirstDay::excluded).truth, Truth::unknown);
  EXPECT_EQ(ask("2022-07", "2024-08-01", FirstDay::excluded).truth, Truth::no);
}

TEST_F(NotAfter, WaitsForBothDaysIfBothAreOpen) {
  EXPECT_EQ(ask(nullptr, nullptr, FirstDay::excluded).missing,
            (std::vector<Fact>{Fact::incident_on, Fact::device_bought_on}));
}

TEST_F(NotAfter, TellsHowFarTheDayIsFromTheEnd) {
  const Finding day = ask("2022-07-15", "2024-03-29", FirstDay::excluded);
  EXPECT_EQ(day.reason.margin_min, 108);
  EXPECT_EQ(day.reason.margin_max, 108);
  const Finding month = ask("2022-07", "2024-03-29", FirstDay::excluded);
  EXPECT_EQ(month.reason.margin_min, 94);
  EXPECT_EQ(month.reason.margin_max, 124);
  EXPECT_EQ(ask("2022-07-15", "2024-07-31", FirstDay::excluded).reason.margin_min, -16);
}

TEST_F(NotAfter, NotesTheFirstPurchaseDayThatIsInTime) {
  ask("2022-07", "2024-07-15", FirstDay::excluded);
  const auto first = std::find_if(cuts.begin(), cuts.end(), [](const Cut& cut) {
    return cut.value.day.first == Date(CivilDay{2022, 7, 15});
  });
  EXPECT_NE(first, cuts.end());
  for (const Cut& cut : cuts) EXPECT_EQ(cut.fact, Fact::device_bought_on);
}

/// A version with one test of `device.condition` and one of the battery.
class Conditions : public ::testing::Test {
 protected:
  Truth ask(const FactTest& test, Fact fact, const FactValue& value) {
    version.tests = {test};
    Node node;
    node.op = Node::Op::test;
    node.fact = fact;
    version.nodes = {node};
    facts[fact] = value;
    return evaluate(version, 0U, Situation{catalogue, facts, nullptr, nullptr}).truth;
  }

  Version version;
  Catalogue catalogue;
  CaseFacts facts;
};

TEST_F(Conditions, KeepFiftyPercentOrLessApartFromUnderEighty) {
  FactTest at_most_50;
  at_most_50.at_most = 50'000;
  FactTest under_80;
  under_80.under = 80'000;
  const auto percent = [](std::int64_t thousandths) { return FactValue::of(thousandths); };
  EXPECT_EQ(ask(at_most_50, Fact::incident_battery_capacity_percent, percent(50'000)), Truth::yes);
  EXPECT_EQ(ask(at_most_50, Fact::incident_battery_capacity_percent, percent(50'001)), Truth::no);
  EXPECT_EQ(ask(under_80, Fact::incident_battery_capacity_percent, percent(79'900)), Truth::yes);
  EXPECT_EQ(ask(under_80, Fact::incident_battery_capacity_percent, percent(80'000)), Truth::no);
  EXPECT_EQ(ask(under_80, Fact::incident_battery_capacity_percent, {}), Truth::unknown);
}

TEST_F(Conditions, AskForNoWordThatCouldChangeNothing) {
  FactTest test;
  test.words = {{Word{0}, Truth::yes}, {Word{1}, Truth::yes}};
  test.otherwise = Truth::yes;
  EXPECT_EQ(ask(test, Fact::device_condition, {}), Truth::yes);
  test.otherwise = Truth::no;
  EXPECT_EQ(ask(test, Fact::device_condition, {}), Truth::unknown);
}

TEST_F(Conditions, AreSilentForTheWordsThatTheTermsLeaveOpen) {
  FactTest test;
  test.words = {{Word{0}, Truth::yes}, {Word{1}, Truth::not_stated}};
  test.code = "used_phones";
  EXPECT_EQ(ask(test, Fact::device_condition, FactValue::of(Word{0})), Truth::yes);
  EXPECT_EQ(ask(test, Fact::device_condition, FactValue::of(Word{1})), Truth::not_stated);
  EXPECT_EQ(ask(test, Fact::device_condition, FactValue::of(Word{2})), Truth::no);
}

TEST(Findings, DropWhatASettledAnswerHangsOnNoMore) {
  const Finding open = waiting(Fact::device_model, ReasonCode::word_in, "model", {});
  const Finding quiet = silent("point", ReasonCode::word_in, "channel", {});
  const Finding no = plain(Truth::no, ReasonCode::in_force, "end", {});
  EXPECT_TRUE(all_of({open, quiet, no}, ReasonCode::all_of, "", {}).missing.empty());
  const Finding both_open = all_of({open, quiet}, ReasonCode::all_of, "", {});
  EXPECT_EQ(both_open.truth, Truth::unknown);
  EXPECT_EQ(both_open.missing.size(), 1U);
  EXPECT_EQ(both_open.silences.size(), 1U);
  EXPECT_TRUE(
      any_of({open, plain(Truth::yes, ReasonCode::word_in, "", {})}, ReasonCode::any_of, "", {}).missing.empty());
}

}  // namespace
}  // namespace hosho
