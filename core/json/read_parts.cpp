#include <algorithm>
#include <array>

#include "read_condition.h"
#include "read_plan.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 4> kTaxes = {"included", "excluded", "exempt", "not_stated"};
constexpr std::array<std::string_view, 7> kSourceKinds = {"terms", "terms_quoted", "guide",  "customer_report",
                                                          "press", "blog",         "derived"};

std::string read_address(const At& at, Problems& problems) {
  std::string out = read_text(at, problems);
  const bool web = out.starts_with("https://") || out.starts_with("http://");
  if (!out.empty() && !web)
    report(problems, ProblemCode::bad_value, at, "an address that begins with https:// or http://");
  return out;
}

SourceDocument read_source(const std::string& id, const At& at, Problems& problems) {
  SourceDocument out;
  out.id = id;
  if (!is_name(id, '-'))
    problems.push_back({ProblemCode::bad_value, at.pointer, id, "lower-case words joined by -", at.value->order});
  Fields fields(at, problems);
  if (const auto title = fields.required("title")) out.title = read_text(*title, problems);
  if (const auto publisher = fields.required("publisher")) static_cast<void>(read_text(*publisher, problems));
  if (const auto kind = fields.required("kind")) out.kind = kSourceKinds[read_word(*kind, kSourceKinds, problems)];
  if (const auto as_of = fields.required("as_of")) {
    out.as_of = as_of->is(Value::Kind::string) && as_of->value->text == "undated"
                    ? "undated"
                    : to_string(read_day(*as_of, false, problems).first);
  }
  if (const auto url = fields.optional("url")) out.url = read_address(*url, problems);
  if (const auto note = fields.optional("note")) static_cast<void>(read_text(*note, problems));
  fields.finish();
  return out;
}

}  // namespace

std::vector<SourceDocument> read_sources(const At& at, Problems& problems) {
  std::vector<SourceDocument> out;
  Fields fields(at, problems);
  for (const auto& [id, source] : fields.rest()) out.push_back(read_source(id, source, problems));
  if (fields.ok() && out.empty()) report(problems, ProblemCode::empty_list, at, "at least one source");
  return out;
}

YenRange read_yen(const At& at, Problems& problems) {
  if (!at.is(Value::Kind::object)) return YenRange::exactly(Yen{read_integer(at, 0, kLargestYen.amount, problems)});
  YenRange out;
  Fields fields(at, problems);
  if (const auto min = fields.required("min")) out.min = Yen{read_integer(*min, 0, kLargestYen.amount, problems)};
  if (const auto max = fields.required("max")) {
    out.max.reset();
    if (!max->is(Value::Kind::null)) out.max = Yen{read_integer(*max, out.min.amount, kLargestYen.amount, problems)};
  }
  fields.finish();
  return out;
}

Tax read_tax(const At& at, Problems& problems) { return static_cast<Tax>(read_word(at, kTaxes, problems)); }

std::vector<std::pair<IncidentKind, Place>> read_kinds(const At& at, Problems& problems) {
  std::vector<std::pair<IncidentKind, Place>> out;
  for (const At& item : read_list(at, false, problems)) {
    const std::size_t before = problems.size();
    const auto kind = static_cast<IncidentKind>(read_word(item, kIncidentKinds, problems, ProblemCode::unknown_kind));
    if (problems.size() > before) continue;
    const bool twice = std::any_of(out.begin(), out.end(), [kind](const auto& row) { return row.first == kind; });
    if (twice) report(problems, ProblemCode::bad_value, item, "each kind once");
    out.push_back({kind, {item.pointer, item.value->order}});
  }
  return out;
}

std::pair<std::string, std::string> read_bilingual(const At& at, Problems& problems) {
  std::pair<std::string, std::string> out;
  Fields fields(at, problems);
  if (const auto ja = fields.required("ja")) out.first = read_text(*ja, problems);
  if (const auto en = fields.required("en")) out.second = read_text(*en, problems);
  fields.finish();
  return out;
}

}  // namespace hosho::json
