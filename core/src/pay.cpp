#include "pay.h"

#include <algorithm>
#include <utility>

#include "evaluate.h"
#include "prices.h"

namespace hosho {
namespace {

constexpr std::string_view kPayment = "payment";
constexpr std::string_view kSourcesDiffer = "sources_differ";

Reason step(ReasonCode code, std::string_view clause, CiteRef cite, const YenRange& yen) {
  Reason out;
  out.clause = clause;
  out.code = code;
  out.cite = cite;
  out.yen = yen;
  return out;
}

/// The copays that this incident and the wished remedy may meet; a wish that the plan does not offer is no condition.
std::vector<const Amount*> copays(const Version& version, const Situation& situation) {
  std::vector<const Amount*> offered;
  std::vector<const Amount*> wished;
  const std::optional<IncidentKind> kind = situation.facts.kind();
  const FactValue& remedy = situation.facts[Fact::incident_remedy];
  for (const Amount& row : version.you_pay) {
    if (kind && !row.kinds.contains(*kind)) continue;
    if (evaluate(version, row.when, situation).truth == Truth::no) continue;
    offered.push_back(&row);
    if (remedy.is_said() && row.remedy == remedy.word) wished.push_back(&row);
    if (!remedy.is_said() && row.remedy) situation.note(Fact::incident_remedy, FactValue::of(*row.remedy));
  }
  return wished.empty() ? offered : wished;
}

/// Tells how a total reads when only some of its amounts are known with tax.
std::optional<Tax> first_or_join(std::optional<Tax> a, Tax b) { return a ? join(*a, b) : b; }

/// Two sources that name different sums; the range holds both.
void warn_of_conflict(std::vector<Warning>& out, CiteRef cite, CiteRef conflicts_with) {
  if (conflicts_with) add_once(out, Warning{kSourcesDiffer, cite, conflicts_with});
}

/// The hull of the list prices of the wished place, or of all places. Where no place is wished and one of them has no
/// price, none is known.
void put_list_prices(Price& out, const Situation& situation) {
  const FactValue& place = situation.facts[Fact::incident_where];
  std::optional<Tax> tax;
  std::vector<Word> places;
  bool differs = false;
  for (const PriceRow* row : list_prices(situation)) {
    if (!place.is_said()) situation.note(Fact::incident_where, FactValue::of(row->place));
    if (place.is_said() && row->place != place.word) continue;
    differs = differs || (out.yen && *out.yen != row->yen);
    add_once(places, row->place);
    out.yen = out.yen ? hull(*out.yen, row->yen) : row->yen;
    tax = first_or_join(tax, row->tax);
    out.reasons.push_back(step(ReasonCode::list_price, row->id, row->cite, row->yen));
    warn_of_conflict(out.warnings, row->cite, row->conflicts_with);
  }
  out.tax = tax.value_or(Tax::not_stated);
  const bool day_open = !situation.facts[Fact::incident_on].day.is_day();
  if (differs && day_open) out.missing.push_back(Fact::incident_on);
  if (place.is_said() || places.empty()) return;
  const bool everywhere = places.size() == words_of(Vocabulary::place).size();
  if (!everywhere) out.yen.reset();
  if (!everywhere || (differs && places.size() > 1)) out.missing.push_back(Fact::incident_where);
}

void apply_cap(Payment& out, const Amount& cap, const Price& price) {
  const YenRange known = price.yen.value_or(YenRange::open_from(Yen{0}));
  const YenRange excess = excess_over(known, cap.yen.min);
  out.yen = sum(out.yen, excess);
  out.reason.reasons.push_back(step(ReasonCode::benefit_cap, cap.id, cap.cite, excess));
  add_all_once(out.missing, price.missing);
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
  const FactValue& quote = situation.facts[Fact::incident_repair_price_yen];
  if (quote.is_said()) {
    out.yen = YenRange::exactly(Yen{quote.number});
    out.reasons.push_back(step(ReasonCode::quote, "quote", {}, *out.yen));
    out.reasons.back().facts = {Fact::incident_repair_price_yen};
    return out;
  }
  put_list_prices(out, situation);
  if (!out.yen && kind) out.missing.push_back(Fact::incident_repair_price_yen);
  return out;
}

Payment pay_under(const Version& version, const Price& price, const Situation& situation) {
  Payment out;
  out.reason = step(ReasonCode::payment, kPayment, {}, {});
  std::optional<YenRange> copay;
  std::optional<Tax> tax;
  const std::vector<const Amount*> rows = copays(version, situation);
  if (version.benefit_cap) out.reason.reasons = price.reasons;
  bool differs = false;
  for (const Amount* row : rows) {
    differs = differs || (copay && *copay != row->yen);
    warn_of_conflict(out.warnings, row->cite, row->conflicts_with);
    copay = copay ? hull(*copay, row->yen) : row->yen;
    tax = first_or_join(tax, row->tax);
    out.reason.reasons.push_back(step(ReasonCode::copay, row->id, row->cite, row->yen));
  }
  if (rows.size() == 1) out.remedy = rows.front()->remedy;
  const bool wish_open = !situation.facts[Fact::incident_remedy].is_said();
  if (differs && wish_open && situation.facts.kind()) out.missing.push_back(Fact::incident_remedy);
  out.yen = copay.value_or(YenRange::open_from(Yen{0}));
  out.tax = tax.value_or(Tax::not_stated);
  if (version.benefit_cap) apply_cap(out, *version.benefit_cap, price);
  if (version.customer_max) {
    out.yen = at_most(out.yen, version.customer_max->yen.min);
    out.reason.reasons.push_back(
        step(ReasonCode::customer_max, version.customer_max->id, version.customer_max->cite, out.yen));
  }
  out.reason.yen = out.yen;
  return out;
}

Charges charges_under(const Version& version, Truth in_play, const Situation& situation) {
  Charges out;
  for (const Amount& row : version.charges) {
    const Finding when =
        row.when ? evaluate(version, row.when, situation) : plain(Truth::yes, ReasonCode::charge, "", {});
    const Truth truth = both(in_play, when.truth);
    const bool triggered = truth == Truth::yes;
    out.list.push_back({row.kind, row.yen, triggered, row.tax, row.cite});
    if (triggered) {
      out.yen = sum(out.yen, row.yen);
      out.reasons.push_back(step(ReasonCode::charge, row.id, row.cite, row.yen));
    } else if (is_open(truth) && std::none_of(when.missing.begin(), when.missing.end(), is_conduct)) {
      out.yen = sum(out.yen, hull(YenRange::exactly(Yen{0}), row.yen));
      add_all_once(out.missing, when.missing);
    }
  }
  return out;
}

}  // namespace hosho
