#pragma once
/// Lists that several answers have in common; each writes its key, too.

#include <vector>

#include "hosho/hosho.h"
#include "write_reason.h"

namespace hosho::json {

/// The fields of a deadline, into an object that is open.
void write_deadline(Writer& out, const Deadline& row, CiteList& cites);
/// `charges`, with `sum` of each as its yen.
void write_charges(Writer& out, const std::vector<Charged>& list, YenRange Charged::*sum, CiteList& cites);
/// `not_stated`.
void write_silences(Writer& out, const std::vector<Silence>& list, CiteList& cites);
/// `cautions`.
void write_warnings(Writer& out, const std::vector<Warning>& list, CiteList& cites);
/// `reasons`.
void write_reasons(Writer& out, const std::vector<Reason>& list, std::optional<std::size_t> cover, CiteList& cites);
/// `cites`: comes last, when all that point into them are known.
void write_cites(Writer& out, const CiteList& cites, const Catalogue& catalogue);

}  // namespace hosho::json
