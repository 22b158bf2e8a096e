#include "hosho/vocabulary.h"

#include <algorithm>

namespace hosho {
namespace {

using Words = std::string_view[];

constexpr Words kCategories = {"smartphone", "feature_phone", "tablet", "watch", "music_player", "computer", "router"};
constexpr Words kSystems = {"android", "ios", "ipados", "watchos", "macos", "windows"};
constexpr Words kConditions = {"new", "used", "refurbished"};
constexpr Words kOwners = {"subscriber", "family", "other"};
constexpr Words kContractedVia = {"online_store", "shop", "phone"};
constexpr Words kPayments = {"lump_sum", "instalments"};
constexpr Words kRemedies = {"repair", "exchange", "express_exchange"};
constexpr Words kPlaces = {"maker", "authorised_provider", "shop"};
constexpr Words kLoanerStates = {"ok", "damaged", "lost"};

}  // namespace

std::optional<Fact> find_fact(std::string_view path) noexcept {
  const auto* const found =
      std::find_if(kFacts.begin(), kFacts.end(), [path](const FactInfo& row) { return row.path == path; });
  if (found == kFacts.end()) return std::nullopt;
  return found->fact;
}

std::span<const std::string_view> words_of(Vocabulary vocabulary) noexcept {
  switch (vocabulary) {
    case Vocabulary::category:
      return kCategories;
    case Vocabulary::os:
      return kSystems;
    case Vocabulary::condition:
      return kConditions;
    case Vocabulary::owner:
      return kOwners;
    case Vocabulary::contracted_via:
      return kContractedVia;
    case Vocabulary::payment:
      return kPayments;
    case Vocabulary::incident_kind:
      return kIncidentKinds;
    case Vocabulary::remedy:
      return kRemedies;
    case Vocabulary::place:
      return kPlaces;
    case Vocabulary::loaner_state:
      return kLoanerStates;
    case Vocabulary::none:
    case Vocabulary::open:
    case Vocabulary::device:
    case Vocabulary::provider:
    case Vocabulary::carrier:
      break;
  }
  return {};
}

}  // namespace hosho
