#include "evidence.h"

namespace hosho::json {

OptionalCite read_evidence(Fields& fields, Evidenced evidenced) {
  const auto inference = evidenced == Evidenced::always ? std::nullopt : fields.optional("inference");
  const bool inferred = inference && read_flag(*inference, fields.problems());
  const bool due = evidenced == Evidenced::always || (evidenced == Evidenced::or_inferred && !inferred);
  const auto cite = due ? fields.required("cite") : fields.optional("cite");
  if (!cite) return std::nullopt;
  return read_cite(*cite, fields.problems());
}

OptionalCondition read_when(Fields& fields) {
  const auto when = fields.optional("when");
  if (!when) return std::nullopt;
  return read_condition(*when, fields.problems());
}

std::string read_id(Fields& fields) {
  const auto id = fields.required("id");
  return id ? read_name(*id, '-', fields.problems()) : std::string();
}

}  // namespace hosho::json
