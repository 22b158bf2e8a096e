#include <algorithm>
#include <utility>

#include "cost_parts.h"
#include "cuts.h"
#include "finding.h"
#include "granted.h"
#include "incident.h"
#include "pay.h"
#include "sort_by.h"
#include "standing.h"

namespace hosho {
namespace {

/// What became of a claim; `either`: the terms or the count of claims leave open whether it is answered.
enum class Outcome : std::uint8_t { answered, refused, either };

constexpr std::string_view kNotTight = "not_tight";

/// Where terms are silent, a claim is answered or it is not, and what comes after it goes on from there. One way
/// through the stretch says of each silent claim, in turn, whether it is refused; of more than `kMost` both are held at
/// once.
struct Way {
  static constexpr std::uint32_t kMost = 6;
  std::uint32_t refused = 0;  ///< the first silent claim is the highest bit
  std::uint32_t met = 0;

  Outcome next() { return ((refused >> (kMost - ++met)) & 1U) != 0U ? Outcome::refused : Outcome::answered; }
  /// The way after this one; nothing: this was the last.
  [[nodiscard]] std::optional<Way> after() const {
    const Way out{(refused | ((1U << (kMost - met)) - 1U)) + 1U};
    return out.refused >> kMost != 0U ? std::nullopt : std::optional(out);
  }
};

/// The incidents in one way.
class Sequence {
 public:
  Sequence(Cost& out, const Version& version, const Costing& costing, Way& way)
      : out_(out),
        version_(version),
        costing_(costing),
        scenario_(costing.told.scenario),
        way_(way),
        claims_(*costing.told.facts.covers->front().claims),
        unreturned_(scenario_.old_device_unreturned) {}

  void meet(std::size_t index);

 private:
  [[nodiscard]] CaseFacts case_at(const Told& told, DateSpan days) const;
  [[nodiscard]] Price price_on(DateSpan first) const;
  Finding answer(const CaseFacts& said, std::vector<Cut>* cuts) const;
  [[nodiscard]] Finding best_answer(DateSpan days) const;
  Outcome claim(const CaseFacts& now);
  YenRange pay(Outcome outcome, const Price& price, const CaseFacts& now);
  void keep_old_device(bool surely, CaseFacts now);
  void remember(Outcome outcome, const CaseFacts& now);
  void put_charges(const CaseFacts& now);
  void want(const std::vector<Fact>& facts);
  [[nodiscard]] bool dated() const { return scenario_.incidents[index_][index_of(Fact::incident_on)].is_said(); }
  [[nodiscard]] Situation situation_of(const CaseFacts& now) const {
    Situation out = costing_.situation(now);
    out.as_claimed = true;
    if (!dated()) out.same_year = &same_year_;
    return out;
  }

  Cost& out_;
  const Version& version_;
  const Costing& costing_;
  const Scenario& scenario_;
  Way& way_;
  std::vector<Claim> claims_;  ///< those with a day, the earlier ones of the case among them
  std::vector<YearClaim> same_year_;
  std::vector<Charged> due_;  ///< of the incident at hand
  bool unreturned_;           ///< an old device is still to stay away
  std::size_t index_ = 0;
};

/// An incident without a day has its meaning: nobody is asked for the day.
void Sequence::want(const std::vector<Fact>& facts) {
  for (const Fact fact : facts) {
    if (fact == Fact::incident_on && !dated()) continue;
    const bool of_incident = fact >= Fact::incident_kind && fact <= Fact::incident_loaner_state;
    add_once(out_.missing, OpenFact{fact, of_incident ? std::optional(index_) : std::nullopt});
  }
}

/// The case on the day of the incident; one without a day has `days` for it.
CaseFacts Sequence::case_at(const Told& told, DateSpan days) const {
  CaseFacts now = told.facts;
  now.covers->front().claims = claims_;
  for (std::size_t i = index_of(Fact::incident_kind); i <= index_of(Fact::incident_loaner_state); ++i) {
    now.facts[i] = told.scenario.incidents[index_][i];
  }
  if (!dated()) now[Fact::incident_on] = FactValue::of(days);
  return now;
}

/// Whether the terms answer on some day of `said`'s. What the person did not say is taken to stand for the claim;
/// silent terms and a limit are not.
Finding Sequence::answer(const CaseFacts& said, std::vector<Cut>* cuts) const {
  const Situation situation{costing_.catalogue, said, &said.covers->front(), cuts};
  std::vector<Finding> parts;
  parts.push_back(assess_incident(version_, situation));
  parts.push_back(assess_in_force(version_, situation));
  for (Finding& part : parts) {
    part.truth = part.reason.outcome = granted(part.reason);
    part.missing.clear();
  }
  return all_of(std::move(parts), ReasonCode::all_of, "claim", {});
}

/// An incident without a day is claimed on the day of the stretch that is best for the person.
Finding Sequence::best_answer(DateSpan days) const {
  CaseFacts said = case_at(costing_.said, days);
  std::vector<Cut> cuts;
  Finding best = answer(said, &cuts);
  if (dated() || best.truth == Truth::no) return best;
  const std::vector<FactValue> cells = values_apart(cuts, Fact::incident_on, said[Fact::incident_on]);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    said[Fact::incident_on] = cells[i];
    Finding other = answer(said, nullptr);
    const bool better = best.truth == Truth::no || (best.truth == Truth::not_stated && other.truth != Truth::no);
    if (i == 0 || better) best = std::move(other);
  }
  return best;
}

Outcome Sequence::claim(const CaseFacts& now) {
  std::vector<Finding> parts;
  parts.push_back(best_answer(now[Fact::incident_on].day));
  parts.push_back(assess_limits(version_, situation_of(now)));
  Finding whole = all_of(std::move(parts), ReasonCode::all_of, "claim", {});
  want(whole.missing);
  add_all_once(out_.not_stated, whole.silences);
  add_all_once(out_.not_stated, whole.noted);
  add_all_once(out_.cautions, whole.warnings);
  const bool open = is_open(whole.truth);
  if (!open && whole.truth != Truth::no) return Outcome::answered;
  out_.reasons.push_back(std::move(whole.reason));
  if (!open) return Outcome::refused;
  if (way_.met < Way::kMost) return way_.next();
  add_once(out_.cautions, Warning{kNotTight, {}, {}});
  return Outcome::either;
}

/// What falls due at the incident, or may.
void Sequence::put_charges(const CaseFacts& now) {
  Charges charges = charges_under(version_, plain(Truth::yes, ReasonCode::held, "held", {}), situation_of(now));
  want(charges.missing);
  for (Reason& reason : charges.reasons) out_.reasons.push_back(std::move(reason));
  due_ = std::move(charges.list);
}

/// One exchange of the stretch leaves the old device where it is, long past its last day.
void Sequence::keep_old_device(bool surely, CaseFacts now) {
  unreturned_ = false;
  now.as_of = kLastDate;
  now[Fact::incident_replacement_delivered_on] = FactValue::of(DateSpan::day(scenario_.from));
  now[Fact::incident_old_device_returned] = FactValue::of(std::int64_t{0});
  now[Fact::incident_old_device_returned_on] = {};
  const std::vector<Charged> returned = std::move(due_);
  put_charges(now);
  if (!surely) join_charges(due_, returned);
}

/// The claim counts for those that come after it; where it is open whether it was one, it may.
void Sequence::remember(Outcome outcome, const CaseFacts& now) {
  const bool surely = outcome == Outcome::answered;
  if (dated()) {
    claims_.push_back({surely ? now[Fact::incident_on].day : DateSpan::any(), now.kind()});
  } else {
    same_year_.push_back({*now.kind(), surely});
  }
}

YenRange Sequence::pay(Outcome outcome, const Price& price, const CaseFacts& now) {
  const YenRange unpaid = price.yen.value_or(YenRange::open_from(Yen{0}));
  if (outcome != Outcome::answered) add_label(out_.tax, price.tax, unpaid);
  if (outcome == Outcome::refused) return unpaid;
  Payment payment = pay_under(version_, price, situation_of(now));
  add_label(out_.tax, payment.tax, payment.yen);
  want(payment.missing);
  add_all_once(out_.cautions, payment.warnings);
  out_.reasons.push_back(std::move(payment.reason));
  if (unreturned_ && payment.exchanged != Truth::no) {
    if (payment.exchanged == Truth::unknown) want({Fact::incident_remedy});
    keep_old_device(outcome == Outcome::answered && payment.exchanged == Truth::yes, now);
  }
  remember(outcome, now);
  return outcome == Outcome::either ? hull(payment.yen, unpaid) : payment.yen;
}

/// A price list that is yet to come is nobody's: without a day, the list of the first day counts. A place that nobody
/// named and that has no price does without.
Price Sequence::price_on(DateSpan first) const {
  CaseFacts now = case_at(costing_.told, first);
  Situation situation = costing_.situation(now);
  situation.cover = nullptr;
  Price out = price_without_cover(situation);
  const FactValue& said = costing_.said.scenario.incidents[index_][index_of(Fact::incident_where)];
  if (out.yen || said.is_said() || !now[Fact::incident_where].is_said()) return out;
  now[Fact::incident_where] = said;
  return price_without_cover(situation);
}

void Sequence::meet(std::size_t index) {
  index_ = index;
  const DateSpan days = days_of(scenario_);
  Price price = price_on(DateSpan::day(days.first));
  const YenRange unpaid = price.yen.value_or(YenRange::open_from(Yen{0}));
  out_.without_plan = sum(out_.without_plan, unpaid);
  add_label(out_.without_plan_tax, price.tax, unpaid);
  want(price.missing);
  add_all_once(out_.cautions, price.warnings);
  const CaseFacts now = case_at(costing_.told, days);
  const Outcome outcome = claim(now);
  put_charges(now);
  out_.you_pay = sum(out_.you_pay, pay(outcome, price, now));
  for (Reason& reason : price.reasons) out_.reasons.push_back(std::move(reason));
  for (const Charged& row : due_) {
    if (row.adds == YenRange{}) continue;
    add_label(out_.tax, row.tax, row.adds);
    add_charge(out_.charges, row);
  }
}

}  // namespace

void put_incidents(Cost& out, const Version& version, const Costing& costing) {
  const Scenario& scenario = costing.told.scenario;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scenario.incidents.size(); ++i) order.push_back(i);
  const auto day = [&scenario](std::size_t i) {  // those without a day come last
    const FactValue& on = scenario.incidents[i][index_of(Fact::incident_on)];
    return on.is_said() ? on.day.first : kLastDate + Days{1};
  };
  sort_by(order, [&day](std::size_t a, std::size_t b) { return day(a) < day(b); });
  const Cost fees = out;
  for (std::optional<Way> way = Way{}; way; way = way->after()) {
    const bool first = way->refused == 0;
    Cost sums = fees;
    Sequence sequence(sums, version, costing, *way);
    for (const std::size_t index : order) sequence.meet(index);
    sums.total = sum(sums.fees, sums.you_pay);
    for (const Charged& row : sums.charges) sums.total = sum(sums.total, row.adds);
    if (first) {
      out = std::move(sums);
    } else {
      join_into(out, sums);
    }
  }
}

}  // namespace hosho
