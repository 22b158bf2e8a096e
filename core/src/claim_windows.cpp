#include "claim_windows.h"

#include <algorithm>

#include "claim_readings.h"

namespace hosho {
namespace {

constexpr std::int32_t kMonthsOfAYear = 12;

/// Whole months from `day` to `from`, below 0 where `day` comes first.
std::int32_t month_of(Date day, Date from) {
  const CivilDay a = day.civil();
  const CivilDay b = from.civil();
  const std::int32_t months = (a.year - b.year) * kMonthsOfAYear + a.month - b.month;
  const std::int32_t last = days_in_month(a.year, a.month);
  return months - (a.day < std::min(b.day, last) ? 1 : 0);
}

ClaimWindows::Rule rule_of(ClaimYear year) {
  using Rule = ClaimWindows::Rule;
  switch (year) {
    case ClaimYear::first_use:
      return Rule::first_use;
    case ClaimYear::opened_by_claim:
      return Rule::opened_by_claim;
    case ClaimYear::rolling:
      return Rule::rolling;
    case ClaimYear::joined:
    case ClaimYear::started:
    case ClaimYear::bought:
    case ClaimYear::calendar:
      return Rule::fixed;
    case ClaimYear::whole_term:
    case ClaimYear::not_stated:
      break;
  }
  return Rule::whole_term;
}

/// The day on the anniversaries of which windows open; nothing: it is not known.
std::optional<Date> anchor_of(ClaimYear year, const ChoiceTerms& terms, std::size_t cover) {
  const auto told = [](const FactValue& value) {
    return value.is_said() ? std::optional(value.day.first) : std::nullopt;
  };
  const FactSlots& held = (*terms.facts.covers)[cover].facts;
  if (year == ClaimYear::joined) return told(held[index_of(Fact::cover_joined_on)]);
  if (year == ClaimYear::started) return told(held[index_of(Fact::cover_started_on)]);
  if (year == ClaimYear::bought) return told(terms.facts[Fact::device_bought_on]);
  return Date(CivilDay{terms.days.front().civil().year - 1, 1, 1});
}

/// Months in which a window opens, and the day on which the one of month 0 did.
Date put_openings(ClaimWindows& out, Date anchor, const std::vector<Date>& days) {
  Date current = anchor;
  for (std::int32_t k = 0; anniversary(anchor, k) <= days.back(); ++k) {
    const Date opening = anniversary(anchor, k);
    if (opening <= days.front()) {
      current = opening;
    } else {
      const auto first = std::lower_bound(days.begin(), days.end(), opening);
      out.openings.push_back(static_cast<std::int32_t>(first - days.begin()));
    }
  }
  return current;
}

}  // namespace

ClaimWindows windows_of(const LimitTerms& limit, const ChoiceTerms& terms, ClaimYear year) {
  ClaimWindows out;
  const ClaimYear told = limit.clause->year == ClaimYear::not_stated ? year : limit.clause->year;
  out.rule = rule_of(told);
  out.claims = limit.clause->claims;
  if (terms.days.empty()) return out;
  Date since = kFirstDate;
  if (out.rule == ClaimWindows::Rule::fixed) {
    const std::optional<Date> anchor = anchor_of(told, terms, limit.cover);
    since = put_openings(out, anchor.value_or(terms.days.front()), terms.days);
  }
  for (const Claim& claim : *(*terms.facts.covers)[limit.cover].claims) {
    const Date on = claim.on.last;  // of a forgotten day the last: it counts longest
    const bool counts = !claim.kind || limit.clause->counts.contains(*claim.kind);
    if (counts && on >= since && on < terms.days.front()) out.before.push_back(month_of(on, terms.days.front()));
  }
  std::sort(out.before.begin(), out.before.end());
  return out;
}

}  // namespace hosho
