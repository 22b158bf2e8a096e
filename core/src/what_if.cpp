#include "hosho/what_if.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ask.h"
#include "finding.h"
#include "hosho/hosho.h"
#include "prices.h"
#include "sort_by.h"

namespace hosho {
namespace {

constexpr std::int64_t kWhole = 100'000;  ///< thousandths of a percent

std::int64_t first_of(FactType type) { return type == FactType::day ? kFirstDate.days_since_epoch() : 0; }

std::int64_t last_of(FactType type) {
  if (type == FactType::day) return kLastDate.days_since_epoch();
  return type == FactType::yen ? kLargestYen.amount : kWhole;
}

FactValue value_at(FactType type, std::int64_t number) {
  if (type != FactType::day) return FactValue::of(number);
  return FactValue::of(DateSpan::day(Date(static_cast<std::int32_t>(number))));
}

std::int64_t number_of(FactType type, const FactValue& value) {
  return type == FactType::day ? value.day.first.days_since_epoch() : value.number;
}

/// Days of which only the month is known, told as its first or its last one.
void settle_months(FactSlots& facts, bool to_last) {
  for (FactValue& value : facts) {
    if (value.is_said()) value.day = DateSpan::day(to_last ? value.day.last : value.day.first);
  }
}

/// Notes where clauses and price rows tell values of `fact` apart. Where a period counts from a day of which only the
/// month is known, what comes out changes where it would for the first or the last day of the month.
std::vector<Cut> cuts_of(const Catalogue& catalogue, CaseFacts facts, Fact fact) {
  facts[fact] = {};
  std::vector<Cut> out;
  const auto note = [&](const CaseFacts& told) {
    static_cast<void>(answer_without_asking(catalogue, told, {}, &out, false));
  };
  note(facts);
  for (const bool to_last : {false, true}) {
    CaseFacts told = facts;
    settle_months(told.facts, to_last);
    for (HeldCover& cover : told.covers ? *told.covers : std::vector<HeldCover>()) {
      settle_months(cover.facts, to_last);
      for (Claim& claim : cover.claims ? *cover.claims : std::vector<Claim>()) {
        claim.on = DateSpan::day(to_last ? claim.on.last : claim.on.first);
      }
    }
    note(told);
  }
  const Situation situation{catalogue, facts, nullptr, &out};
  for (const PriceRow* row : list_prices(situation)) {
    if (row->from) situation.note(Fact::incident_on, FactValue::of(DateSpan::day(*row->from)));
  }
  return out;
}

/// Whether a sum stays as it is over `step` values or, being one of a price, rises by as much.
bool goes_evenly(const std::optional<YenRange>& a, const std::optional<YenRange>& b, std::int64_t step) {
  const auto even = [step](Yen low, Yen high) { return low == high || high - low == Yen{step}; };
  if (!a || !b || !a->max || !b->max)
    return a.has_value() == b.has_value() && (!a || (even(a->min, b->min) && a->max == b->max));
  return even(a->min, b->min) && even(*a->max, *b->max);
}

/// Sums the same or rising evenly, all else the same. `price`: the values are prices.
bool is_like(const Option& a, const Option& b, std::int64_t rise) {
  return a.plan == b.plan && a.verdict == b.verdict && a.waits_for_facts == b.waits_for_facts &&
         goes_evenly(a.you_pay, b.you_pay, rise) && goes_evenly(a.total, b.total, rise) && a.tax == b.tax &&
         a.not_stated == b.not_stated && a.cautions == b.cautions;
}

bool is_like(const Assessment& a, const Assessment& b, std::int64_t rise) {
  if (a.best != b.best) return false;
  const auto may_not = [](const Option& option) { return !option.may_answer(); };
  const auto end_of_a = std::find_if(a.options.begin(), a.options.end(), may_not);
  const auto end_of_b = std::find_if(b.options.begin(), b.options.end(), may_not);
  return std::equal(a.options.begin(), end_of_a, b.options.begin(), end_of_b,
                    [rise](const Option& one, const Option& other) { return is_like(one, other, rise); });
}

/// Goes through all values of one fact.
class Walk {
 public:
  Walk(const Catalogue& catalogue, CaseFacts facts, Fact fact)
      : catalogue_(catalogue), facts_(std::move(facts)), fact_(fact), type_(info(fact).type) {}

  std::vector<WhatIfStretch> take();

 private:
  struct Stop {
    std::int64_t at;
    Assessment answer;
  };
  Stop stop(std::int64_t at);
  [[nodiscard]] bool is_even(const Stop& a, const Stop& b) const;
  void cross(Stop first, Stop last);
  void add(Stop first, Stop last);
  void close();

  const Catalogue& catalogue_;
  CaseFacts facts_;
  Fact fact_;
  FactType type_;
  std::optional<std::pair<Stop, Stop>> open_;  ///< the ends of the stretch that is not yet put down
  std::vector<WhatIfStretch> out_;
};

Walk::Stop Walk::stop(std::int64_t at) {
  facts_[fact_] = value_at(type_, at);
  return {at, answer_without_asking(catalogue_, facts_, {}, nullptr, true)};
}

bool Walk::is_even(const Stop& a, const Stop& b) const {
  return is_like(a.answer, b.answer, type_ == FactType::yen ? b.at - a.at : 0);
}

/// Between two cuts verdicts stay, and a sum never falls nor rises by more than the price does: what is the same at
/// both ends is the same throughout, and what rises by as much as the price rises evenly. Two sums that go evenly cross
/// at most once, so that options in the same order at both ends never change it. Halving therefore finds every flip.
void Walk::cross(Stop first, Stop last) {
  if (is_even(first, last)) {
    add(std::move(first), std::move(last));
    return;
  }
  const std::int64_t middle = first.at + (last.at - first.at) / 2;
  Stop before = middle == first.at ? first : stop(middle);
  Stop after = middle + 1 == last.at ? last : stop(middle + 1);
  cross(std::move(first), std::move(before));
  cross(std::move(after), std::move(last));
}

void Walk::add(Stop first, Stop last) {
  if (open_ && is_even(open_->second, first) && is_even(open_->first, last)) {
    open_->second = std::move(last);
    return;
  }
  close();
  open_.emplace(std::move(first), std::move(last));
}

void Walk::close() {
  if (!open_) return;
  auto& [first, last] = *open_;
  WhatIfStretch& stretch = out_.emplace_back(WhatIfStretch{first.at, last.at, {}, {}});
  for (std::size_t i = 0; i < first.answer.options.size() && first.answer.options[i].may_answer(); ++i) {
    const Option& option = first.answer.options[i];
    if (option.total != last.answer.options[i].total) stretch.rising.push_back(option.plan);
  }
  const bool from_ever = type_ == FactType::day && first.at == first_of(type_);
  stretch.answer = std::move((from_ever ? last : first).answer);
}

std::vector<WhatIfStretch> Walk::take() {
  std::vector<std::int64_t> starts = {first_of(type_)};
  for (const Cut& cut : cuts_of(catalogue_, facts_, fact_)) {
    const std::int64_t start = number_of(type_, cut.value);
    if (cut.fact == fact_ && !cut.others && start > first_of(type_) && start <= last_of(type_)) add_once(starts, start);
  }
  sort_by(starts, [](std::int64_t a, std::int64_t b) { return a < b; });
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::int64_t last = i + 1 < starts.size() ? starts[i + 1] - 1 : last_of(type_);
    Stop first = stop(starts[i]);
    Stop end = last == starts[i] ? first : stop(last);
    cross(std::move(first), std::move(end));
  }
  close();
  return std::move(out_);
}

}  // namespace

WhatIf what_if(const Catalogue& catalogue, const CaseFacts& facts, Fact fact) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  return {fact, Walk(catalogue, std::move(filled), fact).take()};
}

}  // namespace hosho
