#include "write_timeline.h"

#include "option_writer.h"

namespace hosho::json {

std::string write_timeline(const Timeline& answer, const Catalogue& catalogue, const CaseFacts& facts) {
  Writer out;
  out.open_object().key("as_of").text(to_string(facts.as_of)).key("events").open_array();
  for (const Option& event : answer) OptionWriter(out, event, catalogue).write_event();
  return out.close_array().close_object().take();
}

}  // namespace hosho::json
