#include "claim_counts.h"

#include <algorithm>
#include <utility>

namespace hosho {
namespace {

/// A row that can bring no more than this is not followed up, nor a state that can bring no more than its share of it.
constexpr double kNegligible = 1e-18;

constexpr std::size_t kUnknown = SIZE_MAX;
constexpr std::size_t kBeyond = SIZE_MAX - 1;

/// For each row the probabilities of the states, one after another.
class Layer {
 public:
  explicit Layer(std::size_t states) : states_(states) {}

  /// Where the states of `row` begin; it is live from now on.
  std::size_t open(std::uint32_t row) {
    if (is_live_.size() <= row) {
      is_live_.resize(row + 1, false);
      cells.resize((row + 1) * states_);
    }
    if (!is_live_[row]) {
      is_live_[row] = true;
      live.push_back(row);
    }
    return row * states_;
  }

  /// Becomes `factor` × what it was, and `other` a copy of that. Precondition: `other` is clear.
  void scale_into(Layer& other, double factor) {
    for (const std::uint32_t row : live) {
      const std::size_t place = other.open(row);
      double* const here = cells.data() + row * states_;
      double* const there = other.cells.data() + place;
      for (std::size_t i = 0; i < states_; ++i) there[i] = here[i] *= factor;
    }
  }

  void clear() {
    for (const std::uint32_t row : live) {
      std::fill_n(cells.begin() + static_cast<std::ptrdiff_t>(row * states_), states_, 0.0);
      is_live_[row] = false;
    }
    live.clear();
  }

  [[nodiscard]] double mass(std::uint32_t row) const {
    double out = 0;
    for (std::size_t i = 0; i < states_; ++i) out += cells[row * states_ + i];
    return out;
  }

  std::vector<double> cells;
  std::vector<std::uint32_t> live;  ///< rows that are not all 0

 private:
  std::size_t states_;
  std::vector<bool> is_live_;
};

class Counter {
 public:
  Counter(const ClaimPaths& paths, const Tally& tally)
      : paths_(paths),
        tally_(tally),
        rows_(tally.width, tally.rows),
        now_(paths.states),
        met_(paths.states),
        next_(paths.states),
        row_(tally.width, 0),
        places_(paths.colours.size()) {
    now_.cells[now_.open(rows_.position_of(row_)) + paths.first] = 1;
  }

  /// Whether there was room for all rows.
  bool count(const MonthPaths& month) {
    open_windows(month.openings);
    if (!month.certain.empty()) {
      met_.clear();
      next_.clear();
      std::swap(now_, met_);
      step(met_, month.certain, 1, 1);
    }
    if (!month.paths.empty()) meet(month);
    return !is_full_;
  }

  [[nodiscard]] std::vector<double> masses() const {
    std::vector<double> out(rows_.size(), 0);
    for (const std::uint32_t row : now_.live) out[row] = now_.mass(row);
    return out;
  }

  Interned rows() { return std::move(rows_); }

 private:
  void open_windows(const std::vector<std::pair<StateId, StateId>>& openings) {
    if (openings.empty()) return;
    for (const std::uint32_t row : now_.live) {
      double* const states = now_.cells.data() + row * paths_.states;
      for (const auto& [from, to] : openings) {
        if (to != ClaimStates::kLost) states[to] += states[from];
        states[from] = 0;
      }
    }
  }

  void meet(const MonthPaths& month) {
    const std::vector<double>& chances = month.chances;
    std::vector<double> best = chances;  // of those still to come
    for (std::size_t i = best.size() - 1; i-- > 0;) best[i] = std::max(best[i], best[i + 1]);
    met_.clear();
    now_.scale_into(met_, chances[0]);
    for (std::size_t i = 1; i < chances.size() && !met_.live.empty(); ++i) {
      next_.clear();
      step(met_, month.paths, chances[i] / chances[i - 1], best[i] / chances[i - 1]);
      std::swap(met_, next_);
    }
  }

  /// `next_` and `now_` += `rate` × what follows one incident after `from`, but for rows that are not `worth` it.
  void step(const Layer& from, const std::vector<Path>& paths, double rate, double worth) {
    const double least = kNegligible / (worth * static_cast<double>(paths_.states));
    for (const std::uint32_t row : from.live) {
      if (from.mass(row) * worth < kNegligible) continue;
      std::fill(places_.begin(), places_.end(), kUnknown);
      const double* const states = from.cells.data() + row * paths_.states;
      for (const Path& path : paths) {
        const double here = states[path.from];
        if (here < least) continue;
        std::size_t& place = places_[path.colour];
        if (place == kUnknown) place = place_after(row, path.colour);
        if (place == kBeyond) continue;
        const double chance = here * rate * path.chance;
        next_.cells[place + path.to] += chance;
        now_.cells[place + path.to] += chance;
      }
    }
  }

  std::size_t place_after(std::uint32_t row, std::uint32_t colour) {
    const std::size_t at = row * paths_.colours.size() + colour;
    if (after_.size() <= at) after_.resize((row + 1) * paths_.colours.size(), kUnknown);
    if (after_[at] == kUnknown) after_[at] = find_after(row, colour);
    if (after_[at] == kBeyond) return kBeyond;
    now_.open(static_cast<std::uint32_t>(after_[at]));
    return next_.open(static_cast<std::uint32_t>(after_[at]));
  }

  std::size_t find_after(std::uint32_t row, std::uint32_t colour) {
    const std::int32_t* const adds = tally_.adds.data() + colour * tally_.width;
    const std::int32_t* const numbers = rows_.row(row);
    for (std::size_t i = 0; i < tally_.width; ++i) {
      if (adds[i] > tally_.most - numbers[i]) return kBeyond;
      row_[i] = numbers[i] + adds[i];
    }
    const std::uint32_t out = rows_.position_of(row_);
    if (out == Interned::kNone) is_full_ = true;
    return out == Interned::kNone ? kBeyond : out;
  }

  const ClaimPaths& paths_;
  const Tally& tally_;
  Interned rows_;
  Layer now_, met_, next_;
  std::vector<std::int32_t> row_;
  std::vector<std::size_t> after_;   ///< by row and colour: the row that follows
  std::vector<std::size_t> places_;  ///< by colour: where the states of the row that follows begin
  bool is_full_ = false;
};

}  // namespace

Tally tally_by_colour(std::size_t colours, std::size_t rows) {
  Tally out{colours, std::vector<std::int32_t>(colours * colours, 0), INT32_MAX, rows};
  for (std::size_t i = 0; i < colours; ++i) out.adds[i * colours + i] = 1;
  return out;
}

std::optional<Counts> count_incidents(const ClaimPaths& paths, const Tally& tally, bool by_month) {
  Counter counter(paths, tally);
  std::vector<std::vector<double>> masses;
  for (const MonthPaths& month : paths.months) {
    if (!counter.count(month)) return std::nullopt;
    if (by_month) masses.push_back(counter.masses());
  }
  if (masses.empty()) masses.push_back(counter.masses());
  return Counts{counter.rows(), std::move(masses)};
}

}  // namespace hosho
