#include "read_condition.h"

#include <algorithm>
#include <array>
#include <utility>

#include "evidence.h"
#include "read_test.h"

namespace hosho::json {
namespace {

constexpr std::int64_t kMostMonths = 1200;
constexpr std::int64_t kMostDays = 36600;
constexpr std::size_t kLongestQuote = 20;

constexpr std::array<std::string_view, 3> kFirstDays = {"excluded", "included", "not_stated"};
constexpr std::array<std::string_view, 3> kOutcomes = {"yes", "no", "not_stated"};

std::size_t count_characters(std::string_view text) {
  std::size_t out = 0;
  for (const char c : text) out += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return out;
}

/// The period, and whether the terms are silent on the days after it.
void read_within(const At& at, Fields& fields, ConditionDocument& out) {
  out.op = Node::Op::within;
  Fields period(at, fields.problems());
  if (period.ok()) {
    out.period = read_period(period);
    period.finish();
  }
  constexpr std::array<std::string_view, 2> kAfter = {"no", "not_stated"};
  const auto after = fields.optional("otherwise");
  out.open_after = after && read_word(*after, kAfter, fields.problems()) == 1;
  if (const auto code = out.open_after ? fields.required("code") : std::nullopt)
    out.code = read_code(*code, fields.problems());
}

/// A day, or a stretch from a day until a day.
void read_days_test(const At& at, ConditionDocument& out, Problems& problems) {
  out.op = Node::Op::in_days;
  if (at.is(Value::Kind::string)) {
    out.days = read_day(at, false, problems);
    return;
  }
  Fields fields(at, problems);
  out.days = read_days(fields);
  fields.finish();
}

void read_day_test(const At& at, ConditionDocument& out, Problems& problems) {
  const bool stretch = at.is(Value::Kind::object) && (at.value->find("from") || at.value->find("until"));
  if (at.is(Value::Kind::string) || stretch) {
    read_days_test(at, out, problems);
    return;
  }
  Fields fields(at, problems);
  if (!fields.ok()) return;
  const auto within = fields.optional("within");
  const auto same_day = fields.optional("same_day_as");
  if (within.has_value() == same_day.has_value()) {
    report(problems, ProblemCode::ambiguous_condition, at, "within or same_day_as");
  } else if (within) {
    read_within(*within, fields, out);
  } else {
    out.op = Node::Op::same_day;
    out.other = read_fact(*same_day, FactType::day, problems);
  }
  fields.finish();
}

void read_fact_test(const std::string& path, const At& at, ConditionDocument& out, Problems& problems) {
  const std::optional<Fact> fact = find_fact(path);
  if (!fact || info(*fact).type == FactType::moment || info(*fact).type == FactType::list) {
    problems.push_back({ProblemCode::unknown_fact, at.pointer, path,
                        "all, any, not, by, not_stated or a fact of the case", at.value->order});
    return;
  }
  out.fact = *fact;
  if (info(*fact).type == FactType::day) {
    read_day_test(at, out, problems);
  } else {
    out.op = Node::Op::test;
    out.test = read_test(*fact, at, problems);
  }
}

void read_parts(const At& at, Node::Op op, ConditionDocument& out, Problems& problems) {
  out.op = op;
  for (const At& item : read_list(at, false, problems)) out.parts.push_back(read_condition(item, problems));
}

/// A condition that the terms do not tell.
void read_silence(const At& at, ConditionDocument& out, Problems& problems) {
  out.op = Node::Op::silent;
  Fields fields(at, problems);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  fields.finish();
}

PieceDocument read_piece(const At& at, Problems& problems) {
  PieceDocument out;
  Fields fields(at, problems);
  if (fields.ok()) out.days = read_days(fields);
  const auto condition = fields.required("if");
  out.condition.push_back(condition ? read_condition(*condition, problems) : ConditionDocument());
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

void read_by_day(const At& at, ConditionDocument& out, Problems& problems) {
  out.op = Node::Op::by_day;
  Fields fields(at, problems);
  if (const auto fact = fields.required("fact")) out.fact = read_fact(*fact, FactType::day, problems);
  if (const auto pieces = fields.required("pieces")) {
    for (const At& item : read_list(*pieces, false, problems)) out.pieces.push_back(read_piece(item, problems));
  }
  if (const auto outside = fields.required("outside")) out.outside = read_code(*outside, problems);
  if (const auto overlap = fields.required("overlap")) out.overlap = read_code(*overlap, problems);
  fields.finish();
}

}  // namespace

DateSpan read_days(Fields& fields) {
  DateSpan out = DateSpan::any();
  Problems& problems = fields.problems();
  const auto from = fields.optional("from");
  const auto until = fields.optional("until");
  if (!from && !until) report(problems, ProblemCode::missing_key, fields.at(), "from or until");
  if (from) out.first = read_day(*from, false, problems).first;
  if (until) out.last = read_day(*until, false, problems).last;
  if (out.last < out.first) report(problems, ProblemCode::out_of_range, *until, "a day that is not before from");
  return out;
}

std::string read_code(const At& at, Problems& problems) { return read_name(at, '_', problems); }

Truth read_outcome(const At& at, Problems& problems) {
  constexpr std::array<Truth, 3> kTruths = {Truth::yes, Truth::no, Truth::not_stated};
  return kTruths[read_word(at, kOutcomes, problems)];
}

Fact read_fact(const At& at, std::optional<FactType> type, Problems& problems) {
  const std::string text = read_text(at, problems);
  const std::optional<Fact> fact = find_fact(text);
  if (fact && (!type || info(*fact).type == *type)) return *fact;
  if (at.is(Value::Kind::string))
    report(problems, ProblemCode::unknown_fact, at,
           type == FactType::day ? "a date of the case" : "a fact of the case");
  return Fact::as_of;
}

std::string read_word_of(Fact fact, const At& at, Problems& problems) {
  const auto words = words_of(info(fact).vocabulary);
  if (words.empty()) return read_text(at, problems);
  const bool is_kind = info(fact).vocabulary == Vocabulary::incident_kind;
  return std::string(
      words[read_word(at, words, problems, is_kind ? ProblemCode::unknown_kind : ProblemCode::bad_value)]);
}

CiteDocument read_cite(const At& at, Problems& problems) {
  CiteDocument out;
  out.at = {at.pointer, at.value->order};
  if (at.is(Value::Kind::string)) {
    out.source = read_text(at, problems);
    return out;
  }
  Fields fields(at, problems);
  if (const auto source = fields.required("source")) out.source = read_text(*source, problems);
  if (const auto fact = fields.optional("fact")) out.clause = read_text(*fact, problems);
  if (const auto clause = fields.optional("clause")) out.clause = read_text(*clause, problems);
  if (const auto quote = fields.optional("quote")) {
    out.quote = read_text(*quote, problems);
    if (count_characters(out.quote) > kLongestQuote)
      report(problems, ProblemCode::quote_too_long, *quote, "at most 20 characters");
  }
  fields.finish();
  return out;
}

Period read_length(Fields& fields) {
  Period out{Fact::as_of, {}, Days{1}, FirstDay::not_stated};
  Problems& problems = fields.problems();
  const auto months = fields.optional("months");
  const auto days = fields.optional("days");
  if (months.has_value() == days.has_value())
    report(problems, ProblemCode::ambiguous_condition, fields.at(), "months or days");
  if (days) out.days = Days{static_cast<std::int32_t>(read_integer(*days, 1, kMostDays, problems))};
  if (months) out.days.reset();
  if (months) out.months = Months{static_cast<std::int32_t>(read_integer(*months, 1, kMostMonths, problems))};
  if (const auto first = fields.required("first_day"))
    out.first_day = static_cast<FirstDay>(read_word(*first, kFirstDays, problems));
  return out;
}

Period read_period(Fields& fields) {
  const auto of = fields.required("of");
  Period out = read_length(fields);
  if (of) out.of = read_fact(*of, FactType::day, fields.problems());
  return out;
}

ConditionDocument read_condition(const At& at, Problems& problems) {
  ConditionDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  if (!fields.ok()) return out;
  if (const auto id = fields.optional("id")) out.id = read_name(*id, '-', problems);
  out.cite = read_evidence(fields, out.id.empty() ? Evidenced::optional : Evidenced::or_inferred);
  const auto predicates = fields.rest();
  if (predicates.size() != 1) {
    report(problems, ProblemCode::ambiguous_condition, at, "exactly one of all, any, not, by, not_stated or a fact");
    return out;
  }
  const auto& [key, value] = predicates.front();
  if (key == "all" || key == "any") {
    read_parts(value, key == "all" ? Node::Op::all : Node::Op::any, out, problems);
  } else if (key == "by") {
    read_by_day(value, out, problems);
  } else if (key == "not_stated") {
    read_silence(value, out, problems);
  } else if (key == "not") {
    out.op = Node::Op::negate;
    out.parts.push_back(read_condition(value, problems));
  } else {
    read_fact_test(key, value, out, problems);
  }
  return out;
}

}  // namespace hosho::json
