#include "read_joining.h"

#include <array>

#include "evidence.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 2> kDevices = {"this", "any"};

}  // namespace

NotWithDocument read_not_with(const At& at, Problems& problems) {
  NotWithDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto plans = fields.optional("plans")) {
    for (const At& item : read_list(*plans, false, problems)) out.plans.push_back(read_name(item, '-', problems));
  }
  if (const auto device = fields.required("device")) out.this_device = read_word(*device, kDevices, problems) == 0;
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

RejoinDocument read_rejoin(const At& at, Problems& problems) {
  RejoinDocument out;
  out.at = {at.pointer, at.value->order};
  Fields fields(at, problems);
  out.id = read_id(fields);
  if (const auto allowed = fields.required("allowed")) out.allowed = read_outcome(*allowed, problems);
  const bool silent = out.allowed == Truth::not_stated;
  if (const auto code = silent ? fields.required("code") : fields.optional("code"))
    out.code = read_code(*code, problems);
  out.cite = read_evidence(fields, Evidenced::or_inferred);
  fields.finish();
  return out;
}

}  // namespace hosho::json
