#include "tree.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

namespace hosho::json {
namespace {

constexpr std::size_t kShown = 40;

/// Builds the tree while the text is read; stops at the first value that is too deep.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add(make(Value::Kind::null)); }
  bool boolean(bool value) {
    Value out = make(Value::Kind::boolean);
    out.boolean = value;
    return add(std::move(out));
  }
  bool number_integer(number_integer_t value) {
    Value out = make(Value::Kind::integer);
    out.integer = value;
    out.number = static_cast<double>(value);
    return add(std::move(out));
  }
  bool number_unsigned(number_unsigned_t value) {
    constexpr auto kMost = static_cast<number_unsigned_t>(INT64_MAX);
    if (value > kMost) return number_float(static_cast<double>(value), {});
    return number_integer(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) {
    Value out = make(Value::Kind::number);
    out.number = value;
    return add(std::move(out));
  }
  bool string(string_t& value) {
    Value out = make(Value::Kind::string);
    out.text = std::move(value);
    return add(std::move(out));
  }
  bool binary(binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(make(Value::Kind::object)); }
  bool start_array(std::size_t /*size*/) { return open(make(Value::Kind::array)); }
  bool key(string_t& value) {
    open_.back().keys.push_back(std::move(value));
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  template <class Error>
  bool parse_error(std::size_t position, const std::string& /*token*/, const Error& /*error*/) {
    position_ = position;
    return false;
  }

  Value root;
  bool too_deep = false;
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  Value make(Value::Kind kind) {
    Value out;
    out.kind = kind;
    out.order = count_++;
    return out;
  }
  bool add(Value value) {
    (open_.empty() ? root : open_.back().items.emplace_back()) = std::move(value);
    return true;
  }
  bool open(Value value) {
    too_deep = open_.size() >= kDeepest;
    open_.push_back(std::move(value));
    return !too_deep;
  }
  bool close() {
    Value done = std::move(open_.back());
    open_.pop_back();
    return add(std::move(done));
  }

  std::vector<Value> open_;
  std::uint32_t count_ = 0;
  std::size_t position_ = 0;
};

void report_repeated_keys(const Value& value, const std::string& pointer, Problems& problems) {
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const bool in_object = value.is(Value::Kind::object);
    const std::string here = in_object ? child(pointer, value.keys[i]) : child(pointer, i);
    const auto end = value.keys.begin() + static_cast<std::ptrdiff_t>(in_object ? i : 0);
    if (in_object && std::find(value.keys.begin(), end, value.keys[i]) != end) {
      problems.push_back({ProblemCode::duplicate_key, here, value.keys[i], "each key once", value.items[i].order});
    }
    report_repeated_keys(value.items[i], here, problems);
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
    case Value::Kind::number: {
      char digits[32];
      std::snprintf(digits, sizeof digits, "%.15g", value.number);
      return digits;
    }
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
  Builder builder;
  if (!nlohmann::json::sax_parse(text, &builder)) {
    if (builder.too_deep) {
      problems.push_back({ProblemCode::too_deep, "", "nesting over 64", "nesting up to 64"});
    } else {
      problems.push_back({ProblemCode::bad_json, "", "byte " + std::to_string(builder.position()), "JSON in UTF-8"});
    }
    return std::nullopt;
  }
  report_repeated_keys(builder.root, "", problems);
  return std::move(builder.root);
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
