#include "pay.h"

#include <algorithm>
#include <utility>

#include "evaluate.h"

namespace hosho {
namespace {

constexpr const char* kPayment = "payment";

Reason step(ReasonCode code, std::string clause, CiteRef cite, const YenRange& yen) {
  Reason out;
  out.clause = std::move(clause);
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
  }
  return wished.empty() ? offered : wished;
}

/// Tells how a total reads when only some of its amounts are known with tax.
std::optional<Tax> first_or_join(std::optional<Tax> a, Tax b) { return a ? join(*a, b) : b; }

void apply_cap(Payment& out, const Amount& cap, const Price& price) {
  const YenRange known = price.yen.value_or(YenRange::open_from(Yen{0}));
  const YenRange excess = excess_over(known, cap.yen.min);
  out.yen = sum(out.yen, excess);
  out.reason.reasons.push_back(step(ReasonCode::benefit_cap, cap.id, cap.cite, excess));
  add_all_once(out.missing, price.missing);
}

}  // namespace

Tax join(Tax a, Tax b) { return a == b ? a : Tax::mixed; }

bool is_about(const PriceRow& row, const Situation& situation) {
  const FactValue& model = situation.facts[Fact::device_model];
  const std::optional<IncidentKind> kind = situation.facts.kind();
  const bool of_model =
      model.is_said() && std::find(row.models.begin(), row.models.end(), model.word) != row.models.end();
  return of_model && kind && row.kinds.contains(*kind);
}

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
    out.reason = step(ReasonCode::quote, "quote", {}, *out.yen);
    out.reason.facts = {Fact::incident_repair_price_yen};
    return out;
  }
  const FactValue& place = situation.facts[Fact::incident_where];
  std::optional<Tax> tax;
  bool differs = false;
  for (const PriceRow& row : situation.catalogue.prices) {
    if (!is_about(row, situation) || (place.is_said() && row.place != place.word)) continue;
    differs = differs || (out.yen && *out.yen != row.yen);
    out.yen = out.yen ? hull(*out.yen, row.yen) : row.yen;
    tax = first_or_join(tax, row.tax);
    out.reason = step(ReasonCode::list_price, row.id, row.cite, *out.yen);
  }
  out.tax = tax.value_or(Tax::not_stated);
  if (differs && !place.is_said()) out.missing.push_back(Fact::incident_where);
  if (!out.yen && kind) out.missing.push_back(Fact::incident_repair_price_yen);
  return out;
}

Payment pay_under(const Version& version, const Price& price, const Situation& situation) {
  Payment out;
  out.reason = step(ReasonCode::payment, kPayment, {}, {});
  std::optional<YenRange> copay;
  std::optional<Tax> tax;
  const std::vector<const Amount*> rows = copays(version, situation);
  if (version.benefit_cap && price.yen) out.reason.reasons.push_back(price.reason);
  for (const Amount* row : rows) {
    copay = copay ? hull(*copay, row->yen) : row->yen;
    tax = first_or_join(tax, row->tax);
    out.reason.reasons.push_back(step(ReasonCode::copay, row->id, row->cite, row->yen));
  }
  if (rows.size() == 1) out.remedy = rows.front()->remedy;
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
    const Finding when = evaluate(version, row.when, situation);
    const Truth truth = row.when ? both(in_play, when.truth) : in_play;
    const bool triggered = truth == Truth::yes;
    out.list.push_back({row.kind, row.yen, triggered, row.tax, row.cite});
    if (triggered) {
      out.yen = sum(out.yen, row.yen);
      out.reasons.push_back(step(ReasonCode::charge, row.id, row.cite, row.yen));
    } else if (is_open(truth) && when.truth == Truth::yes) {
      out.yen = sum(out.yen, hull(YenRange::exactly(Yen{0}), row.yen));
    }
  }
  return out;
}

}  // namespace hosho
