#include "pay.h"

#include <gtest/gtest.h>

namespace hosho {
namespace {

constexpr Word kModel{1};

PriceRow price(Word place, std::int64_t yen, std::optional<Date> from = {}) {
  PriceRow out;
  out.place = place;
  out.models = {kModel};
  out.kinds = KindSet::every();
  out.yen = YenRange::exactly(Yen{yen});
  out.from = from;
  return out;
}

/// A broken screen without a quote, in some month or on some day, to be mended wherever it may be.
std::vector<Fact> missing(std::vector<PriceRow> prices, const char* day) {
  Catalogue catalogue;
  catalogue.prices = std::move(prices);
  CaseFacts facts;
  facts[Fact::device_model] = FactValue::of(kModel);
  facts[Fact::incident_kind] = FactValue::of(Word{static_cast<std::int32_t>(IncidentKind::screen_crack)});
  facts[Fact::incident_on] = FactValue::of(*parse_date(day, true));
  return price_without_cover(Situation{catalogue, facts}).missing;
}

TEST(ListPrices, AskForTheDayOnlyWhereAPriceBeginsOnOneThatIsOpen) {
  const Date spring = parse_date("2024-04-10", false)->first;
  const std::vector<PriceRow> places = {price(Word{0}, 8000), price(Word{1}, 7000)};
  EXPECT_EQ(missing(places, "2024-04"), std::vector<Fact>{Fact::incident_where});
  const std::vector<PriceRow> dearer = {price(Word{0}, 8000), price(Word{0}, 9000, spring)};
  EXPECT_EQ(missing(dearer, "2024-04"), std::vector<Fact>{Fact::incident_on});
  EXPECT_TRUE(missing(dearer, "2024-03").empty());
  EXPECT_TRUE(missing(dearer, "2024-04-10").empty());
}

}  // namespace
}  // namespace hosho
