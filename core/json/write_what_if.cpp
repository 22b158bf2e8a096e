#include "write_what_if.h"

#include "write_answer.h"

namespace hosho::json {
namespace {

constexpr double kThousandths = 1000;

/// An end of a stretch: a day, percent or yen; days, and a price upwards, go on for ever.
void write_end(Writer& out, FactType type, std::int64_t number) {
  if (type == FactType::percent) {
    out.real(static_cast<double>(number) / kThousandths);
    return;
  }
  const Date day(static_cast<std::int32_t>(number));
  if (type == FactType::day ? day == kFirstDate || day == kLastDate : Yen{number} == kLargestYen) {
    out.null();
  } else if (type == FactType::day) {
    out.text(to_string(day));
  } else {
    out.number(number);
  }
}

}  // namespace

std::string write_what_if(const WhatIf& answer, const Catalogue& catalogue, const CaseFacts& facts) {
  const FactInfo& fact = info(answer.fact);
  Writer out;
  out.open_object().key("as_of").text(to_string(facts.as_of)).key("data_version").text(catalogue.data_version);
  out.key("fact").text(fact.path).key("stretches").open_array();
  for (const WhatIfStretch& stretch : answer.stretches) {
    out.open_object().key("from");
    write_end(out, fact.type, stretch.from);
    out.key("to");
    write_end(out, fact.type, stretch.to);
    const bool from_ever = fact.type == FactType::day && stretch.from == kFirstDate.days_since_epoch();
    write_options(out, from_ever ? stretch.at_to : stretch.at_from, catalogue);
    out.key("rising").open_array();
    for (const std::string_view plan : rising_on(stretch)) out.text(plan);
    out.close_array().close_object();
  }
  return out.close_array().close_object().take();
}

}  // namespace hosho::json
