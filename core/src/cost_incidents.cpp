#include <algorithm>
#include <utility>

#include "cost_parts.h"
#include "granted.h"
#include "incident.h"
#include "pay.h"
#include "sort_by.h"
#include "standing.h"

namespace hosho {
namespace {

/// What became of a claim.
struct Claimed {
  Finding finding;
  bool refused = false;   ///< for certain
  bool disputed = false;  ///< the terms or the count of claims leave open whether it is answered
};

class Sequence {
 public:
  Sequence(Cost& out, const Version& version, const Scenario& scenario, const Situation& situation)
      : out_(out),
        version_(version),
        scenario_(scenario),
        catalogue_(situation.catalogue),
        told_(situation.facts),
        unreturned_(scenario.old_device_unreturned) {}

  void meet(std::size_t index);

 private:
  Claimed claim(const Situation& situation) const;
  void pay(const Claimed& claimed, const Price& price, const Situation& situation);
  void keep_old_device(CaseFacts& now, Date delivered);
  void put_charges(const Situation& situation);
  void remember(const CaseFacts& now, bool disputed, bool dated);
  void want(const std::vector<Fact>& facts);
  void explain(std::vector<Reason>& reasons) {
    for (Reason& reason : reasons) out_.reasons.push_back(std::move(reason));
  }

  Cost& out_;
  const Version& version_;
  const Scenario& scenario_;
  const Catalogue& catalogue_;
  CaseFacts told_;  ///< with the claims so far
  std::vector<YearClaim> same_year_;
  bool unreturned_;
  std::size_t index_ = 0;
};

void Sequence::want(const std::vector<Fact>& facts) {
  for (const Fact fact : facts) {
    const bool of_incident = fact >= Fact::incident_kind && fact <= Fact::incident_loaner_state;
    add_once(out_.missing, OpenFact{fact, of_incident ? std::optional(index_) : std::nullopt});
  }
}

/// What the person did not say is taken to stand for the claim; silent terms and a limit are not.
Claimed Sequence::claim(const Situation& situation) const {
  Claimed out;
  std::vector<Finding> parts;
  parts.push_back(assess_incident(version_, situation));
  parts.push_back(assess_in_force(version_, situation));
  for (Finding& part : parts) {
    part.truth = part.reason.outcome = granted(part.reason);
    part.missing.clear();
  }
  parts.push_back(assess_limits(version_, situation));
  out.finding = all_of(std::move(parts), ReasonCode::all_of, "claim", {});
  out.refused = out.finding.truth == Truth::no;
  out.disputed = !out.refused && is_open(out.finding.truth);
  return out;
}

void Sequence::pay(const Claimed& claimed, const Price& price, const Situation& situation) {
  const YenRange unpaid = price.yen.value_or(YenRange::open_from(Yen{0}));
  out_.without_plan = sum(out_.without_plan, unpaid);
  add_label(out_.without_plan_tax, price.tax, unpaid);
  YenRange yen = unpaid;
  if (!claimed.refused) {
    Payment payment = pay_under(version_, price, situation);
    yen = claimed.disputed ? hull(payment.yen, unpaid) : payment.yen;
    add_label(out_.tax, payment.tax, payment.yen);
    want(payment.missing);
    add_all_once(out_.cautions, payment.warnings);
    out_.reasons.push_back(std::move(payment.reason));
  }
  if (claimed.refused || claimed.disputed) {
    add_label(out_.tax, price.tax, unpaid);
    out_.reasons.push_back(claimed.finding.reason);
  }
  out_.you_pay = sum(out_.you_pay, yen);
}

/// Charges that fall due, or may.
void Sequence::put_charges(const Situation& situation) {
  Charges charges = charges_under(version_, plain(Truth::yes, ReasonCode::held, "held", {}), situation);
  for (const Charged& row : charges.list) {
    if (row.adds == YenRange{}) continue;
    add_label(out_.tax, row.tax, row.adds);
    out_.charges.push_back(row);
  }
  want(charges.missing);
  explain(charges.reasons);
}

/// The claim counts for those that come after it; where it is open whether it was one, it may.
void Sequence::remember(const CaseFacts& now, bool disputed, bool dated) {
  if (!dated) {
    same_year_.push_back({*now.kind(), !disputed});
    return;
  }
  const DateSpan day = disputed ? DateSpan::any() : now[Fact::incident_on].day;
  told_.covers->front().claims->push_back({day, now.kind()});
}

/// One exchange of the stretch leaves the old device where it is, long past its last day.
void Sequence::keep_old_device(CaseFacts& now, Date delivered) {
  constexpr Word kRepair{0};
  const FactValue& wish = now[Fact::incident_remedy];
  if (!unreturned_ || (wish.is_said() && wish.word == kRepair)) return;
  unreturned_ = false;
  now.as_of = kLastDate;
  now[Fact::incident_replacement_delivered_on] = FactValue::of(DateSpan::day(delivered));
  now[Fact::incident_old_device_returned] = FactValue::of(std::int64_t{0});
  now[Fact::incident_old_device_returned_on] = {};
}

void Sequence::meet(std::size_t index) {
  index_ = index;
  CaseFacts now = told_;
  for (std::size_t i = index_of(Fact::incident_kind); i <= index_of(Fact::incident_loaner_state); ++i) {
    now.facts[i] = scenario_.incidents[index][i];
  }
  FactValue& on = now[Fact::incident_on];
  const bool dated = on.is_said();
  const DateSpan days = days_of(scenario_);
  // A price list that is yet to come is nobody's: without a day, the list of the first day counts.
  if (!dated) on = FactValue::of(DateSpan::day(days.first));
  Price price = price_without_cover({catalogue_, now, nullptr, nullptr});
  if (!dated) on = FactValue::of(days);
  Situation situation{catalogue_, now, &now.covers->front(), nullptr};
  situation.as_claimed = true;
  if (!dated) situation.same_year = &same_year_;
  const Claimed claimed = claim(situation);
  want(claimed.finding.missing);
  add_all_once(out_.not_stated, claimed.finding.silences);
  add_all_once(out_.not_stated, claimed.finding.noted);
  add_all_once(out_.cautions, claimed.finding.warnings);
  pay(claimed, price, situation);
  want(price.missing);
  add_all_once(out_.cautions, price.warnings);
  explain(price.reasons);
  if (!claimed.refused) keep_old_device(now, days.first);
  put_charges(situation);
  if (!claimed.refused) remember(now, claimed.disputed, dated);
}

}  // namespace

void put_incidents(Cost& out, const Version& version, const Scenario& scenario, const Situation& situation) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scenario.incidents.size(); ++i) order.push_back(i);
  const auto day = [&scenario](std::size_t i) {  // those without a day come last
    const FactValue& on = scenario.incidents[i][index_of(Fact::incident_on)];
    return on.is_said() ? on.day.first : kLastDate + Days{1};
  };
  sort_by(order, [&day](std::size_t a, std::size_t b) { return day(a) < day(b); });
  Sequence sequence(out, version, scenario, situation);
  for (const std::size_t index : order) sequence.meet(index);
}

}  // namespace hosho
