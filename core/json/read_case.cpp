#include "read_case.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "versions.h"
#include "words.h"

namespace hosho::json {
namespace {

constexpr std::int64_t kMostCount = 1000;
constexpr double kThousandths = 1000.0;
constexpr std::size_t kMostCovers = 100;
constexpr std::size_t kMostClaims = 1000;

/// Reads the facts under one object, `prefix` being its path, into `slots`.
class CaseReader {
 public:
  CaseReader(const Catalogue& catalogue, Problems& problems) : catalogue_(catalogue), problems_(problems) {}

  CaseFacts read(const At& at);
  FactSlots read_incident(const At& at);

 private:
  void read_object(const At& at, const std::string& prefix, std::initializer_list<std::string_view> handled,
                   FactSlots& slots);
  void read_fact(const FactInfo& fact, const At& at, FactSlots& slots);
  FactValue read_value(const FactInfo& fact, const At& at);
  FactValue read_day_or_none(const FactInfo& fact, const At& at);
  FactValue read_percent(const At& at);
  FactValue read_moment(const At& at);
  FactValue read_word_fact(const FactInfo& fact, const At& at);
  std::vector<HeldCover> read_covers(const At& at);
  HeldCover read_cover(const At& at);
  std::vector<Claim> read_claims(const At& at);
  Claim read_claim(const At& at);

  [[nodiscard]] bool knows_plan(const std::string& id) const;

  const Catalogue& catalogue_;
  Problems& problems_;
};

bool is_null(const At& at) { return at.is(Value::Kind::null); }

/// Some fact lies beneath this path.
bool is_branch(const std::string& path) {
  return std::any_of(kFacts.begin(), kFacts.end(),
                     [&path](const FactInfo& fact) { return fact.path.starts_with(path + '.'); });
}

std::string known_keys(const std::string& prefix) {
  std::string out;
  for (const FactInfo& fact : kFacts) {
    if (!fact.path.starts_with(prefix) || (prefix.empty() && is_cover_fact(fact.fact))) continue;
    const std::string key(fact.path.substr(prefix.size(), fact.path.find('.', prefix.size()) - prefix.size()));
    if (out.find(key) == std::string::npos) out.append(out.empty() ? "" : " ").append(key);
  }
  return out;
}

void CaseReader::read_object(const At& at, const std::string& prefix, std::initializer_list<std::string_view> handled,
                             FactSlots& slots) {
  Fields fields(at, problems_);
  for (const std::string_view key : handled) fields.take(key);
  for (const auto& [key, value] : fields.rest()) {
    const std::string path = prefix + key;
    const std::optional<Fact> fact = find_fact(path);
    if (fact && path.find('.', prefix.size()) == std::string::npos) {
      read_fact(info(*fact), value, slots);
    } else if (is_branch(path) && path != "cover") {
      if (!is_null(value)) read_object(value, path + '.', {}, slots);
    } else {
      problems_.push_back({ProblemCode::unknown_key, value.pointer, key, known_keys(prefix), value.value->order});
    }
  }
}

void CaseReader::read_fact(const FactInfo& fact, const At& at, FactSlots& slots) {
  if (!is_null(at)) slots[index_of(fact.fact)] = read_value(fact, at);
}

FactValue CaseReader::read_value(const FactInfo& fact, const At& at) {
  switch (fact.type) {
    case FactType::day:
      return read_day_or_none(fact, at);
    case FactType::flag:
      return FactValue::of(std::int64_t{read_flag(at, problems_) ? 1 : 0});
    case FactType::yen:
      return FactValue::of(read_integer(at, 0, kLargestYen.amount, problems_));
    case FactType::count:
      return FactValue::of(read_integer(at, 0, kMostCount, problems_));
    case FactType::percent:
      return read_percent(at);
    case FactType::moment:
      return read_moment(at);
    case FactType::word:
    case FactType::list:
      break;
  }
  return read_word_fact(fact, at);
}

FactValue CaseReader::read_day_or_none(const FactInfo& fact, const At& at) {
  const bool none =
      fact.fact == Fact::device_maker_warranty_until && at.is(Value::Kind::string) && at.value->text == "none";
  if (!none) return FactValue::of(read_day(at, fact.fact != Fact::as_of, problems_));
  FactValue out;
  out.state = FactValue::State::none;
  return out;
}

FactValue CaseReader::read_percent(const At& at) {
  const char* const expected = "0 to 100, at most three decimals";
  if (!at.is(Value::Kind::integer) && !at.is(Value::Kind::number)) {
    report(problems_, ProblemCode::wrong_type, at, expected);
    return {};
  }
  const double thousandths = at.value->number * kThousandths;
  const double whole = std::nearbyint(thousandths);
  const bool in_range = at.value->number >= 0.0 && at.value->number <= 100.0;
  if (!in_range || std::abs(thousandths - whole) > 1e-6) {
    report(problems_, ProblemCode::out_of_range, at, expected);
    return {};
  }
  return FactValue::of(static_cast<std::int64_t>(whole));
}

/// `YYYY-MM-DDThh:mm`, as minutes since 1970-01-01T00:00.
FactValue CaseReader::read_moment(const At& at) {
  const char* const expected = "a time YYYY-MM-DDThh:mm";
  if (!at.is(Value::Kind::string)) {
    report(problems_, ProblemCode::wrong_type, at, expected);
    return {};
  }
  const std::string& text = at.value->text;
  const std::optional<DateSpan> day =
      text.size() == 16 ? parse_date(std::string_view(text).substr(0, 10), false) : std::nullopt;
  const auto digit = [&text](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
  const bool shaped = day && text[10] == 'T' && text[13] == ':';
  const int hour = shaped ? digit(11) * 10 + digit(12) : 24;
  const int minute = shaped ? digit(14) * 10 + digit(15) : 60;
  if (hour >= 24 || minute >= 60) {
    report(problems_, ProblemCode::bad_date, at, expected);
    return {};
  }
  return FactValue::of(std::int64_t{day->first.days_since_epoch()} * 1440 + std::int64_t{hour} * 60 + minute);
}

FactValue CaseReader::read_word_fact(const FactInfo& fact, const At& at) {
  const auto words = words_of(fact.vocabulary);
  const ProblemCode wrong = fact.fact == Fact::incident_kind ? ProblemCode::unknown_kind : ProblemCode::bad_value;
  if (!words.empty()) return FactValue::of(Word{static_cast<std::int32_t>(read_word(at, words, problems_, wrong))});
  const std::string text = read_text(at, problems_);
  if (!at.is(Value::Kind::string)) return {};
  const Word word = catalogue_.words.find(text);
  const auto& devices = catalogue_.devices;
  const auto& providers = catalogue_.providers;
  const bool is_device =
      std::any_of(devices.begin(), devices.end(), [&text](const Device& row) { return row.id == text; });
  const bool is_provider = std::find(providers.begin(), providers.end(), text) != providers.end();
  if (fact.vocabulary == Vocabulary::device && text != "other" && !is_device) {
    report(problems_, ProblemCode::unknown_model, at, "an id of the device table, or other");
  } else if (fact.vocabulary == Vocabulary::provider && !is_provider) {
    report(problems_, ProblemCode::bad_value, at, "an id of the provider table");
  } else if (fact.vocabulary == Vocabulary::carrier && text != "none" && !is_provider) {
    report(problems_, ProblemCode::bad_value, at, "an id of the provider table, or none");
  }
  return FactValue::of(word);
}

bool CaseReader::knows_plan(const std::string& id) const {
  const auto& shipped = catalogue_.known_plans;
  return std::find(shipped.begin(), shipped.end(), id) != shipped.end() || find_plan(catalogue_, id) != nullptr;
}

Claim CaseReader::read_claim(const At& at) {
  Claim out;
  Fields fields(at, problems_);
  if (const auto on = fields.optional("on"); on && !is_null(*on)) out.on = read_day(*on, true, problems_);
  if (const auto kind = fields.optional("kind"); kind && !is_null(*kind)) {
    out.kind = static_cast<IncidentKind>(read_word(*kind, kIncidentKinds, problems_, ProblemCode::unknown_kind));
  }
  if (const auto remedy = fields.optional("remedy"); remedy && !is_null(*remedy)) {
    static_cast<void>(read_word(*remedy, words_of(Vocabulary::remedy), problems_));
  }
  fields.finish();
  return out;
}

std::vector<Claim> CaseReader::read_claims(const At& at) {
  std::vector<Claim> out;
  const std::vector<At> items = read_list(at, true, problems_);
  if (items.size() > kMostClaims) report(problems_, ProblemCode::out_of_range, at, "at most 1000 claims");
  for (const At& item : items) out.push_back(read_claim(item));
  return out;
}

HeldCover CaseReader::read_cover(const At& at) {
  HeldCover out;
  if (!at.is(Value::Kind::object)) {
    report(problems_, ProblemCode::wrong_type, at, "an object");
    return out;
  }
  read_object(at, "cover.", {"plan", "claims"}, out.facts);
  Fields fields(at, problems_);
  if (const auto plan = fields.required("plan")) {
    out.plan = read_text(*plan, problems_);
    if (plan->is(Value::Kind::string) && !knows_plan(out.plan))
      report(problems_, ProblemCode::unknown_plan, *plan, "the id of a plan");
  }
  if (const auto claims = fields.optional("claims"); claims && !is_null(*claims)) out.claims = read_claims(*claims);
  return out;
}

std::vector<HeldCover> CaseReader::read_covers(const At& at) {
  std::vector<HeldCover> out;
  const std::vector<At> items = read_list(at, true, problems_);
  if (items.size() > kMostCovers) report(problems_, ProblemCode::out_of_range, at, "at most 100 covers");
  for (const At& item : items) out.push_back(read_cover(item));
  return out;
}

CaseFacts CaseReader::read(const At& at) {
  CaseFacts out;
  Fields fields(at, problems_);
  if (!fields.ok()) return out;
  const auto as_of = fields.required("as_of");
  if (as_of) out.as_of = read_day(*as_of, false, problems_).first;
  const auto covers = fields.optional("covers");
  if (covers && !is_null(*covers)) out.covers = read_covers(*covers);
  read_object(at, "", {"as_of", "covers"}, out.facts);
  return out;
}

FactSlots CaseReader::read_incident(const At& at) {
  FactSlots out;
  read_object(at, "incident.", {}, out);
  const bool kind = out[index_of(Fact::incident_kind)].is_said();
  if (!kind && at.is(Value::Kind::object) && problems_.empty())
    problems_.push_back({ProblemCode::missing_key, at.pointer, "", "kind", at.value->order});
  return out;
}

}  // namespace

FactSlots read_incident(const At& at, const Catalogue& catalogue, Problems& problems) {
  return CaseReader(catalogue, problems).read_incident(at);
}

CaseFacts read_case(const At& at, const Catalogue& catalogue, Problems& problems) {
  CaseFacts out = CaseReader(catalogue, problems).read(at);
  sort_by_place(problems);
  return out;
}

}  // namespace hosho::json
