#include "read_plan.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "read_version.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 2> kHeld = {"with_device", "by_joining"};

/// A plan's own sentences are for the page; only their shape matters here.
void read_texts(const At& at, Problems& problems) {
  Fields fields(at, problems);
  for (const auto& [code, text] : fields.rest()) {
    if (!is_name(code, '_'))
      problems.push_back(
          {ProblemCode::bad_value, text.pointer, code, "lower-case words joined by _", text.value->order});
    static_cast<void>(read_bilingual(text, problems));
  }
}

std::string day_or_undated(const At& at, Problems& problems) {
  if (at.is(Value::Kind::string) && at.value->text == "undated") return "undated";
  return to_string(read_day(at, false, problems).first);
}

std::optional<bool> read_open_to_new(const At& at, Problems& problems) {
  if (at.is(Value::Kind::boolean)) return at.value->boolean;
  const bool silent = at.is(Value::Kind::string) && at.value->text == "not_stated";
  if (!silent) report(problems, ProblemCode::wrong_type, at, "true, false or not_stated");
  return std::nullopt;
}

/// Whether one can still join, and since when not.
void read_openness(Fields& fields, PlanDocument& out) {
  Problems& problems = fields.problems();
  const auto open = fields.required("open_to_new");
  if (open) out.open_to_new = read_open_to_new(*open, problems);
  const auto ended = fields.optional("ended_on");
  if (!ended) return;
  out.ended_on = read_day(*ended, false, problems).last;
  if (open && out.open_to_new != false) report(problems, ProblemCode::bad_value, *open, "false, beside ended_on");
}

void read_part_of(const At& at, PlanDocument& out, Problems& problems) {
  Fields fields(at, problems);
  if (const auto plan = fields.required("plan")) out.part_of = read_name(*plan, '-', problems);
  if (const auto alone = fields.optional("alone")) out.alone_code = read_name(*alone, '_', problems);
  fields.finish();
}

void read_head(Fields& fields, PlanDocument& out) {
  Problems& problems = fields.problems();
  if (const auto format = fields.required("format")) static_cast<void>(read_integer(*format, 1, 1, problems));
  if (const auto id = fields.required("id")) out.id = read_name(*id, '-', problems);
  if (const auto provider = fields.required("provider")) out.provider = read_name(*provider, '-', problems);
  if (const auto name = fields.required("name")) std::tie(out.name_ja, out.name_en) = read_bilingual(*name, problems);
  if (const auto held = fields.required("held")) out.by_joining = read_word(*held, kHeld, problems) == 1;
  if (const auto part_of = fields.optional("part_of")) read_part_of(*part_of, out, problems);
  if (const auto sources = fields.required("sources")) out.sources = read_sources(*sources, problems);
  if (const auto checked = fields.required("checked_on")) out.checked_on = read_day(*checked, false, problems).first;
  if (const auto valid = fields.required("still_valid_on")) out.still_valid_on = day_or_undated(*valid, problems);
  read_openness(fields, out);
}

void read_tail(Fields& fields) {
  Problems& problems = fields.problems();
  if (const auto texts = fields.optional("texts")) read_texts(*texts, problems);
  if (const auto note = fields.optional("note")) static_cast<void>(read_text(*note, problems));
  const auto example = fields.optional("example");
  if (example && !example->is(Value::Kind::object)) report(problems, ProblemCode::wrong_type, *example, "an object");
}

}  // namespace

std::optional<PlanDocument> read_plan(const At& at, Problems& problems) {
  const std::size_t before = problems.size();
  PlanDocument out;
  Fields fields(at, problems);
  if (!fields.ok()) return std::nullopt;
  read_head(fields, out);
  if (const auto versions = fields.required("versions")) {
    for (const At& item : read_list(*versions, false, problems)) out.versions.push_back(read_version(item, problems));
  }
  read_tail(fields);
  fields.finish();
  sort_by_place(problems);
  if (problems.size() > before) return std::nullopt;
  return out;
}

}  // namespace hosho::json
