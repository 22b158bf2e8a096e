#pragma once
/// The closed vocabularies of a case and the list of its facts: their one home. `docs/` and `web/` are held to it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hosho {

/// What a fact is.
enum class FactType : std::uint8_t {
  day,      ///< a date or a month
  flag,     ///< true or false
  yen,      ///< whole yen
  percent,  ///< thousandths of a percent
  count,    ///< a whole number
  moment,   ///< local date and time
  word,     ///< one word of a vocabulary
  list,     ///< several things; no clause tests it, but it may be missing
};

/// Where the words of a fact come from. The closed lists are in `words_of`.
enum class Vocabulary : std::uint8_t {
  none,
  open,      ///< any word; one that no plan names matches nothing
  device,    ///< ids of the device table, and "other"
  provider,  ///< ids of the provider table
  carrier,   ///< ids of the provider table, and "none"
  category,
  os,
  condition,
  owner,
  contracted_via,
  payment,
  incident_kind,
  remedy,
  place,
  loaner_state,
};

// id, path as in the case, type, vocabulary
#define HOSHO_FACTS(X)                                                                      \
  X(as_of, "as_of", day, none)                                                              \
  X(device_model, "device.model", word, device)                                             \
  X(device_maker, "device.maker", word, open)                                               \
  X(device_category, "device.category", word, category)                                     \
  X(device_os, "device.os", word, os)                                                       \
  X(device_released_on, "device.released_on", day, none)                                    \
  X(device_bought_on, "device.bought_on", day, none)                                        \
  X(device_price_yen, "device.price_yen", yen, none)                                        \
  X(device_bought_from, "device.bought_from", word, provider)                               \
  X(device_condition, "device.condition", word, condition)                                  \
  X(device_sold_in_japan, "device.sold_in_japan", flag, none)                               \
  X(device_conformity_mark, "device.conformity_mark", flag, none)                           \
  X(device_sim_unlocked, "device.sim_unlocked", flag, none)                                 \
  X(device_undamaged, "device.undamaged", flag, none)                                       \
  X(device_maker_warranty_until, "device.maker_warranty_until", day, none)                  \
  X(device_repaired_by_third_party, "device.repaired_by_third_party", flag, none)           \
  X(device_modified, "device.modified", flag, none)                                         \
  X(device_owner, "device.owner", word, owner)                                              \
  X(device_serial_number_known, "device.serial_number_known", flag, none)                   \
  X(line_carrier, "line.carrier", word, carrier)                                            \
  X(line_plan, "line.plan", word, open)                                                     \
  X(line_contracted_on, "line.contracted_on", day, none)                                    \
  X(line_contracted_via, "line.contracted_via", word, contracted_via)                       \
  X(line_opened_on, "line.opened_on", day, none)                                            \
  X(line_is_new_contract, "line.is_new_contract", flag, none)                               \
  X(line_ported_from, "line.ported_from", word, carrier)                                    \
  X(line_sim_only, "line.sim_only", flag, none)                                             \
  X(line_in_use_on_device, "line.in_use_on_device", flag, none)                             \
  X(other_covers_count, "other_covers_count", count, none)                                  \
  X(payment, "payment", word, payment)                                                      \
  X(join_on, "join_on", day, none)                                                          \
  X(incident_kind, "incident.kind", word, incident_kind)                                    \
  X(incident_on, "incident.on", day, none)                                                  \
  X(incident_battery_capacity_percent, "incident.battery_capacity_percent", percent, none)  \
  X(incident_manufacturing_defect, "incident.manufacturing_defect", flag, none)             \
  X(incident_repair_price_yen, "incident.repair_price_yen", yen, none)                      \
  X(incident_remedy, "incident.remedy", word, remedy)                                       \
  X(incident_where, "incident.where", word, place)                                          \
  X(incident_part, "incident.part", word, open)                                             \
  X(incident_estimate_wanted, "incident.estimate_wanted", flag, none)                       \
  X(incident_data_erased, "incident.data_erased", flag, none)                               \
  X(incident_arrived_on, "incident.arrived_on", day, none)                                  \
  X(incident_replacement_delivered_on, "incident.replacement_delivered_on", day, none)      \
  X(incident_old_device_returned, "incident.old_device_returned", flag, none)               \
  X(incident_old_device_sent_on, "incident.old_device_sent_on", day, none)                  \
  X(incident_old_device_returned_on, "incident.old_device_returned_on", day, none)          \
  X(incident_old_device_collected, "incident.old_device_collected_at_delivery", flag, none) \
  X(incident_loaner_used, "incident.loaner.used", flag, none)                               \
  X(incident_loaner_requested_at, "incident.loaner.requested_at", moment, none)             \
  X(incident_loaner_value_yen, "incident.loaner.value_yen", yen, none)                      \
  X(incident_loaner_due_from, "incident.loaner.due_from", day, none)                        \
  X(incident_loaner_returned_on, "incident.loaner.returned_on", day, none)                  \
  X(incident_loaner_state, "incident.loaner.state", word, loaner_state)                     \
  X(documents_proof_of_purchase, "documents.proof_of_purchase", flag, none)                 \
  X(documents_credit_card, "documents.credit_card", flag, none)                             \
  /* of the cover that the person holds under the plan in question */                       \
  X(cover_joined_on, "cover.joined_on", day, none)                                          \
  X(cover_started_on, "cover.started_on", day, none)                                        \
  X(cover_registered_on, "cover.registered_on", day, none)                                  \
  X(cover_registered, "cover.registered", flag, none)                                       \
  X(cover_is_this_device, "cover.is_this_device", flag, none)                               \
  X(cover_ended_on, "cover.ended_on", day, none)                                            \
  X(cover_extended, "cover.extended", flag, none)                                           \
  X(cover_claims, "cover.claims", list, none)                                               \
  X(cover_claims_on, "cover.claims.on", list, none)                                         \
  X(cover_claims_kind, "cover.claims.kind", list, none)                                     \
  /* whether the person holds anything at all; read from the list itself */                 \
  X(covers, "covers", list, none)

/// A fact of the case.
enum class Fact : std::uint8_t {
#define HOSHO_FACT_ID(id, path, type, vocabulary) id,
  HOSHO_FACTS(HOSHO_FACT_ID)
#undef HOSHO_FACT_ID
};

/// What is known of a fact in general.
struct FactInfo {
  Fact fact;
  std::string_view path;
  FactType type;
  Vocabulary vocabulary;
};

inline constexpr auto kFacts = std::to_array<FactInfo>({
#define HOSHO_FACT_ROW(id, path, type, vocabulary) {Fact::id, path, FactType::type, Vocabulary::vocabulary},
    HOSHO_FACTS(HOSHO_FACT_ROW)
#undef HOSHO_FACT_ROW
});
inline constexpr std::size_t kFactCount = kFacts.size();

[[nodiscard]] constexpr const FactInfo& info(Fact fact) noexcept { return kFacts[static_cast<std::size_t>(fact)]; }
[[nodiscard]] constexpr std::size_t index_of(Fact fact) noexcept { return static_cast<std::size_t>(fact); }

/// Facts of a held cover; they are spelled `covers[i].…` in a case and `cover.…` in a plan.
[[nodiscard]] constexpr bool is_cover_fact(Fact fact) noexcept {
  return fact >= Fact::cover_joined_on && fact < Fact::covers;
}

/// What the person did or left undone after the incident. As long as nothing is said of it, it counts as not done.
[[nodiscard]] constexpr bool is_conduct(Fact fact) noexcept {
  return fact >= Fact::incident_arrived_on && fact <= Fact::incident_loaner_state;
}

/// The fact with this path, as a plan file spells it.
[[nodiscard]] std::optional<Fact> find_fact(std::string_view path) noexcept;

// clang-format off
#define HOSHO_INCIDENT_KINDS(X)                                                                                       \
  X(initial_defect) X(natural_failure) X(camera_failure) X(button_failure) X(board_failure) X(software_fault)         \
  X(battery_wear) X(battery_swelling) X(screen_crack) X(back_glass_crack) X(screen_and_back_crack)                    \
  X(water_damage) X(partial_damage) X(total_loss) X(fire) X(theft) X(loss) X(natural_disaster)                        \
  X(intentional_damage) X(gross_negligence) X(modification) X(sim_damage) X(accessory_damage) X(data_loss)            \
  X(no_fault_found) X(cancelled_by_customer)
// clang-format on

/// What can happen to a phone, or come of sending it in.
enum class IncidentKind : std::uint8_t {
#define HOSHO_KIND_ID(id) id,
  HOSHO_INCIDENT_KINDS(HOSHO_KIND_ID)
#undef HOSHO_KIND_ID
};

inline constexpr auto kIncidentKinds = std::to_array<std::string_view>({
#define HOSHO_KIND_NAME(id) #id,
    HOSHO_INCIDENT_KINDS(HOSHO_KIND_NAME)
#undef HOSHO_KIND_NAME
});

/// Failures of a part that are natural failures unless a clause names them.
[[nodiscard]] constexpr bool is_natural_failure_of_a_part(IncidentKind kind) noexcept {
  return kind == IncidentKind::camera_failure || kind == IncidentKind::button_failure ||
         kind == IncidentKind::board_failure;
}

/// Nothing is repaired: such an incident is never covered.
[[nodiscard]] constexpr bool nothing_is_repaired(IncidentKind kind) noexcept {
  return kind == IncidentKind::no_fault_found || kind == IncidentKind::cancelled_by_customer;
}

// clang-format off
#define HOSHO_CLAIM_YEARS(X)                                                                                          \
  X(first_use) X(opened_by_claim) X(joined) X(started) X(bought) X(calendar) X(rolling) X(whole_term)                 \
  X(not_stated)
// clang-format on

/// From when the year of a claim limit counts; `not_stated`: any of the readings before `whole_term`.
enum class ClaimYear : std::uint8_t {
#define HOSHO_CLAIM_YEAR_ID(id) id,
  HOSHO_CLAIM_YEARS(HOSHO_CLAIM_YEAR_ID)
#undef HOSHO_CLAIM_YEAR_ID
};

inline constexpr auto kClaimYears = std::to_array<std::string_view>({
#define HOSHO_CLAIM_YEAR_NAME(id) #id,
    HOSHO_CLAIM_YEARS(HOSHO_CLAIM_YEAR_NAME)
#undef HOSHO_CLAIM_YEAR_NAME
});

// clang-format off
#define HOSHO_DEADLINE_KINDS(X)                                                                                       \
  X(cover_starts) X(cover_ends) X(natural_failure_ends) X(free_repair_ends) X(maker_warranty_ends) X(join_by)         \
  X(register_by) X(next_claim_window_opens) X(return_old_device_by) X(return_loaner_by) X(claim_by)
// clang-format on

/// What a deadline ends or opens.
enum class DeadlineKind : std::uint8_t {
#define HOSHO_DEADLINE_ID(id) id,
  HOSHO_DEADLINE_KINDS(HOSHO_DEADLINE_ID)
#undef HOSHO_DEADLINE_ID
};

inline constexpr auto kDeadlineKinds = std::to_array<std::string_view>({
#define HOSHO_DEADLINE_NAME(id) #id,
    HOSHO_DEADLINE_KINDS(HOSHO_DEADLINE_NAME)
#undef HOSHO_DEADLINE_NAME
});

/// The words of a closed vocabulary, in the order of their numbers; empty for an open one.
[[nodiscard]] std::span<const std::string_view> words_of(Vocabulary vocabulary) noexcept;

}  // namespace hosho
