#include "write_outlook.h"

#include "write_parts.h"

namespace hosho::json {
namespace {

constexpr std::array<std::string_view, kQuantiles.size()> kQuantileNames = {"p05", "p25", "p50", "p75",
                                                                            "p90", "p95", "p99", "p999"};

class OutlookWriter {
 public:
  explicit OutlookWriter(const Catalogue& catalogue) : catalogue_(catalogue) {}

  std::string write(const Outlook& answer);

 private:
  void write_figures(const CostFigures& figures);
  void write_bounds(const OutlookChoice& choice);
  void write_months(const OutlookChoice& choice);
  void write_decisions(const OutlookChoice& choice);
  void write_readings(const OutlookChoice& choice);
  void write_choice(const OutlookChoice& choice);

  const Catalogue& catalogue_;
  Writer out_;
  CiteList cites_;
};

/// Into an object that is open.
void OutlookWriter::write_figures(const CostFigures& figures) {
  out_.key("fees_yen").number(figures.fees).key("mean_yen").real(figures.mean).key("sd_yen").real(figures.sd);
  out_.key("quantiles").open_object();
  for (std::size_t i = 0; i < kQuantiles.size(); ++i) out_.key(kQuantileNames[i]).number(figures.quantiles[i]);
  out_.close_object();
}

void OutlookWriter::write_bounds(const OutlookChoice& choice) {
  out_.key("bounds");
  if (!choice.is_range) {
    out_.null();
    return;
  }
  out_.open_object();
  for (const auto& [name, end] : {std::pair("low", &choice.low), std::pair("high", &choice.high)}) {
    out_.key(name);
    if (*end) {
      out_.open_object();
      write_figures(**end);
      out_.close_object();
    } else {
      out_.null();
    }
  }
  out_.close_object();
}

void OutlookWriter::write_months(const OutlookChoice& choice) {
  out_.key("monthly").open_array();
  std::int64_t number = 0;
  for (const MonthFigures& month : choice.monthly) {
    out_.open_object().key("month").number(++number).key("fees_yen").number(month.fees);
    out_.key("expected_yen").real(month.expected).key("p05").number(month.p05).key("p50").number(month.p50);
    out_.key("p95").number(month.p95).close_object();
  }
  out_.close_array();
}

void OutlookWriter::write_decisions(const OutlookChoice& choice) {
  out_.key("cheaper_than_none").real(choice.cheaper_than_none);
  out_.key("dearer_than_none").real(choice.dearer_than_none).key("break_even_rate_multiple");
  if (choice.break_even_rate_multiple) {
    out_.real(*choice.break_even_rate_multiple);
  } else {
    const bool fee_open = choice.is_range && !choice.high;
    const std::string_view free = fee_open ? "fee_not_known" : "costs_nothing";
    out_.null().key("break_even_code").text(choice.figures.fees > 0 ? "never_pays" : free);
  }
  out_.key("best_cancel_after_months").number(choice.best_cancel_after_months);
  out_.key("best_use").open_object().key("mean_yen").real(choice.best_mean);
  out_.key("claim_worth_yen").real(choice.claim_worth).close_object();
}

void OutlookWriter::write_readings(const OutlookChoice& choice) {
  out_.key("readings").open_array();
  for (const ReadingMean& row : choice.readings) {
    out_.open_object().key("claim_year").text(kClaimYears[static_cast<std::size_t>(row.year)]);
    out_.key("mean_yen").real(row.mean).close_object();
  }
  out_.close_array();
}

void OutlookWriter::write_choice(const OutlookChoice& choice) {
  out_.open_object().key("plans").open_array();
  for (const std::string_view plan : choice.plans) out_.text(plan);
  out_.close_array();
  write_figures(choice.figures);
  write_months(choice);
  write_decisions(choice);
  out_.key("lost_mass").real(choice.distribution.lost_mass);
  if (choice.is_rounded) out_.key("rounded").flag(true);
  write_bounds(choice);
  write_readings(choice);
  out_.key("missing").open_array();
  for (const Missing& row : choice.missing) {
    out_.open_object().key("fact").text(spell(row.fact, row.cover)).close_object();
  }
  out_.close_array();
  write_silences(out_, choice.not_stated, cites_);
  out_.key("lattice").open_object().key("first_yen").number(choice.distribution.first);
  out_.key("step_yen").number(choice.distribution.step).close_object().close_object();
}

std::string OutlookWriter::write(const Outlook& answer) {
  out_.open_object().key("none");
  write_choice(answer.none);
  out_.key("choices").open_array();
  for (const OutlookChoice& choice : answer.choices) write_choice(choice);
  out_.close_array().key("battery_month");
  if (answer.battery_month) {
    out_.number(*answer.battery_month);
  } else {
    out_.null();
  }
  write_cites(out_, cites_, catalogue_);
  return out_.close_object().take();
}

}  // namespace

std::string write_outlook(const Outlook& answer, const Catalogue& catalogue) {
  return OutlookWriter(catalogue).write(answer);
}

}  // namespace hosho::json
