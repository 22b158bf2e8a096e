#include "tree.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "sort_by.h"

namespace hosho::json {
namespace {

using Adapter = decltype(nlohmann::detail::input_adapter(std::declval<const char*>(), std::declval<const char*>()));
/// The lexer of nlohmann/json without its parser: that one would bring the text of its own messages along, and printf
/// to write them, 4 kB of a compressed engine that reports places and codes instead.
using Lexer = nlohmann::detail::lexer<nlohmann::json, Adapter>;
using Token = Lexer::token_type;

constexpr std::size_t kShown = 40;

/// Builds the tree; stops at the first token that is wrong or too deep.
class TreeParser {
 public:
  explicit TreeParser(std::string_view text)
      : lexer_(nlohmann::detail::input_adapter(text.data(), text.data() + text.size())) {}

  /// Whether the whole text is one value.
  bool parse(Value& root) {
    next();
    return parse_value(root, 0) && token_ == Token::end_of_input;
  }
  [[nodiscard]] bool too_deep() const { return too_deep_; }
  [[nodiscard]] std::size_t position() const { return lexer_.get_position().chars_read_total; }

 private:
  void next() { token_ = lexer_.scan(); }
  bool take(Token token) {
    if (token_ != token) return false;
    next();
    return true;
  }
  bool parse_value(Value& out, std::size_t depth);
  bool parse_items(Value& out, std::size_t depth);
  bool parse_number(Value& out);
  void put_integer(Value& out, std::int64_t value) {
    out.kind = Value::Kind::integer;
    out.integer = value;
    out.number = static_cast<double>(value);
  }

  Lexer lexer_;
  Token token_ = Token::uninitialized;
  std::uint32_t count_ = 0;
  bool too_deep_ = false;
};

bool TreeParser::parse_number(Value& out) {
  constexpr auto kMost = static_cast<std::uint64_t>(INT64_MAX);
  if (token_ == Token::value_integer) {
    put_integer(out, lexer_.get_number_integer());
  } else if (token_ == Token::value_unsigned && lexer_.get_number_unsigned() <= kMost) {
    put_integer(out, static_cast<std::int64_t>(lexer_.get_number_unsigned()));
  } else {
    out.kind = Value::Kind::number;
    out.number =
        token_ == Token::value_unsigned ? static_cast<double>(lexer_.get_number_unsigned()) : lexer_.get_number_float();
  }
  next();
  return true;
}

bool TreeParser::parse_items(Value& out, std::size_t depth) {
  const bool is_object = out.kind == Value::Kind::object;
  const Token end = is_object ? Token::end_object : Token::end_array;
  if (depth >= kDeepest) {
    too_deep_ = true;
    return false;
  }
  next();
  if (take(end)) return true;
  do {
    if (is_object) {
      if (token_ != Token::value_string) return false;
      out.keys.push_back(std::move(lexer_.get_string()));
      next();
      if (!take(Token::name_separator)) return false;
    }
    if (!parse_value(out.items.emplace_back(), depth + 1)) return false;
  } while (take(Token::value_separator));
  return take(end);
}

bool TreeParser::parse_value(Value& out, std::size_t depth) {
  out.order = count_++;
  switch (token_) {
    case Token::begin_object:
    case Token::begin_array:
      out.kind = token_ == Token::begin_object ? Value::Kind::object : Value::Kind::array;
      return parse_items(out, depth);
    case Token::literal_true:
    case Token::literal_false:
      out.kind = Value::Kind::boolean;
      out.boolean = token_ == Token::literal_true;
      break;
    case Token::literal_null:
      break;
    case Token::value_string:
      out.kind = Value::Kind::string;
      out.text = std::move(lexer_.get_string());
      break;
    case Token::value_unsigned:
    case Token::value_integer:
    case Token::value_float:
      return parse_number(out);
    default:
      return false;
  }
  next();
  return true;
}

/// A number that is not whole, to six decimals.
std::string show_number(double number) {
  constexpr double kTooLong = 1e12;
  constexpr std::int64_t kMillion = 1'000'000;
  if (!(std::abs(number) < kTooLong)) return "a number";
  const std::int64_t millionths = std::llround(std::abs(number) * static_cast<double>(kMillion));
  std::string out = (number < 0 ? "-" : "") + std::to_string(millionths / kMillion) + '.';
  out += std::to_string(kMillion + millionths % kMillion).substr(1);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out += '0';
  return out;
}

/// Keys that stand before, found by their order: an object may have very many.
std::vector<std::size_t> repeated_keys(const Value& object) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < object.keys.size(); ++i) places.push_back(i);
  sort_by(places, [&object](std::size_t a, std::size_t b) { return object.keys[a] < object.keys[b]; });
  std::vector<std::size_t> out;
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (object.keys[places[i]] == object.keys[places[i - 1]]) out.push_back(places[i]);
  }
  return out;
}

void report_repeated_keys(const Value& value, const std::string& pointer, Problems& problems) {
  const bool in_object = value.is(Value::Kind::object);
  for (const std::size_t place : in_object ? repeated_keys(value) : std::vector<std::size_t>()) {
    const std::string& key = value.keys[place];
    problems.push_back(
        {ProblemCode::duplicate_key, child(pointer, key), key, "each key once", value.items[place].order});
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Value& item = value.items[i];
    if (item.items.empty()) continue;
    report_repeated_keys(item, in_object ? child(pointer, value.keys[i]) : child(pointer, i), problems);
  }
}

}  // namespace

const Value* Value::find(std::string_view key) const noexcept {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::string show(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return "null";
    case Value::Kind::boolean:
      return value.boolean ? "true" : "false";
    case Value::Kind::integer:
      return std::to_string(value.integer);
    case Value::Kind::number:
      return show_number(value.number);
    case Value::Kind::string: {
      if (value.text.size() <= kShown) return '"' + value.text + '"';
      std::size_t end = kShown;  // not inside a UTF-8 sequence
      while (end > 0 && (static_cast<unsigned char>(value.text[end]) & 0xC0U) == 0x80U) --end;
      return '"' + value.text.substr(0, end) + "…\"";
    }
    case Value::Kind::array:
      return "a list";
    case Value::Kind::object:
      break;
  }
  return "an object";
}

std::optional<Value> parse(std::string_view text, Problems& problems) {
  TreeParser parser(text);
  Value root;
  if (!parser.parse(root)) {
    if (parser.too_deep()) {
      problems.push_back({ProblemCode::too_deep, "", "nesting over 64", "nesting up to 64"});
    } else {
      const std::string place = "byte " + std::to_string(parser.position());
      problems.push_back({ProblemCode::bad_json, "", place, "JSON in UTF-8"});
    }
    return std::nullopt;
  }
  report_repeated_keys(root, "", problems);
  return root;
}

std::string child(const std::string& pointer, std::string_view key) {
  std::string out = pointer + '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string child(const std::string& pointer, std::size_t index) { return pointer + '/' + std::to_string(index); }

}  // namespace hosho::json
