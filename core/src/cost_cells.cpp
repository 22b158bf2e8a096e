#include <algorithm>
#include <utility>

#include "cost_parts.h"
#include "cuts.h"
#include "finding.h"
#include "sort_by.h"

namespace hosho {
namespace {

constexpr std::string_view kNotTight = "not_tight";
/// Up to this many cells the answer is exact; half as many for every four incidents, for each cell meets them all.
constexpr std::size_t kMostCells = 1024;
constexpr std::size_t kIncidentsToHalve = 4;

/// What an answer comes to, as a number: equal for equal answers to the same completions.
using Identity = std::uint64_t;

void mix(Identity& identity, std::int64_t number) {
  identity = (identity ^ static_cast<std::uint64_t>(number)) * 0x9e3779b97f4a7c15ULL;
  identity ^= identity >> 29;
}

Identity identity_of(const Cost& leaf) {
  Identity out = 0;
  for (const YenRange* yen : {&leaf.fees, &leaf.you_pay, &leaf.without_plan, &leaf.total}) {
    mix(out, yen->min.amount);
    mix(out, yen->max ? yen->max->amount : -1);
  }
  for (const OpenFact& open : leaf.missing) {
    mix(out, static_cast<std::int64_t>(index_of(open.fact)));
    mix(out, static_cast<std::int64_t>(open.incident.value_or(0)));
  }
  return out;
}

/// The answers over every completion; as in `cells.cpp`, a fact of which all cells come to the same drops out.
struct Diagram {
  Cost answer;
  Identity identity;
};

bool names(const std::vector<OpenFact>& list, const OpenFact& open) {
  return std::find(list.begin(), list.end(), open) != list.end();
}

bool comes_before(const OpenFact& a, const OpenFact& b) {
  return a.fact != b.fact ? a.fact < b.fact : a.incident < b.incident;
}

class Explorer {
 public:
  Explorer(const Catalogue& catalogue, const Plan& plan, const Told& said)
      : catalogue_(catalogue),
        plan_(plan),
        said_(said),
        told_(said),
        most_(kMostCells >> std::min<std::size_t>(10, said.scenario.incidents.size() / kIncidentsToHalve)) {}

  Diagram explore(std::size_t alike);
  Diagram split(const OpenFact& at, const std::vector<FactValue>& cells, std::size_t alike);
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  const Catalogue& catalogue_;
  const Plan& plan_;
  const Told& said_;
  Told told_;
  std::size_t most_;            ///< cells
  std::vector<OpenFact> path_;  ///< facts that are told as cells
  bool gave_up_ = false;
};

Diagram Explorer::split(const OpenFact& at, const std::vector<FactValue>& cells, std::size_t alike) {
  const FactValue open = told_.at(at);
  const bool by_word = info(at.fact).type == FactType::word;
  std::optional<Diagram> out;
  Identity before = 0;
  Identity all = static_cast<Identity>(at.fact) + 1;
  bool differ = false;
  path_.push_back(at);
  for (const FactValue& cell : cells) {
    told_.at(at) = cell;
    // A stretch on which nothing turns is told by its first day.
    if (info(at.fact).type == FactType::day) told_.at(at).day = DateSpan::day(cell.day.first);
    Diagram part = explore(alike * cells.size());
    // A word like the first, a stretch like the one before: no branch of its own.
    if (!out || part.identity != before) {
      for (const std::int64_t number : {std::int64_t{cell.day.first.days_since_epoch()}, cell.number,
                                        std::int64_t{cell.word.id}, static_cast<std::int64_t>(part.identity)}) {
        mix(all, number);
      }
      differ = differ || out.has_value();
      if (!out || !by_word) before = part.identity;
    }
    if (out) {
      join_into(out->answer, part.answer);
    } else {
      out = std::move(part);
    }
  }
  path_.pop_back();
  told_.at(at) = open;
  if (differ) {
    add_once(out->answer.missing, at);
    out->identity = all;
  }
  return std::move(*out);
}

/// A price is not split, nor is a place: see `cells.cpp`.
Diagram Explorer::explore(std::size_t alike) {
  std::vector<Cut> cuts;
  Cost whole = cost_of({catalogue_, plan_, said_, told_, cuts});
  sort_by(whole.missing, comes_before);
  std::vector<OpenFact> left;
  for (const OpenFact& open : whole.missing) {
    if (names(path_, open)) continue;
    left.push_back(open);
    if (info(open.fact).type == FactType::yen || open.fact == Fact::incident_where) continue;
    const std::vector<FactValue> cells = values_apart(cuts, open.fact, told_.at(open));
    const bool too_many = alike * cells.size() > most_;
    gave_up_ = gave_up_ || too_many;
    if (cells.size() > 1 && !too_many) return split(open, cells, alike);
  }
  whole.missing = std::move(left);
  const Identity identity = identity_of(whole);
  return {std::move(whole), identity};
}

}  // namespace

Cost cost_exactly(const Catalogue& catalogue, const Plan& plan, const Told& said) {
  std::vector<Cut> cuts;
  Cost whole = cost_of({catalogue, plan, said, said, cuts});
  Explorer explorer(catalogue, plan, said);
  Cost exact = explorer.explore(1).answer;
  exact.reasons = std::move(whole.reasons);  // the trace is that of the case as it is told
  // Once any sum may come out, a place may be the last thing to matter.
  const auto is_idle = [&](const OpenFact& open) {
    if (open.fact != Fact::incident_where || exact.total.max) return false;
    const std::vector<FactValue> places = values_apart(cuts, open.fact, {});
    return !places.empty() && !names(explorer.split(open, places, 1).answer.missing, open);
  };
  exact.missing.erase(std::remove_if(exact.missing.begin(), exact.missing.end(), is_idle), exact.missing.end());
  if (explorer.gave_up()) add_once(exact.cautions, Warning{kNotTight, {}, {}});
  return exact;
}

}  // namespace hosho
