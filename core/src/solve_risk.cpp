#include "solve_risk.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "claim_counts.h"
#include "fold.h"
#include "incident_law.h"
#include "lattice_walk.h"
#include "mean_payments.h"

namespace hosho {
namespace {

constexpr std::size_t kMostNumbers = 1U << 21U;  ///< probabilities at hand at a time
constexpr std::size_t kMostCells = 1U << 21U;
constexpr std::size_t kMostRows = 1U << 12U;  ///< of counts: with more, the lattice is quicker

/// Sums of one amount over all incidents.
class Sums {
 public:
  Sums(const ClaimPaths& paths, const Counts* counts, Figure amount, const Lattice& lattice, bool by_month)
      : paths_(paths), counts_(counts), amount_(amount), lattice_(lattice) {
    if (counts == nullptr) {
      walked_ = walk_lattice(paths, amount, lattice, by_month);
      return;
    }
    std::vector<Lottery> lotteries(paths.colours.size());
    for (std::size_t i = 0; i < lotteries.size(); ++i) add_to(lotteries[i], paths.colours[i], amount, lattice);
    fold_.emplace(counts->rows, std::move(lotteries));
  }

  [[nodiscard]] const Lattice& lattice() const { return lattice_; }

  [[nodiscard]] std::vector<double> in_all() const {
    Lottery streams;
    for (const MonthPaths& month : paths_.months) add_to(streams, month.streams, amount_, lattice_);
    return with_streams(counts_ != nullptr ? counts_->by_month.size() - 1 : walked_.size() - 1, streams,
                        lattice_.cells);
  }

  /// After each month, but only the first `cells`.
  [[nodiscard]] std::vector<std::vector<double>> by_month(std::size_t cells) const {
    std::vector<std::vector<double>> out;
    Lottery streams;
    for (std::size_t i = 0; i < paths_.months.size(); ++i) {
      add_to(streams, paths_.months[i].streams, amount_, lattice_);
      out.push_back(with_streams(i, streams, cells));
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<double> with_streams(std::size_t entry, const Lottery& streams, std::size_t cells) const {
    std::vector<double> out = fold_ ? fold_->sums(counts_->by_month[entry], cells) : walked_[entry];
    if (out.size() > cells) out.resize(cells);
    add_draws(out, streams, cells);
    return out;
  }

  const ClaimPaths& paths_;
  const Counts* counts_;
  Figure amount_;
  Lattice lattice_;
  std::optional<Fold> fold_;
  std::vector<std::vector<double>> walked_;
};

Distribution distribution_of(std::vector<double> p, std::int64_t step, std::int64_t fees) {
  double mass = 0;
  for (const double chance : p) mass += chance;
  return {fees, step, std::move(p), std::max(0.0, 1 - mass)};
}

class Solver {
 public:
  Solver(const RiskModel& model, bool by_month, Road road)
      : model_(model), paths_(claim_paths(model, 1)), by_month_(by_month) {
    for (const std::int64_t fee : model.fees) fees_ += fee;
    const std::size_t rows = road == Road::counts ? SIZE_MAX : std::min(kMostRows, kMostNumbers / paths_.states);
    if (road != Road::lattice)
      counts_ = count_incidents(paths_, tally_by_colour(paths_.colours.size(), rows), by_month);
  }

  RiskAnswer solve() {
    const std::vector<double> means = mean_by_month(paths_, &Outcome::payment, 1);
    const Sums payments = sums(&Outcome::payment, highest_total(model_), by_month_);
    out_.savings = mean_by_month(paths_, &Outcome::saving, 1);
    out_.total = distribution_of(payments.in_all(), payments.lattice().step, fees_);
    out_.mean = static_cast<double>(fees_);
    for (const double mean : means) out_.mean += mean;
    out_.variance = out_.total.variance();
    out_.rounded = payments.lattice().rounded;
    compare();
    if (by_month_) add_months(payments, means);
    return std::move(out_);
  }

 private:
  Sums sums(Figure amount, std::int64_t highest, bool by_month) const {
    const std::size_t most = counts_ ? kMostCells : kMostNumbers / paths_.states;
    return {paths_, counts_ ? &*counts_ : nullptr, amount, lattice_of(paths_, amount, highest, most), by_month};
  }

  /// Against no cover: what the choice saves is held against its fees.
  void compare() {
    const Sums savings = sums(&Outcome::saving, fees_, false);
    double tied = 0;
    const std::vector<double> p = savings.in_all();
    for (std::size_t i = 0; i < p.size(); ++i) {
      const std::int64_t saved = static_cast<std::int64_t>(i) * savings.lattice().step;
      if (saved < fees_) out_.dearer += p[i];
      if (saved == fees_) tied += p[i];
    }
    out_.cheaper = std::max(0.0, 1 - out_.total.lost_mass - out_.dearer - tied);
    out_.rounded = out_.rounded || savings.lattice().rounded;
  }

  /// No sum of an earlier month has its 95 % point beyond that of the last.
  void add_months(const Sums& payments, const std::vector<double>& means) {
    const std::int64_t step = payments.lattice().step;
    const auto cells = static_cast<std::size_t>((out_.total.quantile(0.95) - fees_) / step) + 1;
    double expected = 0;
    std::int64_t fees = 0;
    for (const std::vector<double>& p : payments.by_month(cells)) {
      const std::size_t month = out_.by_month.size();
      fees += month < model_.fees.size() ? model_.fees[month] : 0;
      expected += means[month];
      const Distribution until{fees, step, p, 0};
      out_.by_month.push_back(
          {expected + static_cast<double>(fees), until.quantile(0.05), until.quantile(0.5), until.quantile(0.95)});
    }
  }

  const RiskModel& model_;
  const ClaimPaths paths_;
  const bool by_month_;
  std::int64_t fees_ = 0;
  std::optional<Counts> counts_;
  RiskAnswer out_;
};

}  // namespace

RiskAnswer solve_risk(const RiskModel& model, bool by_month, Road road) {
  const double mean = monthly_mean(model) * model.months;
  RiskAnswer out;
  out.total.lost_mass = 1;
  if (!(mean <= kMostMean)) return out;
  return Solver(model, by_month, road).solve();
}

}  // namespace hosho
