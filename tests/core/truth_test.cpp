#include "hosho/truth.h"

#include <gtest/gtest.h>

#include <vector>

#include "hosho/range.h"

namespace hosho {
namespace {

constexpr Truth kAll[] = {Truth::yes, Truth::no, Truth::unknown, Truth::not_stated, Truth::not_applicable};

/// What a state may turn out to be once everything is said and decided.
std::vector<Truth> outcomes(Truth state) {
  if (is_open(state)) return {Truth::yes, Truth::no};
  return {state};
}

/// All outcomes of `a` and `b` under a table over settled states.
template <class Table>
bool is_settled(Truth a, Truth b, Truth result, Table table) {
  for (const Truth left : outcomes(a)) {
    for (const Truth right : outcomes(b)) {
      if (table(left, right) != result) return false;
    }
  }
  return true;
}

Truth settled_both(Truth a, Truth b) {
  if (a == Truth::not_applicable) return b;
  if (b == Truth::not_applicable) return a;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::no;
}

TEST(Truth, OfBothIsKnownExactlyWhenEveryOutcomeAgrees) {
  for (const Truth a : kAll) {
    for (const Truth b : kAll) {
      const Truth result = both(a, b);
      const bool known = result == Truth::yes || result == Truth::no;
      const bool agreed = is_settled(a, b, Truth::yes, settled_both) || is_settled(a, b, Truth::no, settled_both);
      EXPECT_EQ(known, agreed) << static_cast<int>(a) << ' ' << static_cast<int>(b);
      if (known) {
        EXPECT_TRUE(is_settled(a, b, result, settled_both));
      }
      EXPECT_EQ(result, both(b, a));
    }
  }
}

TEST(Truth, OfEitherIsTheMirrorImage) {
  for (const Truth a : kAll) {
    for (const Truth b : kAll) EXPECT_EQ(either(a, b), negate(both(negate(a), negate(b))));
  }
  EXPECT_EQ(either(Truth::yes, Truth::unknown), Truth::yes);
  EXPECT_EQ(either(Truth::no, Truth::not_stated), Truth::not_stated);
}

TEST(Truth, AsksThePersonBeforeItBlamesTheTerms) {
  EXPECT_EQ(both(Truth::unknown, Truth::not_stated), Truth::unknown);
  EXPECT_EQ(both(Truth::no, Truth::unknown), Truth::no);
}

TEST(YenRange, SumsAndHullsEndByEnd) {
  const YenRange a{Yen{1000}, Yen{2000}};
  const YenRange open = YenRange::open_from(Yen{500});
  EXPECT_EQ(sum(a, YenRange::exactly(Yen{5500})), (YenRange{Yen{6500}, Yen{7500}}));
  EXPECT_EQ(sum(a, open), YenRange::open_from(Yen{1500}));
  EXPECT_EQ(hull(a, YenRange::exactly(Yen{0})), (YenRange{Yen{0}, Yen{2000}}));
  EXPECT_EQ(hull(a, open), YenRange::open_from(Yen{500}));
}

TEST(YenRange, HasNoExcessAtTheCapItself) {
  EXPECT_EQ(excess_over(YenRange::exactly(Yen{50'000}), Yen{50'000}), YenRange::exactly(Yen{0}));
  EXPECT_EQ(excess_over(YenRange::exactly(Yen{50'001}), Yen{50'000}), YenRange::exactly(Yen{1}));
  EXPECT_EQ(excess_over(YenRange::open_from(Yen{0}), Yen{50'000}), YenRange::open_from(Yen{0}));
  EXPECT_EQ(at_most(YenRange::open_from(Yen{3000}), Yen{5000}), (YenRange{Yen{3000}, Yen{5000}}));
}

TEST(YenRange, RemembersThatASourceSaysAbout) {
  YenRange about = YenRange::exactly(Yen{8000});
  about.approx = true;
  EXPECT_TRUE(sum(about, YenRange::exactly(Yen{0})).approx);
  EXPECT_TRUE(hull(YenRange::exactly(Yen{0}), about).approx);
}

}  // namespace
}  // namespace hosho
