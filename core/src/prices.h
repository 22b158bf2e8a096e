#pragma once
/// The price rows that stand for a case.

#include <vector>

#include "situation.h"

namespace hosho {

/// For each place the row in force on the day of the incident, or those that may be where the day is open. Rows that
/// name the model come before rows of its maker; before the oldest row of a list, that row answers. Nothing while the
/// model or the incident is not said.
[[nodiscard]] std::vector<const PriceRow*> list_prices(const Situation& situation);

/// Facts not said by which the rows for this incident differ; their values are noted as cuts. While there is one, no
/// list price is known.
[[nodiscard]] std::vector<Fact> open_price_facts(const Situation& situation);

}  // namespace hosho
