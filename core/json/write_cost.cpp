#include "write_cost.h"

#include "write_parts.h"

namespace hosho::json {
namespace {

void write_end(Writer& out, std::string_view key, const std::optional<Yen>& end) {
  out.key(key);
  if (end) {
    out.number(end->amount);
  } else {
    out.null();
  }
}

void write_sum(Writer& out, std::string_view key, const YenRange& yen) {
  out.key(key);
  write_range(out, yen);
}

}  // namespace

std::string write_cost(const Cost& answer, const Catalogue& catalogue) {
  Writer out;
  CiteList cites;
  out.open_object().key("plan").text(answer.plan);
  write_sum(out, "fees_yen", answer.fees);
  write_sum(out, "you_pay_yen", answer.you_pay);
  write_charges(out, answer.charges, &Charged::adds, cites);
  write_sum(out, "total_yen", answer.total);
  write_sum(out, "without_plan_yen", answer.without_plan);
  out.key("saving_yen").open_object();
  write_end(out, "min", answer.saving.min);
  write_end(out, "max", answer.saving.max);
  out.close_object().key("tax").text(to_text(answer.tax.value_or(Tax::not_stated)));
  out.key("without_plan_tax").text(to_text(answer.without_plan_tax.value_or(Tax::not_stated)));
  out.key("missing").open_array();
  for (const OpenFact& row : answer.missing) {
    out.open_object().key("fact").text(spell(row.fact, answer.cover));
    if (row.incident) out.key("incident").number(static_cast<std::int64_t>(*row.incident));
    out.close_object();
  }
  out.close_array();
  write_silences(out, answer.not_stated, cites);
  write_warnings(out, answer.cautions, cites);
  write_reasons(out, answer.reasons, answer.cover, cites);
  write_cites(out, cites, catalogue);
  return out.close_object().take();
}

}  // namespace hosho::json
