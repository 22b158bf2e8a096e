#include "write_reason.h"

#include <algorithm>
#include <array>

namespace hosho::json {
namespace {

void write_stretch(Writer& out, std::string_view key, const std::optional<DateSpan>& span) {
  if (!span) return;
  out.key(key).text(to_string(span->last));
}

void write_period(Writer& out, const Period& period, std::optional<std::size_t> cover) {
  out.key("of").text(spell(period.of, cover));
  if (period.months) out.key("months").number(period.months->count);
  if (period.days) out.key("days").number(period.days->count);
}

/// Bounds of a number; those of a percent are whole in every file.
void write_bounds(Writer& out, const Reason& reason) {
  constexpr std::int64_t kThousandths = 1000;
  const bool percent = !reason.facts.empty() && info(reason.facts.front()).type == FactType::percent;
  const auto bound = [&](std::string_view key, std::optional<std::int64_t> value) {
    if (value) out.key(key).number(percent ? *value / kThousandths : *value);
  };
  bound("at_least", reason.test->at_least);
  bound("over", reason.test->over);
  bound("at_most", reason.test->at_most);
  bound("under", reason.test->under);
}

void write_values(Writer& out, const Reason& reason, std::optional<std::size_t> cover) {
  const bool any = reason.period || reason.on || !reason.allowed.empty() || reason.kind || reason.rests_on ||
                   reason.yen || !reason.silence.empty() || reason.test != nullptr;
  if (!any) return;
  out.key("values").open_object();
  if (reason.period) write_period(out, *reason.period, cover);
  if (reason.test != nullptr) write_bounds(out, reason);
  write_stretch(out, "on", reason.on);
  if (reason.safe_on) out.key("safe_on").text(to_string(reason.safe_on->first));
  if (!reason.allowed.empty()) {
    out.key("allowed").open_array();
    for (const std::string_view word : reason.allowed) out.text(word);
    out.close_array();
  }
  if (reason.kind) out.key("kind").text(kIncidentKinds[static_cast<std::size_t>(*reason.kind)]);
  if (!reason.silence.empty()) out.key("silence").text(reason.silence);
  if (reason.rests_on)
    out.key("rests_on").text(reason.rests_on->kind == RestsOn::Kind::reported_case ? "reported_case" : "inference");
  if (reason.yen) {
    out.key("yen");
    write_range(out, reason.yen);
  }
  out.close_object();
}

}  // namespace

std::int64_t CiteList::position(std::uint32_t cite) {
  const auto found = std::find(used_.begin(), used_.end(), cite);
  if (found != used_.end()) return found - used_.begin();
  used_.push_back(cite);
  return static_cast<std::int64_t>(used_.size()) - 1;
}

std::string spell(Fact fact, std::optional<std::size_t> cover) {
  const std::string_view path = info(fact).path;
  if (!is_cover_fact(fact) || !cover) return std::string(is_cover_fact(fact) ? "covers" : path);
  return "covers[" + std::to_string(*cover) + ']' + std::string(path.substr(path.find('.')));
}

void write_range(Writer& out, const std::optional<YenRange>& range) {
  if (!range) {
    out.null();
    return;
  }
  out.open_object().key("min").number(range->min.amount).key("max");
  if (range->max) {
    out.number(range->max->amount);
  } else {
    out.null();
  }
  if (range->approx) out.key("approx").flag(true);
  out.close_object();
}

void write_cite(Writer& out, std::string_view key, CiteRef cite, CiteList& cites) {
  if (cite) out.key(key).number(cites.position(*cite));
}

void write_reason(Writer& out, const Reason& reason, std::optional<std::size_t> cover, CiteList& cites) {
  out.open_object()
      .key("clause")
      .text(reason.clause)
      .key("code")
      .text(to_string(reason.code))
      .key("outcome")
      .text(to_text(reason.outcome));
  out.key("facts").open_array();
  for (const Fact fact : reason.facts) out.text(spell(fact, cover));
  out.close_array();
  write_values(out, reason, cover);
  if (reason.margin_min) out.key("margin_days").number(*reason.margin_min);
  if (reason.margin_max && reason.margin_max != reason.margin_min)
    out.key("margin_days_max").number(*reason.margin_max);
  write_cite(out, "cite", reason.cite, cites);
  out.key("reasons").open_array();
  for (const Reason& part : reason.reasons) write_reason(out, part, cover, cites);
  out.close_array().close_object();
}

std::string_view to_text(Truth truth) noexcept {
  constexpr std::array<std::string_view, 5> kNames = {"yes", "no", "unknown", "not_stated", "not_applicable"};
  return kNames[static_cast<std::size_t>(truth)];
}

std::string_view to_text(Tax tax) noexcept {
  constexpr std::array<std::string_view, 5> kNames = {"included", "excluded", "exempt", "not_stated", "mixed"};
  return kNames[static_cast<std::size_t>(tax)];
}

}  // namespace hosho::json
