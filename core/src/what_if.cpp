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

void settle_months(CaseFacts& facts, bool to_last) {
  settle_months(facts.facts, to_last);
  if (!facts.covers) return;
  for (HeldCover& cover : *facts.covers) {
    settle_months(cover.facts, to_last);
    if (!cover.claims) continue;
    for (Claim& claim : *cover.claims) claim.on = DateSpan::day(to_last ? claim.on.last : claim.on.first);
  }
}

/// Both ends of a sum; one that is not known is below any.
std::pair<std::int64_t, std::int64_t> ends_of(const std::optional<YenRange>& sum) {
  if (!sum) return {-1, -1};
  return {sum->min.amount, sum->max ? sum->max->amount : -1};
}

/// Whether both ends of a sum stay as they are or rise by `rise`.
bool goes_evenly(const std::optional<YenRange>& a, const std::optional<YenRange>& b, std::int64_t rise) {
  const auto even = [rise](std::int64_t low, std::int64_t high) { return low == high || high - low == rise; };
  const auto [a_min, a_max] = ends_of(a);
  const auto [b_min, b_max] = ends_of(b);
  return even(a_min, b_min) && even(a_max, b_max) && (a_max < 0) == (b_max < 0);
}

bool is_like(const Option& a, const Option& b, std::int64_t rise) {
  return a.plan == b.plan && a.verdict == b.verdict && a.waits_for_facts == b.waits_for_facts && a.tax == b.tax &&
         goes_evenly(a.you_pay, b.you_pay, rise) && goes_evenly(a.total, b.total, rise) &&
         a.not_stated == b.not_stated && a.cautions == b.cautions;
}

/// What may answer stands before what does not.
std::size_t count_of_ways(const Assessment& answer) {
  std::size_t out = 0;
  while (out < answer.options.size() && answer.options[out].may_answer()) ++out;
  return out;
}

bool is_like(const Assessment& a, const Assessment& b, std::int64_t rise) {
  const std::size_t count = count_of_ways(a);
  bool out = a.best == b.best && count == count_of_ways(b);
  for (std::size_t i = 0; out && i < count; ++i) out = is_like(a.options[i], b.options[i], rise);
  return out;
}

/// Goes through all values of one fact.
class Walk {
 public:
  Walk(const Catalogue& catalogue, const CaseFacts& facts, Fact fact)
      : catalogue_(catalogue), facts_(facts), fact_(fact), type_(info(fact).type) {
    fill_from_device_table(catalogue, facts_);
    facts_[fact] = {};
    look_ahead();
  }

  std::vector<WhatIfStretch> take();

 private:
  void look_ahead();
  void put_start(std::int64_t start);
  Assessment answer(std::int64_t at);
  [[nodiscard]] bool goes_on(const Assessment& a, const Assessment& b, std::int64_t step) const;
  WhatIfStretch stretch_from(std::int64_t from, std::int64_t last);
  void add(WhatIfStretch next);

  const Catalogue& catalogue_;
  CaseFacts facts_;
  Fact fact_;
  FactType type_;
  std::vector<std::string> plans_;    ///< that may answer for some value
  std::vector<std::int64_t> starts_;  ///< the first value of all, and every one that clauses tell from those before it
  std::vector<WhatIfStretch> out_;
};

void Walk::put_start(std::int64_t start) {
  if (start > first_of(type_) && start <= last_of(type_)) add_once(starts_, start);
}

/// Leaves the fact open, so that clauses and price rows tell where they tell its values apart, and which plans answer
/// for none. Where a period counts from a day of which only the month is known, the answer changes where it would for
/// the first or the last day of the month.
void Walk::look_ahead() {
  std::vector<Cut> cuts;
  for (const Option& option : answer_without_asking(catalogue_, facts_, {}, &cuts, false).options) {
    if (option.verdict && option.may_answer()) plans_.emplace_back(option.plan);
  }
  for (const bool to_last : {false, true}) {
    CaseFacts told = facts_;
    settle_months(told, to_last);
    static_cast<void>(answer_without_asking(catalogue_, told, plans_, &cuts, false));
  }
  starts_ = {first_of(type_)};
  for (const Cut& cut : cuts) {
    if (cut.fact == fact_ && !cut.others) put_start(number_of(type_, cut.value));
  }
  for (const PriceRow* row : list_prices({catalogue_, facts_})) {
    if (row->from && type_ == FactType::day) put_start(row->from->days_since_epoch());
  }
  sort_by(starts_, [](std::int64_t a, std::int64_t b) { return a < b; });
}

Assessment Walk::answer(std::int64_t at) {
  facts_[fact_] = value_at(type_, at);
  return answer_without_asking(catalogue_, facts_, plans_, nullptr, true);
}

bool Walk::goes_on(const Assessment& a, const Assessment& b, std::int64_t step) const {
  return is_like(a, b, type_ == FactType::yen ? step : 0);
}

/// From `from` as far as the answer goes on, at most to `last`, by halving. Between two cuts verdicts stay, and a sum
/// never falls, nor rises by more than the price does: what is the same at two values is the same between them, and
/// what rises by as much as the price rises evenly. Two sums that go evenly cross at most once, so that options in the
/// same order at both values keep it between them. So no flip is lost.
WhatIfStretch Walk::stretch_from(std::int64_t from, std::int64_t last) {
  WhatIfStretch out{from, from, answer(from), {}};
  out.at_to = out.at_from;
  for (std::int64_t high = last + 1, tried = last; out.to + 1 < high; tried = out.to + (high - out.to) / 2) {
    Assessment there = answer(tried);
    if (goes_on(out.at_from, there, tried - from)) {
      out.to = tried;
      out.at_to = std::move(there);
    } else {
      high = tried;
    }
  }
  return out;
}

/// Puts a stretch behind the others, or makes the last one longer.
void Walk::add(WhatIfStretch next) {
  if (!out_.empty()) {
    WhatIfStretch& last = out_.back();
    if (goes_on(last.at_to, next.at_from, 1) && goes_on(last.at_from, next.at_to, next.to - last.from)) {
      last.to = next.to;
      last.at_to = std::move(next.at_to);
      return;
    }
  }
  out_.push_back(std::move(next));
}

std::vector<WhatIfStretch> Walk::take() {
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const std::int64_t last = i + 1 < starts_.size() ? starts_[i + 1] - 1 : last_of(type_);
    for (std::int64_t from = starts_[i]; from <= last;) {
      WhatIfStretch next = stretch_from(from, last);
      from = next.to + 1;
      add(std::move(next));
    }
  }
  return std::move(out_);
}

}  // namespace

std::vector<std::string_view> rising_on(const WhatIfStretch& stretch) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < count_of_ways(stretch.at_from); ++i) {
    const Option& from = stretch.at_from.options[i];
    const Option& to = stretch.at_to.options[i];
    if (from.you_pay != to.you_pay || from.total != to.total) out.push_back(from.plan);
  }
  return out;
}

WhatIf what_if(const Catalogue& catalogue, const CaseFacts& facts, Fact fact) {
  return {fact, Walk(catalogue, facts, fact).take()};
}

}  // namespace hosho
