#include "standing.h"

#include <gtest/gtest.h>

namespace hosho {
namespace {

FactValue on(const char* day) { return FactValue::of(*parse_date(day, true)); }

/// A cover that begins with joining and registration, whichever comes later; the terms are silent on one never
/// registered. The phone broke on 19 May 2024.
class Beginning : public ::testing::Test {
 protected:
  Beginning() {
    version.starts = StartClause{"begins-with-joining-and-registration",
                                 {},
                                 StartClause::Rule::latest_of,
                                 {Fact::cover_joined_on, Fact::cover_registered_on}};
    version.registration.emplace();
    version.registration->never = Truth::not_stated;
    version.registration->code = "never_registered";
    facts[Fact::incident_on] = on("2024-05-19");
    cover.facts[index_of(Fact::cover_registered)] = FactValue::of(std::int64_t{0});
  }
  Finding ask(const FactValue& joined) {
    cover.facts[index_of(Fact::cover_joined_on)] = joined;
    return assess_in_force(version, Situation{catalogue, facts, &cover});
  }

  Version version;
  Catalogue catalogue;
  CaseFacts facts;
  HeldCover cover;
};

TEST_F(Beginning, RefusesAnIncidentBeforeTheJoiningEvenIfNothingWasRegistered) {
  const Finding too_late = ask(on("2024-05-20"));
  EXPECT_EQ(too_late.truth, Truth::no);
  EXPECT_EQ(too_late.reason.reasons[0].clause, version.starts->id);
  EXPECT_EQ(ask(on("2024-06")).truth, Truth::no);
  EXPECT_EQ(ask(on("2024-05-19")).truth, Truth::not_stated);
}

TEST_F(Beginning, AsksForTheJoiningAndForNoRegistrationThatNeverWas) {
  EXPECT_EQ(ask({}).missing, std::vector<Fact>{Fact::cover_joined_on});
  EXPECT_EQ(ask(on("2024-04")).truth, Truth::not_stated);
  facts[Fact::incident_on] = {};
  EXPECT_EQ(ask(on("2024-05-20")).missing, std::vector<Fact>{Fact::incident_on});
}

TEST_F(Beginning, SaysNothingBesideARegistrationThatIsItsOnlyDay) {
  version.starts->facts = {Fact::cover_registered_on};
  EXPECT_EQ(ask({}).truth, Truth::not_stated);
}

}  // namespace
}  // namespace hosho
