#pragma once
/// Reads the fields of one object, strictly: what is not asked for is an unknown key.

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hosho/date.h"
#include "hosho/range.h"
#include "tree.h"

namespace hosho::json {

/// A value and where it stands.
struct At {
  const Value* value;
  std::string pointer;

  [[nodiscard]] bool is(Value::Kind kind) const noexcept { return value->is(kind); }
};

void report(Problems& problems, ProblemCode code, const At& at, std::string_view expected);
/// In the order of the file.
void sort_by_place(Problems& problems);

/// The single values; on a wrong one a problem is reported and a harmless default returned.
[[nodiscard]] std::string read_text(const At& at, Problems& problems);
[[nodiscard]] bool read_flag(const At& at, Problems& problems);
[[nodiscard]] std::int64_t read_integer(const At& at, std::int64_t least, std::int64_t most, Problems& problems);
[[nodiscard]] DateSpan read_day(const At& at, bool month_allowed, Problems& problems);
/// Position of the word in `words`; 0 on a wrong one, which is reported as `wrong`.
[[nodiscard]] std::size_t read_word(const At& at, std::span<const std::string_view> words, Problems& problems,
                                    ProblemCode wrong = ProblemCode::bad_value);
/// Lower-case letters and digits in words joined by `joint`.
[[nodiscard]] bool is_name(std::string_view text, char joint) noexcept;
/// Lower-case words joined by `joint` ('-' for ids, '_' for codes).
[[nodiscard]] std::string read_name(const At& at, char joint, Problems& problems);

/// The items of a list that must not be empty, unless `may_be_empty`.
[[nodiscard]] std::vector<At> read_list(const At& at, bool may_be_empty, Problems& problems);

/// One object. `finish` reports every key that was never asked for.
class Fields {
 public:
  Fields(const At& at, Problems& problems);

  /// Nothing if the value was no object at all.
  [[nodiscard]] bool ok() const noexcept { return ok_; }
  /// The field, or a problem and nothing.
  [[nodiscard]] std::optional<At> required(std::string_view key);
  [[nodiscard]] std::optional<At> optional(std::string_view key);
  /// The field, where `null` is as good as absent.
  [[nodiscard]] std::optional<At> said(std::string_view key);
  /// Keys that were not asked for so far, with their values.
  [[nodiscard]] std::vector<std::pair<std::string, At>> rest() const;
  void take(std::string_view key) { asked_.push_back(key); }
  void finish();

  [[nodiscard]] const At& at() const noexcept { return at_; }
  [[nodiscard]] Problems& problems() noexcept { return problems_; }

 private:
  At at_;
  Problems& problems_;
  bool ok_;
  std::vector<std::string_view> asked_;  ///< literals
};

}  // namespace hosho::json
