#include <gtest/gtest.h>

#include "enrol_plan.h"
#include "fees.h"
#include "hosho/hosho.h"
#include "join_by.h"

namespace hosho {
namespace {

FactValue on(const char* day) { return FactValue::of(*parse_date(day, true)); }
FactValue yes() { return FactValue::of(std::int64_t{1}); }
FactValue no() { return FactValue::of(std::int64_t{0}); }
Date day(const char* text) { return parse_date(text, false)->first; }

Node within(Fact of, std::int32_t count, std::vector<Period>& periods, bool open_after = false) {
  Node out;
  out.op = Node::Op::within;
  out.fact = Fact::join_on;
  out.table = static_cast<std::uint32_t>(periods.size());
  out.open_after = open_after;
  out.code = open_after ? "later_days" : "";
  periods.push_back({of, {}, Days{count}, FirstDay::included});
  return out;
}

Node same_day(Fact other) {
  Node out;
  out.op = Node::Op::same_day;
  out.fact = Fact::join_on;
  out.other = other;
  return out;
}

Node joint(Node::Op op, std::vector<std::uint32_t> parts) {
  Node out;
  out.op = op;
  out.parts = std::move(parts);
  return out;
}

/// A plan that one joins, and a case of 1 August 2024 with no covers.
class Joining : public ::testing::Test {
 protected:
  Joining() {
    plan.id = "cover-one";
    plan.by_joining = true;
    plan.open_to_new = true;
    plan.versions.emplace_back();
    plan.versions[0].chosen_by = Fact::cover_joined_on;
    facts.as_of = day("2024-08-01");
    facts.covers.emplace();
  }
  Version& version() { return plan.versions[0]; }
  std::uint32_t add(Node node) {
    version().nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(version().nodes.size() - 1);
  }
  Option ask() {
    catalogue.plans = {plan};
    return enrol_plan(catalogue, plan, facts, nullptr);
  }
  std::optional<Deadline> last_day() { return join_by(version(), Situation{catalogue, facts, nullptr, nullptr}); }
  HeldCover& hold(const char* id) {
    facts.covers->emplace_back().plan = id;
    facts.covers->back().facts[index_of(Fact::cover_is_this_device)] = yes();
    return facts.covers->back();
  }

  Plan plan;
  Catalogue catalogue;
  CaseFacts facts;
};

TEST_F(Joining, IsOpenToAllWhereNothingStandsInTheWay) {
  EXPECT_EQ(ask().verdict, Verdict::covered);
  EXPECT_TRUE(ask().cautions.empty());
}

TEST_F(Joining, IsForNobodyWhereTheCoverComesWithThePhone) {
  plan.by_joining = false;
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
}

TEST_F(Joining, EndsWithTheDayOnWhichThePlanWasClosed) {
  plan.open_to_new = false;
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  plan.ended_on = day("2024-08-01");
  EXPECT_EQ(ask().verdict, Verdict::covered);
  facts[Fact::join_on] = on("2024-08-02");
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  facts[Fact::join_on] = on("2024-08");
  EXPECT_EQ(ask().verdict, Verdict::unknown);
  EXPECT_EQ(ask().missing.front().fact, Fact::join_on);
}

TEST_F(Joining, SaysWhereNoSourceTellsWhetherItIsOpen) {
  plan.open_to_new.reset();
  EXPECT_EQ(ask().verdict, Verdict::covered);
  ASSERT_EQ(ask().cautions.size(), 1U);
  EXPECT_EQ(ask().cautions[0].code, "open_to_new_not_stated");
}

TEST_F(Joining, IsNotPossibleBeforeThePlanBegan) {
  version().from = day("2024-08-01");
  version().began = true;
  EXPECT_EQ(ask().verdict, Verdict::covered);
  facts.as_of = day("2024-07-31");
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  version().began = false;
  EXPECT_EQ(ask().verdict, Verdict::covered);
  EXPECT_EQ(ask().cautions.at(0).code, "terms_assumed");
}

TEST_F(Joining, AsksForTheCoversThatAreHeld) {
  facts.covers.reset();
  EXPECT_EQ(ask().verdict, Verdict::unknown);
  ASSERT_EQ(ask().missing.size(), 1U);
  EXPECT_EQ(ask().missing[0].fact, Fact::covers);
}

TEST_F(Joining, IsNotPossibleTwiceForOnePhone) {
  HeldCover& mine = hold("cover-one");
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  mine.facts[index_of(Fact::cover_is_this_device)] = no();
  EXPECT_EQ(ask().verdict, Verdict::covered);
  mine.facts[index_of(Fact::cover_is_this_device)] = {};
  EXPECT_EQ(ask().verdict, Verdict::unknown);
  ASSERT_EQ(ask().missing.size(), 1U);
  EXPECT_EQ(ask().missing[0].fact, Fact::cover_is_this_device);
  EXPECT_EQ(ask().missing[0].cover, 0U);
}

TEST_F(Joining, IsPossibleAgainAfterLeavingUnlessTheTermsSayNo) {
  HeldCover& mine = hold("cover-one");
  mine.facts[index_of(Fact::cover_ended_on)] = on("2024-07-31");
  EXPECT_EQ(ask().verdict, Verdict::covered);
  version().rejoin = RejoinClause{"never-again", {}, Truth::no, ""};
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  version().rejoin = RejoinClause{"perhaps", {}, Truth::not_stated, "second_joining"};
  EXPECT_EQ(ask().verdict, Verdict::unknown);
  EXPECT_EQ(ask().not_stated.at(0).code, "second_joining");
  version().rejoin = RejoinClause{"again", {}, Truth::yes, ""};
  EXPECT_EQ(ask().verdict, Verdict::covered);
}

TEST_F(Joining, GoesNotBesideAnotherCoverThatIsInForce) {
  version().not_with.push_back({"no-other", {}, {}, true});
  HeldCover& other = hold("cover-two");
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  other.facts[index_of(Fact::cover_ended_on)] = on("2024-07-31");
  EXPECT_EQ(ask().verdict, Verdict::covered);
  other.facts[index_of(Fact::cover_ended_on)] = on("2024-08-01");
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  other.facts[index_of(Fact::cover_is_this_device)] = no();
  EXPECT_EQ(ask().verdict, Verdict::covered);
  version().not_with[0].this_device = false;
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  version().not_with[0].plans = {"cover-three"};
  EXPECT_EQ(ask().verdict, Verdict::covered);
}

TEST_F(Joining, HasTheEarliestLastDayOfAllConditions) {
  facts[Fact::line_contracted_on] = on("2024-08-01");
  facts[Fact::line_opened_on] = on("2024-08-05");
  const auto opened = add(within(Fact::line_opened_on, 14, version().periods));
  const auto contracted = add(within(Fact::line_contracted_on, 14, version().periods, true));
  version().join = add(joint(Node::Op::all, {opened, contracted}));
  ASSERT_TRUE(last_day());
  EXPECT_EQ(to_string(last_day()->on), "2024-08-18");
  EXPECT_EQ(to_string(last_day()->safe_on), "2024-08-14");
  facts[Fact::join_on] = on("2024-08-16");
  EXPECT_EQ(ask().verdict, Verdict::unknown);
  EXPECT_EQ(ask().not_stated.at(0).code, "later_days");
  facts[Fact::join_on] = on("2024-08-19");
  EXPECT_EQ(ask().verdict, Verdict::not_covered);
  EXPECT_EQ(ask().deadlines.size(), 1U);
}

TEST_F(Joining, HasTheLatestLastDayOfTheAlternativesThatAreOpen) {
  facts[Fact::line_contracted_on] = on("2024-08-01");
  FactTest sim_only;
  sim_only.words = {{Word{1}, Truth::yes}};
  version().tests = {sim_only};
  Node test;
  test.op = Node::Op::test;
  test.fact = Fact::line_sim_only;
  const auto guard = add(test);
  const auto longer = add(within(Fact::line_contracted_on, 14, version().periods));
  const auto guarded = add(joint(Node::Op::all, {guard, longer}));
  const auto at_once = add(same_day(Fact::line_contracted_on));
  version().join = add(joint(Node::Op::any, {at_once, guarded}));
  EXPECT_EQ(to_string(last_day()->on), "2024-08-14");
  EXPECT_EQ(to_string(last_day()->safe_on), "2024-08-01");
  facts[Fact::line_sim_only] = yes();
  EXPECT_EQ(to_string(last_day()->safe_on), "2024-08-14");
  facts[Fact::line_sim_only] = no();
  EXPECT_EQ(to_string(last_day()->on), "2024-08-01");
  facts[Fact::line_contracted_on] = {};
  EXPECT_FALSE(last_day());
}

TEST_F(Joining, HasNoLastDayWhereTheTermsNameNone) {
  facts[Fact::device_bought_on] = on("2024-07-28");
  version().join = add(within(Fact::device_bought_on, 5, version().periods, true));
  EXPECT_FALSE(last_day());
  EXPECT_EQ(ask().verdict, Verdict::covered);
}

/// Fees of 100 for the first model and 200 for the second, and silence on others.
class FeeTable : public Joining {
 protected:
  FeeTable() {
    Fee fee;
    for (const std::int32_t model : {0, 1}) {
      FactTest test;
      test.words = {{Word{model}, Truth::yes}};
      version().tests.push_back(test);
      Node node;
      node.op = Node::Op::test;
      node.fact = Fact::device_model;
      node.table = static_cast<std::uint32_t>(model);
      FeeAmount row;
      row.yen = YenRange::exactly(Yen{100 * (model + 1)});
      row.tax = Tax::included;
      row.when = add(node);
      fee.amounts.push_back(row);
    }
    fee.otherwise = "fee_of_this_model";
    version().fees.monthly = fee;
    catalogue.words.intern("model-one");
    catalogue.words.intern("model-two");
  }
  FeeFinding fee() {
    return fee_of(version().fees.monthly, ReasonCode::monthly_fee, version(),
                  Situation{catalogue, facts, nullptr, nullptr});
  }
};

TEST_F(FeeTable, GivesTheAmountOfTheModel) {
  facts[Fact::device_model] = FactValue::of(Word{1});
  EXPECT_EQ(fee().yen, YenRange::exactly(Yen{200}));
  EXPECT_EQ(fee().tax, Tax::included);
  EXPECT_TRUE(fee().silences.empty());
  EXPECT_TRUE(fee().missing.empty());
}

TEST_F(FeeTable, IsSilentOnOtherModels) {
  facts[Fact::device_model] = FactValue::of(Word{});
  EXPECT_EQ(fee().yen, YenRange::open_from(Yen{0}));
  EXPECT_EQ(fee().silences.at(0).code, "fee_of_this_model");
}

TEST_F(FeeTable, AsksForTheModelAndHoldsEveryAmount) {
  EXPECT_EQ(fee().missing, std::vector<Fact>{Fact::device_model});
  EXPECT_EQ(fee().yen, YenRange::open_from(Yen{0}));
  EXPECT_EQ(ask().verdict, Verdict::covered);
  EXPECT_EQ(ask().missing.at(0).fact, Fact::device_model);
}

TEST_F(FeeTable, KnowsFreeMonthsOnlyOnTheDaysToldOf) {
  Node days;
  days.op = Node::Op::in_days;
  days.fact = Fact::join_on;
  days.days = DateSpan::day(day("2024-08-01"));
  version().fees.free_months = FreeMonths{"free", {}, add(days), 1, 2};
  using Months = std::pair<std::int64_t, std::int64_t>;
  EXPECT_EQ(ask().free_months, Months(1, 2));
  facts[Fact::join_on] = on("2024-08-02");
  EXPECT_EQ(ask().free_months, Months(0, 0));
  facts[Fact::join_on] = on("2024-08");
  EXPECT_EQ(ask().free_months, Months(0, 2));
}

TEST(Enrolment, TakesAPortedNumberForANewContract) {
  Catalogue catalogue;
  Plan plan;
  plan.id = "cover-one";
  plan.by_joining = true;
  plan.versions.emplace_back();
  FactTest is_new;
  is_new.words = {{Word{1}, Truth::yes}};
  Node node;
  node.op = Node::Op::test;
  node.fact = Fact::line_is_new_contract;
  plan.versions[0].tests = {is_new};
  plan.versions[0].nodes = {node};
  plan.versions[0].join = 0U;
  catalogue.plans = {plan};
  CaseFacts facts;
  facts.as_of = day("2024-08-01");
  facts.covers.emplace();
  EXPECT_EQ(enrolment(catalogue, facts).options[0].verdict, Verdict::unknown);
  facts[Fact::line_ported_from] = FactValue::of(Word{});
  EXPECT_EQ(enrolment(catalogue, facts).options[0].verdict, Verdict::covered);
  facts[Fact::line_is_new_contract] = no();
  EXPECT_EQ(enrolment(catalogue, facts).options[0].verdict, Verdict::not_covered);
}

}  // namespace
}  // namespace hosho
