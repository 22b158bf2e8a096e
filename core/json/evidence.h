#pragma once
/// What clauses share: an id, a guard, and what they rest on.

#include "read_condition.h"

namespace hosho::json {

enum class Evidenced : std::uint8_t {
  always,       ///< an amount: `cite`, never an inference
  or_inferred,  ///< a clause: `cite`, or `inference: true` instead
  optional,     ///< advice: `cite` if there is one
};

[[nodiscard]] OptionalCite read_evidence(Fields& fields, Evidenced evidenced);
/// `when`.
[[nodiscard]] OptionalCondition read_when(Fields& fields);
/// `id`.
[[nodiscard]] std::string read_id(Fields& fields);

/// Every item of the list under `key` through `read`.
template <class Item>
void read_each(Fields& fields, std::string_view key, Item (*read)(const At&, Problems&), std::vector<Item>& out) {
  const auto list = fields.optional(key);
  if (!list) return;
  for (const At& item : read_list(*list, true, fields.problems())) out.push_back(read(item, fields.problems()));
}

/// A list without which a version says nothing.
template <class Item>
void read_some(Fields& fields, std::string_view key, Item (*read)(const At&, Problems&), std::vector<Item>& out) {
  const auto list = fields.required(key);
  if (!list) return;
  for (const At& item : read_list(*list, false, fields.problems())) out.push_back(read(item, fields.problems()));
}

}  // namespace hosho::json
