// What must not compile. Each rule would fail here if the operation began to exist.

#include <gtest/gtest.h>

#include <type_traits>

#include "hosho/hosho.h"

namespace hosho {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtractable = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Multipliable = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept EqualityComparable = requires(A a, B b) {
  a == b;
};

// The probes themselves see what exists.
static_assert(Addable<Date, Days> && Subtractable<Date, Date> && Comparable<Date, Date> &&
              EqualityComparable<Days, Days>);
static_assert(Addable<Yen, Yen> && Comparable<Yen, Yen> && Multipliable<int, int>);

// Where a month ends is a rule, so a date and months do not add; months are never days, nor 30 of them.
static_assert(!Addable<Date, Months> && !Addable<Date, int> && !Addable<Date, Date>);
static_assert(!Comparable<Months, Days> && !EqualityComparable<Months, Days> && !Addable<Months, Days>);
static_assert(!Comparable<Date, Days> && !EqualityComparable<Date, int>);
static_assert(!std::is_convertible_v<int, Date> && !std::is_convertible_v<Date, int> &&
              !std::is_convertible_v<int, Days>);
static_assert(!std::is_constructible_v<Days, Months> && !std::is_constructible_v<Months, Days>);

// Money is neither a number nor a day; two amounts do not multiply.
static_assert(!Multipliable<Yen, Yen> && !Multipliable<Yen, double> && !Addable<Yen, int> && !Addable<Yen, Days>);
static_assert(!std::is_convertible_v<int, Yen> && !std::is_convertible_v<Yen, std::int64_t> && !Comparable<Yen, int>);
static_assert(!std::is_convertible_v<double, Yen>);

// A range is summed by name; an unknown truth is no condition.
static_assert(!Addable<YenRange, YenRange> && !Addable<YenRange, Yen> && !Comparable<YenRange, YenRange>);
static_assert(!std::is_convertible_v<Truth, bool> && !std::is_convertible_v<bool, Truth>);
static_assert(!EqualityComparable<Fact, IncidentKind> && !EqualityComparable<Verdict, Truth>);

// The first day of a period is said at the call.
static_assert(!std::is_invocable_v<decltype([](auto... arguments) -> decltype(period_end(arguments...)) {
                                     return period_end(arguments...);
                                   }),
                                   Date, Months>);
static_assert(std::is_invocable_v<decltype([](auto... arguments) -> decltype(period_end(arguments...)) {
                                    return period_end(arguments...);
                                  }),
                                  Date, Months, FirstDay>);

TEST(TypeRules, AreHeldByTheCompiler) { SUCCEED(); }

}  // namespace
}  // namespace hosho
