#include "writer.h"

#include <cmath>
#include <utility>

namespace hosho::json {

void Writer::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

Writer& Writer::open(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
  return *this;
}

Writer& Writer::close(char bracket) {
  out_ += bracket;
  comma_ = true;
  return *this;
}

void Writer::quote(std::string_view value) {
  constexpr char kHex[] = "0123456789abcdef";
  out_ += '"';
  std::size_t plain = 0;  // what is behind it is written
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out_.append(value, plain, i - plain).append(1, '\\');
    if (byte < 0x20) out_.append("u00").append(1, kHex[byte >> 4U]);
    out_ += byte < 0x20 ? kHex[byte & 0xFU] : value[i];
    plain = i + 1;
  }
  out_.append(value, plain).append(1, '"');
}

Writer& Writer::key(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  comma_ = false;
  return *this;
}

Writer& Writer::text(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

Writer& Writer::number(std::int64_t value) {
  separate();
  out_ += std::to_string(value);
  return *this;
}

Writer& Writer::share(double value) {
  constexpr std::int64_t kMillion = 1'000'000;
  const auto millionths = static_cast<std::int64_t>(std::floor(value * static_cast<double>(kMillion) + 0.5));
  separate();
  out_ += std::to_string(millionths / kMillion);
  std::string digits = std::to_string(kMillion + millionths % kMillion).substr(1);
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  if (!digits.empty()) out_.append(".").append(digits);
  return *this;
}

Writer& Writer::real(double value) {
  constexpr double kLeast = 1e15;  // so that 16 digits stand before the point
  constexpr std::int32_t kMostDigits = 300;
  separate();
  double digits = std::abs(value);
  std::int32_t exponent = 0;
  for (; digits != 0 && digits < kLeast && exponent < kMostDigits; ++exponent) digits *= 10;
  std::int64_t whole = std::llround(digits);
  for (; exponent > 0 && whole % 10 == 0; --exponent) whole /= 10;
  out_.append(value < 0 ? "-" : "").append(std::to_string(whole));
  if (exponent > 0) out_.append("e-").append(std::to_string(exponent));
  return *this;
}

Writer& Writer::flag(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::null() {
  separate();
  out_ += "null";
  return *this;
}

std::string Writer::take() {
  comma_ = false;
  return std::exchange(out_, {});
}

}  // namespace hosho::json
