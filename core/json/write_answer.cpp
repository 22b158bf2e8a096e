#include "write_answer.h"

#include <algorithm>
#include <array>

#include "hosho/version.h"
#include "write_reason.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 3> kVerdicts = {"covered", "not_covered", "unknown"};
constexpr std::array<std::string_view, 4> kCountings = {"civil_code", "first_day_included", "not_stated", "date"};

/// Writes one option; cites come last, when all that point into them are known.
class OptionWriter {
 public:
  OptionWriter(Writer& out, const Option& option, const Catalogue& catalogue)
      : out_(out), option_(option), catalogue_(catalogue) {}

  void write();

 private:
  void write_head();
  void write_amounts();
  void write_charges();
  void write_deadlines();
  void write_missing();
  void write_points();
  void write_reasons();
  void write_steps();
  void write_contacts();
  void write_holds();
  void write_cites();

  void cite(CiteRef ref, std::string_view key = "cite") { write_cite(out_, key, ref, cites_); }
  void texts(std::string_view key, const std::vector<std::string>& list);

  Writer& out_;
  const Option& option_;
  const Catalogue& catalogue_;
  CiteList cites_;
};

void OptionWriter::texts(std::string_view key, const std::vector<std::string>& list) {
  out_.key(key).open_array();
  for (const std::string& text : list) out_.text(text);
  out_.close_array();
}

void OptionWriter::write_head() {
  out_.key("plan").text(option_.plan).key("kind").text(option_.verdict ? "cover" : "paid_repair");
  if (option_.version != nullptr)
    out_.key("terms_from").text(option_.version->from ? to_string(*option_.version->from) : "undated");
  if (option_.verdict) out_.key("verdict").text(kVerdicts[static_cast<std::size_t>(*option_.verdict)]);
}

void OptionWriter::write_amounts() {
  out_.key("you_pay_yen");
  write_range(out_, option_.you_pay);
  write_charges();
  out_.key("total_yen");
  write_range(out_, option_.total);
  out_.key("tax").text(to_text(option_.tax));
  if (option_.remedy)
    out_.key("remedy").text(words_of(Vocabulary::remedy)[static_cast<std::size_t>(option_.remedy->id)]);
  if (option_.claims_left) {
    const auto [fewest, most] = *option_.claims_left;
    out_.key("claims_left").open_object().key("min").number(fewest).key("max").number(most).close_object();
  }
  if (option_.place) out_.key("where").text(words_of(Vocabulary::place)[static_cast<std::size_t>(option_.place->id)]);
}

void OptionWriter::write_charges() {
  out_.key("charges").open_array();
  for (const Charged& row : option_.charges) {
    out_.open_object().key("kind").text(row.kind).key("yen");
    write_range(out_, row.yen);
    out_.key("triggered").flag(row.triggered).key("tax").text(to_text(row.tax));
    cite(row.cite);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_deadlines() {
  out_.key("deadlines").open_array();
  for (const Deadline& row : option_.deadlines) {
    out_.open_object().key("kind").text(kDeadlineKinds[static_cast<std::size_t>(row.kind)]);
    out_.key("on").text(to_string(row.on)).key("safe_on").text(to_string(row.safe_on));
    out_.key("counting").text(kCountings[static_cast<std::size_t>(row.counting)]);
    cite(row.cite);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_missing() {
  out_.key("missing").open_array();
  for (const Missing& row : option_.missing) {
    out_.open_object().key("fact").text(spell(row.fact, option_.cover)).key("impact").share(row.impact).close_object();
  }
  out_.close_array();
}

void OptionWriter::write_points() {
  out_.key("not_stated").open_array();
  for (const Silence& row : option_.not_stated) {
    out_.open_object().key("code").text(row.code);
    cite(row.cite);
    out_.close_object();
  }
  out_.close_array().key("cautions").open_array();
  for (const Warning& row : option_.cautions) {
    out_.open_object().key("code").text(row.code);
    cite(row.cite);
    cite(row.conflicts_with, "conflicts_with");
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_reasons() {
  out_.key("reasons").open_array();
  for (const Reason& reason : option_.reasons) write_reason(out_, reason, option_.cover, cites_);
  out_.close_array();
}

void OptionWriter::write_steps() {
  out_.key("steps").open_array();
  for (const Step* row : option_.steps) {
    out_.open_object().key("code").text(row->code).key("when").text(row->at);
    cite(row->cite);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_contacts() {
  out_.key("contacts").open_array();
  for (const Contact* row : option_.contacts) {
    out_.open_object()
        .key("name")
        .open_object()
        .key("ja")
        .text(row->name_ja)
        .key("en")
        .text(row->name_en)
        .close_object();
    texts("channels", row->channels);
    texts("have_ready", row->have_ready);
    cite(row->cite);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_holds() {
  out_.key("holds").open_array();
  for (const Amount* row : option_.holds) {
    out_.open_object().key("kind").text(row->kind).key("yen");
    write_range(out_, row->known ? std::optional(row->yen) : std::nullopt);
    cite(row->cite);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_cites() {
  out_.key("cites").open_array();
  for (const std::uint32_t index : cites_.used()) {
    const Cite& row = catalogue_.evidence.cites[index];
    const Source& source = catalogue_.evidence.sources[row.source];
    out_.open_object().key("source").text(source.id).key("title").text(source.title).key("kind").text(source.kind);
    out_.key("as_of").text(source.as_of);
    if (!row.clause.empty()) out_.key("clause").text(row.clause);
    if (!row.quote.empty()) out_.key("quote").text(row.quote);
    if (!source.url.empty()) out_.key("url").text(source.url);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write() {
  out_.open_object();
  write_head();
  write_amounts();
  write_deadlines();
  write_missing();
  write_points();
  write_reasons();
  write_steps();
  write_contacts();
  write_holds();
  write_cites();
  out_.close_object();
}

void write_question(Writer& out, const std::optional<Question>& question) {
  if (!question) {
    out.null();
    return;
  }
  out.open_object().key("fact").text(spell(question->fact, question->cover)).key("why").open_array();
  for (const std::string& clause : question->why) out.text(clause);
  out.close_array().close_object();
}

}  // namespace

std::string write_assessment(const Assessment& answer, const Catalogue& catalogue, const CaseFacts& facts) {
  Writer out;
  out.open_object().key("as_of").text(to_string(facts.as_of)).key("data_version").text(catalogue.data_version);
  out.key("options").open_array();
  for (const Option& option : answer.options) OptionWriter(out, option, catalogue).write();
  out.close_array().key("best");
  if (answer.best) {
    out.text(*answer.best);
  } else {
    out.null();
  }
  out.key("next_question");
  write_question(out, answer.next_question);
  return out.close_object().take();
}

void write_problems(Writer& out, const Problems& problems) {
  out.open_array();
  for (const Problem& problem : problems) {
    out.open_object()
        .key("severity")
        .text("error")
        .key("code")
        .text(to_string(problem.code))
        .key("path")
        .text(problem.path);
    out.key("found").text(problem.found).key("expected").text(problem.expected).close_object();
  }
  out.close_array();
}

std::string write_period_end(const PeriodEnd& end, bool with_same_day) {
  Writer out;
  out.open_object().key("on").text(to_string(end.on)).key("safe_on").text(to_string(end.safe_on));
  if (with_same_day) out.key("same_day_on").text(to_string(end.same_day_on));
  return out.close_object().take();
}

std::string write_info(const Catalogue& catalogue) {
  Writer out;
  Date oldest = kLastDate;
  for (const Plan& plan : catalogue.plans) oldest = std::min(oldest, plan.checked_on);
  out.open_object().key("version").text(kVersion).key("data_version").text(catalogue.data_version);
  out.key("catalog_checked_on").text(catalogue.plans.empty() ? "" : to_string(oldest)).key("plans").open_array();
  for (const Plan& plan : catalogue.plans) {
    out.open_object()
        .key("id")
        .text(plan.id)
        .key("name")
        .open_object()
        .key("ja")
        .text(plan.name_ja)
        .key("en")
        .text(plan.name_en)
        .close_object();
    out.key("provider").text(plan.provider).key("held").text(plan.by_joining ? "by_joining" : "with_device");
    out.key("checked_on")
        .text(to_string(plan.checked_on))
        .key("still_valid_on")
        .text(plan.still_valid_on)
        .close_object();
  }
  return out.close_array().close_object().take();
}

}  // namespace hosho::json
