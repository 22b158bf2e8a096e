#include "pay.h"

#include <algorithm>
#include <utility>

#include "claim_year.h"
#include "evaluate.h"
#include "periods.h"
#include "prices.h"

namespace hosho {
namespace {

constexpr std::string_view kPayment = "payment";
constexpr std::string_view kSourcesDiffer = "sources_differ";
constexpr Word kRepair{0};  ///< the first of the remedies

Reason step(ReasonCode code, std::string_view clause, CiteRef cite, const YenRange& yen) {
  Reason out;
  out.clause = clause;
  out.code = code;
  out.cite = cite;
  out.yen = yen;
  return out;
}

/// The copays that this incident and the wished remedy may meet; a wish that the plan does not offer is no condition.
std::vector<const Amount*> copays(const Version& version, std::vector<Fact>& missing, const Situation& situation) {
  std::vector<const Amount*> offered;
  std::vector<const Amount*> wished;
  bool surely = false;
  const std::optional<IncidentKind> kind = situation.facts.kind();
  const FactValue& remedy = situation.facts[Fact::incident_remedy];
  situation.begin_reading();
  for (const Amount& row : version.you_pay) {
    if (kind && !row.kinds.contains(*kind)) continue;
    const Finding when = evaluate(version, row.when, situation);
    if (when.truth == Truth::no) continue;
    add_all_once(missing, when.missing);
    offered.push_back(&row);
    const bool fits = row.remedy == remedy.word;
    if (remedy.is_said() && (fits || !row.remedy)) wished.push_back(&row);
    if (remedy.is_said() && fits) surely = surely || situation.as_claimed || !is_open(when.truth);
    if (!remedy.is_said() && row.remedy) situation.note(Fact::incident_remedy, FactValue::of(*row.remedy));
  }
  return surely ? wished : offered;  // where the wish hangs on something open, it may come to any of them
}

/// Whether these copays are for an exchange. A plan that only exchanges does so whatever is wished.
Truth is_exchanged(const std::vector<const Amount*>& rows, const FactValue& wish) {
  const auto repairs = [](const Amount* row) { return row->remedy == kRepair; };
  if (std::none_of(rows.begin(), rows.end(), repairs)) return Truth::yes;
  if (std::all_of(rows.begin(), rows.end(), repairs)) return Truth::no;
  if (!wish.is_said()) return Truth::unknown;
  return wish.word == kRepair ? Truth::no : Truth::yes;
}

/// The copay of one row, over every number of claims that may count.
struct Copay {
  YenRange yen;
  std::optional<YenRange> settled;  ///< what it spans whatever the missing facts are
  std::vector<Fact> missing;
};

YenRange copay_over(const Amount& row, std::int64_t least, std::int64_t most) {
  const auto last = static_cast<std::int64_t>(row.by_claim.size()) - 1;
  YenRange out = YenRange::exactly(row.by_claim[static_cast<std::size_t>(std::min(least, last))]);
  for (std::int64_t i = least; i <= std::min(most, last); ++i) {
    out = hull(out, YenRange::exactly(row.by_claim[static_cast<std::size_t>(i)]));
  }
  return out;
}

Copay copay_of(const Amount& row, const Version& version, const Situation& situation) {
  if (row.by_claim.empty()) return {row.yen, row.yen, {}};
  ClaimCount count;
  count.most = static_cast<std::int64_t>(row.by_claim.size()) - 1;
  const std::optional<IncidentKind> kind = situation.facts.kind();
  const auto counted = std::find_if(version.limits.begin(), version.limits.end(),
                                    [&kind](const LimitClause& limit) { return kind && limit.counts.contains(*kind); });
  if (counted != version.limits.end() && situation.cover != nullptr) count = count_claims(*counted, situation);
  Copay out{copay_over(row, count.least, count.most), {}, std::move(count.missing)};
  if (out.missing.empty() || out.yen.min == out.yen.max) {
    out.settled = out.yen;
  } else if (count.settled) {
    out.settled = copay_over(row, count.settled->first, count.settled->second);
  }
  return out;
}

/// The copays of all rows together.
struct Copays {
  std::optional<YenRange> yen, settled;
  std::vector<Fact> missing;
  bool differ = false;

  void add(const Copay& one) {
    differ = differ || (yen && *yen != one.yen);
    yen = yen ? hull(*yen, one.yen) : one.yen;
    if (one.settled) settled = settled ? hull(*settled, *one.settled) : *one.settled;
    add_all_once(missing, one.missing);
  }
};

/// Tells how a total reads when only some of its amounts are known with tax.
std::optional<Tax> first_or_join(std::optional<Tax> a, Tax b) { return a ? join(*a, b) : b; }

/// Two sources that name different sums; the range holds both.
void warn_of_conflict(std::vector<Warning>& out, CiteRef cite, CiteRef conflicts_with) {
  if (conflicts_with) add_once(out, Warning{kSourcesDiffer, cite, conflicts_with});
}

/// Whether a list price begins on an open day of the incident, which is told apart there.
bool begins_within(const PriceRow& row, const Situation& situation) {
  const DateSpan open = situation.facts[Fact::incident_on].day;
  if (open.is_day() || !row.from || *row.from <= open.first || *row.from > open.last) return false;
  for (int reading = 0; reading < 2; ++reading) {
    situation.begin_reading();
    situation.note(Fact::incident_on, FactValue::of(DateSpan::day(open.first)));
    situation.note(Fact::incident_on, FactValue::of(DateSpan::day(*row.from)));
  }
  return true;
}

/// The hull of the list prices of the wished place or, where none is wished, of every place that has one.
void put_list_prices(Price& out, const Situation& situation) {
  out.missing = open_price_facts(situation);
  if (!out.missing.empty()) return;
  const FactValue& place = situation.facts[Fact::incident_where];
  std::optional<Tax> tax;
  std::vector<Word> places;
  bool differs = false;
  bool day_tells = false;
  for (const PriceRow* row : list_prices(situation)) {
    if (place.is_said() && row->place != place.word) continue;
    differs = differs || (out.yen && *out.yen != row->yen);
    add_once(places, row->place);
    out.yen = out.yen ? hull(*out.yen, row->yen) : row->yen;
    tax = first_or_join(tax, row->tax);
    out.reasons.push_back(step(ReasonCode::list_price, row->id, row->cite, row->yen));
    warn_of_conflict(out.warnings, row->cite, row->conflicts_with);
    day_tells = begins_within(*row, situation) || day_tells;
  }
  out.tax = tax.value_or(Tax::not_stated);
  if (differs && day_tells) out.missing.push_back(Fact::incident_on);
  if (place.is_said() || places.size() < 2) return;
  situation.begin_reading();
  for (const Word word : places) situation.note(Fact::incident_where, FactValue::of(word));
  if (differs) out.missing.push_back(Fact::incident_where);
}

/// Whether a guard holds; one that is open does, so that the range stays wide enough.
bool stands(const Version& version, NodeRef when, const Situation& situation) {
  return !when || evaluate(version, when, situation).truth != Truth::no;
}

void apply_cap(Payment& out, const Amount& cap, const Price& price) {
  const YenRange known = price.yen.value_or(YenRange::open_from(Yen{0}));
  const YenRange excess = excess_over(known, cap.yen.min);
  out.yen = sum(out.yen, excess);
  out.reason.reasons.push_back(step(ReasonCode::benefit_cap, cap.id, cap.cite, excess));
  add_all_once(out.missing, price.missing);
}

/// Whether something came, or will have come, after its last day. What nobody spoke of counts as done in time.
Truth is_late(const Late& late, const Situation& situation) {
  const FactValue anchor = situation.value(late.by.of);
  const auto says = [&situation](const std::optional<Fact>& fact, std::int64_t flag) {
    return fact && situation.value(*fact).is_said() && situation.value(*fact).number == flag;
  };
  if (!anchor.is_said() || says(late.excused_by, 1)) return Truth::no;
  const Date earliest = late.by.end_from(anchor.day.first).on;
  const Date latest = late.by.end_from(anchor.day.last).on;
  const FactValue done = situation.value(late.done_on);
  if (done.is_said() && done.day.first > latest) return Truth::yes;
  if (done.is_said()) return done.day.last <= earliest ? Truth::no : Truth::unknown;
  if (!says(late.done, 0) || situation.facts.as_of <= earliest) return Truth::no;
  return situation.facts.as_of > latest ? Truth::yes : Truth::unknown;
}

/// When a charge falls due.
Finding due(const Version& version, const Amount& charge, const Situation& situation) {
  Finding out = plain(Truth::yes, ReasonCode::charge, charge.id, charge.cite);
  if (charge.when) out = evaluate(version, charge.when, situation);
  if (!charge.late) return out;
  const Truth late = is_late(*charge.late, situation);
  const Finding other = evaluate(version, charge.or_when, situation);
  const Truth either_way = charge.or_when && other.truth == Truth::yes ? Truth::yes : late;
  out.truth = both(out.truth, either_way);
  if (late == Truth::unknown) {
    const bool done = situation.value(charge.late->done_on).is_said();
    wait_for(out, {charge.late->by.of, done ? charge.late->done_on : charge.late->by.of}, situation);
  }
  return out;
}

/// The rows of a table that the fact may mean.
YenRange table_sum(const Amount& charge, std::vector<Fact>& missing, const Situation& situation) {
  if (!charge.table_by) return charge.yen;
  const FactValue value = situation.value(*charge.table_by);
  std::optional<YenRange> out;
  for (const AmountRow& row : charge.table) {
    if (value.is_said() && (value.number < row.at_least || value.number >= row.under)) continue;
    out = out ? hull(*out, YenRange::exactly(row.yen)) : YenRange::exactly(row.yen);
  }
  if (!value.is_said()) missing.push_back(*charge.table_by);
  return out.value_or(YenRange::open_from(Yen{0}));
}

}  // namespace

Tax join(Tax a, Tax b) { return a == b ? a : Tax::mixed; }

Price price_without_cover(const Situation& situation) {
  Price out;
  const std::optional<IncidentKind> kind = situation.facts.kind();
  if (kind && nothing_is_repaired(*kind)) {
    out.yen = YenRange::exactly(Yen{0});
    return out;
  }
  if (!kind) {
    situation.note_kinds();
    out.missing.push_back(Fact::incident_kind);
  }
  const FactValue& quote = situation.facts[Fact::incident_repair_price_yen];
  if (quote.is_said()) {
    out.yen = YenRange{kind ? Yen{quote.number} : Yen{0}, Yen{quote.number}};
    out.reasons.push_back(step(ReasonCode::quote, "quote", {}, *out.yen));
    out.reasons.back().facts = {Fact::incident_repair_price_yen};
    return out;
  }
  if (!kind) return out;
  put_list_prices(out, situation);
  if (!out.yen) out.missing.push_back(Fact::incident_repair_price_yen);
  return out;
}

Payment pay_under(const Version& version, const Price& price, const Situation& situation) {
  Payment out;
  out.reason = step(ReasonCode::payment, kPayment, {}, {});
  Copays copay;
  std::optional<Tax> tax;
  std::vector<Fact> guards;
  const std::vector<const Amount*> rows = copays(version, guards, situation);
  if (version.benefit_cap) out.reason.reasons = price.reasons;
  for (const Amount* row : rows) {
    const Copay one = copay_of(*row, version, situation);
    copay.add(one);
    warn_of_conflict(out.warnings, row->cite, row->conflicts_with);
    tax = first_or_join(tax, row->tax);
    out.reason.reasons.push_back(step(ReasonCode::copay, row->id, row->cite, one.yen));
  }
  if (rows.size() == 1) out.remedy = rows.front()->remedy;
  out.exchanged = is_exchanged(rows, situation.facts[Fact::incident_remedy]);
  if (copay.yen != copay.settled) add_all_once(out.missing, copay.missing);
  if (copay.differ) add_all_once(out.missing, guards);
  const bool one_remedy =
      std::all_of(rows.begin(), rows.end(), [&rows](const Amount* row) { return row->remedy == rows.front()->remedy; });
  const bool wish_open = !situation.facts[Fact::incident_remedy].is_said() && !one_remedy;
  if (copay.differ && wish_open && situation.facts.kind()) out.missing.push_back(Fact::incident_remedy);
  out.yen = copay.yen.value_or(YenRange::open_from(Yen{0}));
  out.tax = tax.value_or(Tax::not_stated);
  if (version.benefit_cap && stands(version, version.benefit_cap->when, situation)) {
    apply_cap(out, *version.benefit_cap, price);
  }
  if (version.customer_max && stands(version, version.customer_max->when, situation)) {
    out.yen = at_most(out.yen, version.customer_max->yen.min);
    out.reason.reasons.push_back(
        step(ReasonCode::customer_max, version.customer_max->id, version.customer_max->cite, out.yen));
  }
  out.reason.yen = out.yen;
  return out;
}

Charges charges_under(const Version& version, const Finding& in_play, const Situation& situation) {
  Charges out;
  for (const Amount& row : version.charges) {
    const Finding when = due(version, row, situation);
    const Truth truth = both(in_play.truth, when.truth);
    const bool triggered = truth == Truth::yes;
    std::vector<Fact> open;
    const YenRange yen = table_sum(row, open, situation);
    YenRange adds{};
    if (triggered) {
      adds = yen;
      add_all_once(out.missing, open);
      out.reasons.push_back(step(ReasonCode::charge, row.id, row.cite, yen));
    } else if (is_open(truth) && (row.late || std::none_of(when.missing.begin(), when.missing.end(), is_conduct))) {
      adds = hull(adds, yen);
      add_all_once(out.missing, when.missing);
      add_all_once(out.missing, in_play.missing);
    }
    out.yen = sum(out.yen, adds);
    out.list.push_back({row.kind, yen, adds, triggered, row.tax, row.cite});
  }
  return out;
}

}  // namespace hosho
