#include "reader.h"

#include <algorithm>
#include <utility>

#include "sort_by.h"

namespace hosho::json {
namespace {

std::string one_of(std::span<const std::string_view> words) {
  std::string out = "one of";
  for (const std::string_view word : words) out.append(" ").append(word);
  return out;
}

}  // namespace

bool is_name(std::string_view text, char joint) noexcept {
  bool after_joint = true;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != joint || after_joint)) return false;
    after_joint = !letter;
  }
  return !after_joint;
}

void report(Problems& problems, ProblemCode code, const At& at, std::string_view expected) {
  problems.push_back({code, at.pointer, show(*at.value), std::string(expected), at.value->order});
}

void sort_by_place(Problems& problems) {
  sort_by(problems, [](const Problem& a, const Problem& b) { return a.order < b.order; });
}

std::string read_text(const At& at, Problems& problems) {
  if (!at.is(Value::Kind::string)) report(problems, ProblemCode::wrong_type, at, "text");
  if (at.is(Value::Kind::string) && at.value->text.empty())
    report(problems, ProblemCode::bad_value, at, "text that is not empty");
  return at.value->text;
}

bool read_flag(const At& at, Problems& problems) {
  if (!at.is(Value::Kind::boolean)) report(problems, ProblemCode::wrong_type, at, "true or false");
  return at.value->boolean;
}

std::int64_t read_integer(const At& at, std::int64_t least, std::int64_t most, Problems& problems) {
  const std::string bounds = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  const bool whole = at.is(Value::Kind::integer);
  if (!whole && !at.is(Value::Kind::number)) {
    report(problems, ProblemCode::wrong_type, at, bounds);
    return least;
  }
  if (whole && at.value->integer >= least && at.value->integer <= most) return at.value->integer;
  report(problems, ProblemCode::out_of_range, at, bounds);
  return least;
}

DateSpan read_day(const At& at, bool month_allowed, Problems& problems) {
  const std::string expected = month_allowed ? "a date YYYY-MM-DD or a month YYYY-MM" : "a date YYYY-MM-DD";
  if (!at.is(Value::Kind::string)) {
    report(problems, ProblemCode::wrong_type, at, expected);
    return DateSpan::any();
  }
  const std::optional<DateSpan> day = parse_date(at.value->text, month_allowed);
  if (!day) report(problems, ProblemCode::bad_date, at, expected);
  return day.value_or(DateSpan::any());
}

std::size_t read_word(const At& at, std::span<const std::string_view> words, Problems& problems, ProblemCode wrong) {
  if (!at.is(Value::Kind::string)) {
    report(problems, ProblemCode::wrong_type, at, one_of(words));
    return 0;
  }
  const auto found = std::find(words.begin(), words.end(), at.value->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  report(problems, wrong, at, one_of(words));
  return 0;
}

std::string read_name(const At& at, char joint, Problems& problems) {
  const std::string expected = std::string("lower-case words joined by ") + joint;
  if (!at.is(Value::Kind::string)) {
    report(problems, ProblemCode::wrong_type, at, expected);
  } else if (!is_name(at.value->text, joint)) {
    report(problems, ProblemCode::bad_value, at, expected);
  }
  return at.value->text;
}

std::vector<At> read_list(const At& at, bool may_be_empty, Problems& problems) {
  std::vector<At> out;
  if (!at.is(Value::Kind::array)) {
    report(problems, ProblemCode::wrong_type, at, "a list");
    return out;
  }
  if (at.value->items.empty() && !may_be_empty) report(problems, ProblemCode::empty_list, at, "at least one entry");
  for (std::size_t i = 0; i < at.value->items.size(); ++i) out.push_back({&at.value->items[i], child(at.pointer, i)});
  return out;
}

Fields::Fields(const At& at, Problems& problems) : at_(at), problems_(problems), ok_(at.is(Value::Kind::object)) {
  if (!ok_) report(problems_, ProblemCode::wrong_type, at_, "an object");
}

std::optional<At> Fields::optional(std::string_view key) {
  take(key);
  const Value* value = ok_ ? at_.value->find(key) : nullptr;
  if (value == nullptr) return std::nullopt;
  return At{value, child(at_.pointer, key)};
}

std::optional<At> Fields::said(std::string_view key) {
  const std::optional<At> at = optional(key);
  return at && !at->is(Value::Kind::null) ? at : std::nullopt;
}

std::optional<At> Fields::required(std::string_view key) {
  std::optional<At> out = optional(key);
  if (!out && ok_) problems_.push_back({ProblemCode::missing_key, at_.pointer, "", std::string(key), at_.value->order});
  return out;
}

std::vector<std::pair<std::string, At>> Fields::rest() const {
  std::vector<std::pair<std::string, At>> out;
  if (!ok_) return out;
  for (std::size_t i = 0; i < at_.value->keys.size(); ++i) {
    const std::string& key = at_.value->keys[i];
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
      out.emplace_back(key, At{&at_.value->items[i], child(at_.pointer, key)});
  }
  return out;
}

void Fields::finish() {
  std::string known;
  for (const std::string_view key : asked_) known.append(known.empty() ? "" : " ").append(key);
  for (const auto& [key, at] : rest())
    problems_.push_back({ProblemCode::unknown_key, at.pointer, key, known, at.value->order});
}

}  // namespace hosho::json
