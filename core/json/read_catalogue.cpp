#include "read_catalogue.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compile_plan.h"
#include "read_condition.h"
#include "read_plan.h"
#include "sort_by.h"
#include "words.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 2> kFromIs = {"snapshot", "began"};

class CatalogueReader {
 public:
  explicit CatalogueReader(Problems& problems) : problems_(problems) {}

  Catalogue read(const At& at);

 private:
  void read_plans(const At& at);
  Device read_device(const At& at);
  void read_price_file(const At& at);
  void read_price_scope(Fields& fields, PriceRow& out);
  PriceRow read_price_row(const At& at, const std::vector<SourceDocument>& sources, std::size_t first_source);
  CiteRef read_row_cite(const At& at, const std::vector<SourceDocument>& sources, std::size_t first_source);
  std::string read_provider(const At& at);
  FactValue word_value(Fact fact, const At& at);

  Problems& problems_;
  Catalogue out_;
};

void CatalogueReader::read_plans(const At& at) {
  for (const At& item : read_list(at, true, problems_)) {
    const std::optional<PlanDocument> document = read_plan(item, problems_);
    if (!document) continue;
    Problems meaning;
    std::optional<Plan> plan = compile_plan(*document, out_.words, out_.evidence, meaning);
    for (Problem& problem : meaning) {
      problem.path.insert(0, item.pointer);
      problems_.push_back(std::move(problem));
    }
    if (plan) out_.plans.push_back(std::move(*plan));
  }
  sort_by(out_.plans, [](const Plan& a, const Plan& b) { return a.id < b.id; });
}

FactValue CatalogueReader::word_value(Fact fact, const At& at) {
  const auto words = words_of(info(fact).vocabulary);
  if (!words.empty()) return FactValue::of(Word{static_cast<std::int32_t>(read_word(at, words, problems_))});
  return FactValue::of(out_.words.intern(read_text(at, problems_)));
}

/// Names and aliases are for the page.
Device CatalogueReader::read_device(const At& at) {
  Device out;
  Fields fields(at, problems_);
  if (const auto id = fields.required("id")) {
    out.id = read_name(*id, '-', problems_);
    out.model = FactValue::of(out_.words.intern(out.id));
  }
  static_cast<void>(fields.required("name"));
  static_cast<void>(fields.optional("aliases"));
  if (const auto maker = fields.required("maker")) out.maker = word_value(Fact::device_maker, *maker);
  if (const auto category = fields.required("category")) out.category = word_value(Fact::device_category, *category);
  if (const auto os = fields.required("os")) out.os = word_value(Fact::device_os, *os);
  const auto released = fields.required("released_on");
  if (released && !released->is(Value::Kind::null))
    out.released_on = FactValue::of(read_day(*released, false, problems_));
  static_cast<void>(fields.optional("cite"));
  fields.finish();
  return out;
}

CiteRef CatalogueReader::read_row_cite(const At& at, const std::vector<SourceDocument>& sources,
                                       std::size_t first_source) {
  const CiteDocument cite = read_cite(at, problems_);
  const auto source = std::find_if(sources.begin(), sources.end(),
                                   [&cite](const SourceDocument& row) { return row.id == cite.source; });
  if (source == sources.end()) {
    report(problems_, ProblemCode::unknown_source, at, "one of the sources of the file");
    return std::nullopt;
  }
  out_.evidence.cites.push_back(
      {first_source + static_cast<std::size_t>(source - sources.begin()), cite.clause, cite.quote});
  return static_cast<std::uint32_t>(out_.evidence.cites.size() - 1);
}

/// Which phones and parts a row is about.
void CatalogueReader::read_price_scope(Fields& fields, PriceRow& out) {
  const auto models = fields.optional("models");
  const auto maker = fields.optional("maker");
  const auto category = fields.optional("category");
  const auto parts = fields.optional("parts");
  if (models.has_value() == maker.has_value()) {
    report(problems_, ProblemCode::ambiguous_condition, fields.at(), "models or maker");
  }
  if (models) {
    for (const At& item : read_list(*models, false, problems_)) {
      out.models.push_back(word_value(Fact::device_model, item).word);
    }
  }
  if (maker) out.maker = word_value(Fact::device_maker, *maker).word;
  if (category) out.category = word_value(Fact::device_category, *category).word;
  if (parts) {
    for (const At& item : read_list(*parts, false, problems_)) {
      out.parts.push_back(word_value(Fact::incident_part, item).word);
    }
  }
}

PriceRow CatalogueReader::read_price_row(const At& at, const std::vector<SourceDocument>& sources,
                                         std::size_t first_source) {
  PriceRow out;
  Fields fields(at, problems_);
  if (const auto id = fields.required("id")) out.id = read_name(*id, '-', problems_);
  static_cast<void>(fields.required("name"));
  if (const auto where = fields.required("where")) out.place = word_value(Fact::incident_where, *where).word;
  read_price_scope(fields, out);
  if (const auto kinds = fields.required("incidents")) {
    for (const auto& [kind, place] : read_kinds(*kinds, problems_)) out.kinds.insert(kind);
  }
  if (const auto from = fields.required("from")) {
    const bool undated = from->is(Value::Kind::string) && from->value->text == "undated";
    if (!undated) out.from = read_day(*from, false, problems_).first;
  }
  if (const auto from_is = fields.required("from_is")) static_cast<void>(read_word(*from_is, kFromIs, problems_));
  if (const auto yen = fields.required("yen")) out.yen = read_yen(*yen, problems_);
  if (const auto approx = fields.optional("approx")) out.yen.approx = read_flag(*approx, problems_);
  if (const auto tax = fields.required("tax")) out.tax = read_tax(*tax, problems_);
  if (const auto cite = fields.required("cite")) out.cite = read_row_cite(*cite, sources, first_source);
  if (const auto other = fields.optional("conflicts_with")) {
    out.conflicts_with = read_row_cite(*other, sources, first_source);
  }
  fields.finish();
  return out;
}

void CatalogueReader::read_price_file(const At& at) {
  Fields fields(at, problems_);
  if (const auto format = fields.required("format")) static_cast<void>(read_integer(*format, 1, 1, problems_));
  std::vector<SourceDocument> sources;
  const std::size_t first_source = out_.evidence.sources.size();
  if (const auto at_sources = fields.required("sources")) sources = read_sources(*at_sources, problems_);
  for (const SourceDocument& row : sources)
    out_.evidence.sources.push_back({row.id, row.title, row.kind, row.as_of, row.url});
  if (const auto rows = fields.required("rows")) {
    for (const At& item : read_list(*rows, true, problems_))
      out_.prices.push_back(read_price_row(item, sources, first_source));
  }
  fields.finish();
}

/// Names and roles are for the page.
std::string CatalogueReader::read_provider(const At& at) {
  std::string out;
  Fields fields(at, problems_);
  if (const auto id = fields.required("id")) out = read_text(*id, problems_);
  static_cast<void>(fields.required("name"));
  static_cast<void>(fields.required("roles"));
  fields.finish();
  return out;
}

Catalogue CatalogueReader::read(const At& at) {
  Fields fields(at, problems_);
  const auto each = [&](std::string_view key, const auto& use) {
    const auto list = fields.optional(key);
    if (!list) return;
    for (const At& item : read_list(*list, true, problems_)) use(item);
  };
  if (const auto version = fields.optional("data_version")) out_.data_version = read_text(*version, problems_);
  each("known_plans", [&](const At& item) { out_.known_plans.push_back(read_text(item, problems_)); });
  each("devices", [&](const At& item) { out_.devices.push_back(read_device(item)); });
  each("providers", [&](const At& item) { out_.providers.push_back(read_provider(item)); });
  each("prices", [&](const At& item) { read_price_file(item); });
  if (const auto plans = fields.optional("plans")) read_plans(*plans);
  static_cast<void>(fields.optional("rates"));  // for the page
  fields.finish();
  return std::move(out_);
}

}  // namespace

Catalogue read_catalogue(const At& at, Problems& problems) { return CatalogueReader(problems).read(at); }

}  // namespace hosho::json
