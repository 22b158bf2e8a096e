#pragma once
/// Writes JSON text, one value after another.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hosho::json {

/// Keys and values in the order of the calls; commas are set by the writer.
class Writer {
 public:
  Writer& open_object() { return open('{'); }
  Writer& close_object() { return close('}'); }
  Writer& open_array() { return open('['); }
  Writer& close_array() { return close(']'); }
  Writer& key(std::string_view name);
  Writer& text(std::string_view value);
  Writer& number(std::int64_t value);
  /// A share between 0 and 1, to six decimals, without trailing zeros.
  Writer& share(double value);
  /// Any finite number, to 16 digits.
  Writer& real(double value);
  Writer& flag(bool value);
  Writer& null();

  /// The text so far; the writer is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  void separate();
  void quote(std::string_view value);

  std::string out_;
  bool comma_ = false;
};

}  // namespace hosho::json
