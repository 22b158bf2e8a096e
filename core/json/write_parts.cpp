#include "write_parts.h"

#include <array>

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 4> kCountings = {"civil_code", "first_day_included", "not_stated", "date"};

void write_sums(Writer& out, const std::vector<SumOver>& list, CiteList& cites) {
  out.key("other_sums").open_array();
  for (const SumOver& row : list) {
    out.open_object().key("months").number(row.months).key("yen").number(row.yen.amount);
    write_cite(out, "cite", row.cite, cites);
    out.close_object();
  }
  out.close_array();
}

}  // namespace

void write_deadline(Writer& out, const Deadline& row, CiteList& cites) {
  out.key("kind").text(kDeadlineKinds[static_cast<std::size_t>(row.kind)]);
  out.key("on").text(to_string(row.on)).key("safe_on").text(to_string(row.safe_on));
  out.key("counting").text(kCountings[static_cast<std::size_t>(row.counting)]);
  write_cite(out, "cite", row.cite, cites);
}

void write_charges(Writer& out, const std::vector<Charged>& list, YenRange Charged::*sum, CiteList& cites) {
  out.key("charges").open_array();
  for (const Charged& row : list) {
    out.open_object().key("kind").text(row.kind).key("yen");
    write_range(out, row.*sum);
    out.key("triggered").flag(row.triggered).key("tax").text(to_text(row.tax));
    write_cite(out, "cite", row.cite, cites);
    out.close_object();
  }
  out.close_array();
}

void write_silences(Writer& out, const std::vector<Silence>& list, CiteList& cites) {
  out.key("not_stated").open_array();
  for (const Silence& row : list) {
    out.open_object().key("code").text(row.code);
    write_cite(out, "cite", row.cite, cites);
    out.close_object();
  }
  out.close_array();
}

void write_warnings(Writer& out, const std::vector<Warning>& list, CiteList& cites) {
  out.key("cautions").open_array();
  for (const Warning& row : list) {
    out.open_object().key("code").text(row.code);
    write_cite(out, "cite", row.cite, cites);
    write_cite(out, "conflicts_with", row.conflicts_with, cites);
    if (row.other_sums != nullptr && !row.other_sums->empty()) write_sums(out, *row.other_sums, cites);
    out.close_object();
  }
  out.close_array();
}

void write_reasons(Writer& out, const std::vector<Reason>& list, std::optional<std::size_t> cover, CiteList& cites) {
  out.key("reasons").open_array();
  for (const Reason& reason : list) write_reason(out, reason, cover, cites);
  out.close_array();
}

void write_cites(Writer& out, const CiteList& cites, const Catalogue& catalogue) {
  out.key("cites").open_array();
  for (const std::uint32_t index : cites.used()) {
    const Cite& row = catalogue.evidence.cites[index];
    const Source& source = catalogue.evidence.sources[row.source];
    out.open_object().key("source").text(source.id).key("title").text(source.title).key("kind").text(source.kind);
    out.key("as_of").text(source.as_of);
    if (!row.clause.empty()) out.key("clause").text(row.clause);
    if (!row.quote.empty()) out.key("quote").text(row.quote);
    if (!source.url.empty()) out.key("url").text(source.url);
    out.close_object();
  }
  out.close_array();
}

}  // namespace hosho::json
