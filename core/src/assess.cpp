#include <algorithm>
#include <utility>

#include "ask.h"
#include "cells.h"
#include "hosho/hosho.h"
#include "prices.h"
#include "rank.h"

namespace hosho {

void fill_from_device_table(const Catalogue& catalogue, CaseFacts& facts) {
  const FactValue& model = facts[Fact::device_model];
  if (!model.is_said()) return;
  const auto device = std::find_if(catalogue.devices.begin(), catalogue.devices.end(),
                                   [&](const Device& row) { return row.model.word == model.word; });
  if (device == catalogue.devices.end()) return;
  const auto fill = [&facts](Fact fact, const FactValue& value) {
    if (!facts[fact].is_said()) facts[fact] = value;
  };
  fill(Fact::device_maker, device->maker);
  fill(Fact::device_category, device->category);
  fill(Fact::device_os, device->os);
  fill(Fact::device_released_on, device->released_on);
}

std::vector<const Plan*> plans_named(const Catalogue& catalogue, std::span<const std::string> ids) {
  std::vector<const Plan*> out;
  for (const Plan& plan : catalogue.plans) {
    if (ids.empty() || std::find(ids.begin(), ids.end(), plan.id) != ids.end()) out.push_back(&plan);
  }
  return out;
}

Assessment answer_without_asking(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans,
                                 std::vector<Cut>* cuts, bool exact) {
  std::vector<Option> out;
  for (const Plan* plan : plans_named(catalogue, plans)) {
    out.push_back(exact ? answer_exactly({assess_plan, assess_figures}, catalogue, *plan, facts, cuts)
                        : assess_figures(catalogue, *plan, facts, cuts));
  }
  return put_together(catalogue, facts, std::move(out));
}

Assessment put_together(const Catalogue& catalogue, const CaseFacts& facts, std::vector<Option> options) {
  Assessment out;
  out.options = std::move(options);
  const Situation situation{catalogue, facts, nullptr, nullptr};
  for (const PriceRow* row : list_prices(situation)) out.options.push_back(paid_repair(*row, facts));
  rank(out.options);
  out.best = best_of(out.options);
  return out;
}

Assessment assess(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans) {
  CaseFacts filled = facts;
  fill_from_device_table(catalogue, filled);
  std::vector<Cut> cuts;
  Assessment out = answer_without_asking(catalogue, filled, plans, &cuts, true);
  ask(catalogue, filled, plans, cuts, out);
  return out;
}

}  // namespace hosho
