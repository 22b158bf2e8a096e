#include "read_advice.h"

#include <array>
#include <tuple>

#include "evidence.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 5> kStepTimes = {"request", "before_sending", "sending", "hand_over", "after"};
constexpr std::array<std::string_view, 5> kChannels = {"phone", "chat", "mail", "web", "shop"};

}  // namespace

CautionDocument read_caution(const At& at, Problems& problems) {
  CautionDocument out;
  Fields fields(at, problems);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::optional);
  if (const auto other = fields.optional("conflicts_with")) out.conflicts_with = read_cite(*other, problems);
  fields.finish();
  return out;
}

StepDocument read_step(const At& at, Problems& problems) {
  StepDocument out;
  Fields fields(at, problems);
  if (const auto code = fields.required("code")) out.code = read_code(*code, problems);
  if (const auto time = fields.required("at")) out.at = kStepTimes[read_word(*time, kStepTimes, problems)];
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::optional);
  fields.finish();
  return out;
}

ContactDocument read_contact(const At& at, Problems& problems) {
  ContactDocument out;
  Fields fields(at, problems);
  if (const auto name = fields.required("name")) std::tie(out.name_ja, out.name_en) = read_bilingual(*name, problems);
  if (const auto channels = fields.required("channels")) {
    for (const At& item : read_list(*channels, false, problems))
      out.channels.emplace_back(kChannels[read_word(item, kChannels, problems)]);
  }
  if (const auto ready = fields.required("have_ready")) {
    for (const At& item : read_list(*ready, true, problems)) out.have_ready.push_back(read_code(item, problems));
  }
  out.when = read_when(fields);
  out.cite = read_evidence(fields, Evidenced::optional);
  fields.finish();
  return out;
}

}  // namespace hosho::json
