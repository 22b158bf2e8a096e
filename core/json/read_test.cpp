#include "read_test.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hosho::json {
namespace {

constexpr std::int64_t kThousandths = 1000;

void read_words(Fact fact, const At& at, Truth outcome, TestDocument& out, Problems& problems) {
  for (const At& item : read_list(at, false, problems))
    out.words.emplace_back(read_word_of(fact, item, problems), outcome);
}

/// `in` alone leaves the rest out; without it the rest is in.
void read_word_lists(Fact fact, Fields& fields, TestDocument& out) {
  const std::optional<At> in = fields.optional("in");
  const std::optional<At> not_in = fields.optional("not_in");
  const std::optional<At> silent = fields.optional("not_stated");
  if (in) read_words(fact, *in, Truth::yes, out, fields.problems());
  if (not_in) read_words(fact, *not_in, Truth::no, out, fields.problems());
  if (silent) read_words(fact, *silent, Truth::not_stated, out, fields.problems());
  out.otherwise = in ? Truth::no : Truth::yes;
  constexpr std::array<std::string_view, 1> kFits = {"yes"};
  if (const auto unsaid = fields.optional("unsaid"))
    out.unsaid_fits = read_word(*unsaid, kFits, fields.problems()) == 0;
  if (!in && !not_in && !silent)
    report(fields.problems(), ProblemCode::missing_key, fields.at(), "in, not_in or not_stated");
}

std::int64_t read_bound(Fact fact, const At& at, Problems& problems) {
  if (info(fact).type != FactType::percent) return read_integer(at, 0, kLargestYen.amount, problems);
  return read_integer(at, 0, 100, problems) * kThousandths;
}

void read_bounds(Fact fact, Fields& fields, TestDocument& out) {
  const std::pair<std::string_view, std::optional<std::int64_t>*> bounds[] = {
      {"at_most", &out.at_most}, {"under", &out.under}, {"at_least", &out.at_least}, {"over", &out.over}};
  for (const auto& [key, target] : bounds) {
    if (const auto at = fields.optional(key)) *target = read_bound(fact, *at, fields.problems());
  }
  const bool any = out.at_most || out.under || out.at_least || out.over;
  if (!any) report(fields.problems(), ProblemCode::missing_key, fields.at(), "at_most, under, at_least or over");
  const bool twice = (out.at_most && out.under) || (out.at_least && out.over);
  if (twice) report(fields.problems(), ProblemCode::ambiguous_condition, fields.at(), "one bound above, one below");
}

void read_flag_test(Fields& fields, TestDocument& out) {
  if (const auto is = fields.required("is"))
    out.words.emplace_back(read_flag(*is, fields.problems()) ? "true" : "false", Truth::yes);
}

}  // namespace

TestDocument read_test(Fact fact, const At& at, Problems& problems) {
  TestDocument out;
  const FactType type = info(fact).type;
  if (type == FactType::word && at.is(Value::Kind::array)) {
    read_words(fact, at, Truth::yes, out, problems);
    return out;
  }
  if (type == FactType::flag && at.is(Value::Kind::boolean)) {
    out.words.emplace_back(at.value->boolean ? "true" : "false", Truth::yes);
    return out;
  }
  Fields fields(at, problems);
  if (!fields.ok()) return out;
  if (type == FactType::word) {
    read_word_lists(fact, fields, out);
  } else if (type == FactType::flag) {
    read_flag_test(fields, out);
  } else {
    read_bounds(fact, fields, out);
  }
  if (const auto otherwise = fields.optional("otherwise")) out.otherwise = read_outcome(*otherwise, problems);
  const bool may_be_silent =
      out.otherwise == Truth::not_stated ||
      std::any_of(out.words.begin(), out.words.end(), [](const auto& row) { return row.second == Truth::not_stated; });
  if (const auto code = may_be_silent ? fields.required("code") : fields.optional("code"))
    out.code = read_code(*code, problems);
  fields.finish();
  return out;
}

}  // namespace hosho::json
