#include "write_timeline.h"

#include "write_parts.h"

namespace hosho::json {
namespace {

void write_event(Writer& out, const Event& event, const Catalogue& catalogue) {
  CiteList cites;
  out.open_object().key("plan").text(event.plan);
  write_deadline(out, event.deadline, cites);
  out.key("missing").open_array();
  for (const Fact fact : event.missing) out.open_object().key("fact").text(spell(fact, event.cover)).close_object();
  out.close_array();
  write_silences(out, event.not_stated, cites);
  write_reasons(out, event.reasons, event.cover, cites);
  write_cites(out, cites, catalogue);
  out.close_object();
}

}  // namespace

std::string write_timeline(const Timeline& answer, const Catalogue& catalogue, const CaseFacts& facts) {
  Writer out;
  out.open_object().key("as_of").text(to_string(facts.as_of)).key("events").open_array();
  for (const Event& event : answer) write_event(out, event, catalogue);
  return out.close_array().close_object().take();
}

}  // namespace hosho::json
