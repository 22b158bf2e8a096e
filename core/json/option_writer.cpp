#include "option_writer.h"

#include <array>

#include "write_parts.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, 3> kVerdicts = {"covered", "not_covered", "unknown"};
constexpr std::array<std::string_view, 3> kJoining = {"can_join", "cannot_join", "unknown"};

}  // namespace

void OptionWriter::texts(std::string_view key, const std::vector<std::string>& list) {
  out_.key(key).open_array();
  for (const std::string& text : list) out_.text(text);
  out_.close_array();
}

void OptionWriter::write_terms() {
  if (option_.version != nullptr)
    out_.key("terms_from").text(option_.version->from ? to_string(*option_.version->from) : "undated");
}

void OptionWriter::write_amounts() {
  out_.key("you_pay_yen");
  write_range(out_, option_.you_pay);
  write_charges(out_, option_.charges, &Charged::yen, cites_);
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

void OptionWriter::write_deadlines() {
  out_.key("deadlines").open_array();
  for (const Deadline& row : option_.deadlines) {
    out_.open_object();
    write_deadline(out_, row, cites_);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_missing(bool weighed) {
  out_.key("missing").open_array();
  for (const Missing& row : option_.missing) {
    out_.open_object().key("fact").text(spell(row.fact, row.cover ? row.cover : option_.cover));
    if (weighed) out_.key("impact").share(row.impact);
    out_.close_object();
  }
  out_.close_array();
}

void OptionWriter::write_points() {
  write_silences(out_, option_.not_stated, cites_);
  write_warnings(out_, option_.cautions, cites_);
  write_reasons(out_, option_.reasons, option_.cover, cites_);
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

void OptionWriter::write_assessment() {
  out_.open_object();
  out_.key("plan").text(option_.plan).key("kind").text(option_.verdict ? "cover" : "paid_repair");
  write_terms();
  if (option_.verdict) out_.key("verdict").text(kVerdicts[static_cast<std::size_t>(*option_.verdict)]);
  write_amounts();
  write_deadlines();
  write_missing(true);
  write_points();
  write_steps();
  write_contacts();
  write_holds();
  write_cites(out_, cites_, catalogue_);
  out_.close_object();
}

void OptionWriter::write_event() {
  out_.open_object().key("plan").text(option_.plan);
  write_deadline(out_, option_.deadlines.front(), cites_);
  write_missing(false);
  write_points();
  write_cites(out_, cites_, catalogue_);
  out_.close_object();
}

void OptionWriter::write_fees() {
  out_.key("monthly_fee_yen");
  write_range(out_, option_.monthly_fee);
  out_.key("one_time_fee_yen");
  write_range(out_, option_.one_time_fee);
  const auto [fewest, most] = option_.free_months;
  out_.key("free_months").open_object().key("min").number(fewest).key("max").number(most).close_object();
  out_.key("tax").text(to_text(option_.tax));
}

void OptionWriter::write_enrolment() {
  out_.open_object().key("plan").text(option_.plan);
  write_terms();
  out_.key("verdict").text(kJoining[static_cast<std::size_t>(*option_.verdict)]);
  write_deadlines();
  write_fees();
  write_missing(false);
  write_points();
  write_cites(out_, cites_, catalogue_);
  out_.close_object();
}

}  // namespace hosho::json
