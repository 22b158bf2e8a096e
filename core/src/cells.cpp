#include "cells.h"

#include <algorithm>
#include <utility>

#include "finding.h"
#include "sort_by.h"

namespace hosho {
namespace {

constexpr std::string_view kNotTight = "not_tight";

/// Splits one plan's answer until no fact is read twice and still open.
class Explorer {
 public:
  Explorer(AnswerOfPlan answer, const Catalogue& catalogue, const Plan& plan)
      : answer_(answer), catalogue_(catalogue), plan_(plan) {}

  Option explore(const CaseFacts& facts, std::vector<Cut>* cuts);
  /// The answer with every fact left out that changes nothing, whatever the others are.
  Option without_idle_questions(Option answer, const CaseFacts& facts);
  [[nodiscard]] bool gave_up() const { return cells_ >= kMostCells; }

 private:
  Option split(const Option& whole, const CaseFacts& facts, Fact fact, const std::vector<FactValue>& cells);

  AnswerOfPlan answer_;
  const Catalogue& catalogue_;
  const Plan& plan_;
  std::size_t cells_ = 1;
};

FactValue& slot(CaseFacts& facts, Fact fact, std::optional<std::size_t> cover) {
  return is_cover_fact(fact) ? (*facts.covers)[*cover].facts[index_of(fact)] : facts[fact];
}

const FactValue& current(const CaseFacts& facts, Fact fact, std::optional<std::size_t> cover) {
  return is_cover_fact(fact) ? (*facts.covers)[*cover].facts[index_of(fact)] : facts[fact];
}

bool same_value(const FactValue& a, const FactValue& b) {
  return a.word == b.word && a.number == b.number && a.day == b.day;
}

/// The stretches of a day between its cuts.
std::vector<FactValue> day_cells(std::vector<FactValue> starts, DateSpan span) {
  sort_by(starts, [](const FactValue& a, const FactValue& b) { return a.day.first < b.day.first; });
  std::vector<FactValue> out;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Date first = i == 0 ? span.first : starts[i].day.first;
    const Date last = i + 1 < starts.size() ? starts[i + 1].day.first - Days{1} : span.last;
    out.push_back(FactValue::of(DateSpan{first, last}));
  }
  return out;
}

std::vector<FactValue> cells_of(const std::vector<Cut>& cuts, Fact fact, const FactValue& open) {
  std::vector<FactValue> out;
  for (const Cut& cut : cuts) {
    const auto is_it = [&cut](const FactValue& value) { return same_value(value, cut.value); };
    if (cut.fact == fact && std::none_of(out.begin(), out.end(), is_it)) out.push_back(cut.value);
  }
  return info(fact).type == FactType::day ? day_cells(std::move(out), open.day) : out;
}

std::size_t readers_of(const std::vector<Cut>& cuts, Fact fact) {
  std::vector<std::size_t> readers;
  for (const Cut& cut : cuts) {
    if (cut.fact == fact) add_once(readers, cut.reader);
  }
  return readers.size();
}

/// A fact that is open, read more than once, and has cells that differ.
std::optional<Fact> worth_splitting(const Option& answer, const std::vector<Cut>& cuts) {
  for (const Missing& missing : answer.missing) {
    const bool list = info(missing.fact).type == FactType::list;
    if (!list && readers_of(cuts, missing.fact) > 1) return missing.fact;
  }
  return std::nullopt;
}

bool same_answer(const Option& a, const Option& b) {
  const auto same_fact = [](const Missing& x, const Missing& y) { return x.fact == y.fact; };
  return a.verdict == b.verdict && a.total == b.total && a.you_pay == b.you_pay && a.monthly_fee == b.monthly_fee &&
         a.one_time_fee == b.one_time_fee && a.free_months == b.free_months &&
         std::equal(a.missing.begin(), a.missing.end(), b.missing.begin(), b.missing.end(), same_fact);
}

void add_missing(std::vector<Missing>& out, const Missing& missing) {
  const auto is_it = [&](const Missing& row) { return row.fact == missing.fact && row.cover == missing.cover; };
  if (std::none_of(out.begin(), out.end(), is_it)) out.push_back(missing);
}

YenRange or_open(const std::optional<YenRange>& yen) { return yen.value_or(YenRange::open_from(Yen{0})); }

/// The answer over two cells; what the trace shows stays that of the whole.
void join_cell(Option& out, const Option& cell) {
  if (out.verdict != cell.verdict) {
    out.verdict = Verdict::unknown;
    out.waits_for_facts = true;
  }
  const bool priceless = !out.you_pay && !cell.you_pay;
  const bool out_of_cover = out.verdict == Verdict::not_covered && (!out.you_pay || !cell.you_pay);
  if (priceless || out_of_cover) {
    out.you_pay.reset();
  } else {
    out.you_pay = hull(or_open(out.you_pay), or_open(cell.you_pay));
  }
  out.total = hull(or_open(out.total), or_open(cell.total));
  out.monthly_fee = hull(out.monthly_fee, cell.monthly_fee);
  out.one_time_fee = hull(out.one_time_fee, cell.one_time_fee);
  out.free_months = {std::min(out.free_months.first, cell.free_months.first),
                     std::max(out.free_months.second, cell.free_months.second)};
  out.tax = out.tax == cell.tax ? out.tax : Tax::mixed;
  out.waits_for_facts = out.waits_for_facts || cell.waits_for_facts;
  for (const Missing& row : cell.missing) add_missing(out.missing, row);
  add_all_once(out.not_stated, cell.not_stated);
}

Option Explorer::split(const Option& whole, const CaseFacts& facts, Fact fact, const std::vector<FactValue>& cells) {
  std::vector<Option> answers;
  for (const FactValue& cell : cells) {
    CaseFacts told = facts;
    slot(told, fact, whole.cover) = cell;
    answers.push_back(explore(told, nullptr));
  }
  Option out = answers.front();
  for (std::size_t i = 1; i < answers.size(); ++i) join_cell(out, answers[i]);
  const bool matters = std::any_of(answers.begin(), answers.end(),
                                   [&answers](const Option& other) { return !same_answer(answers.front(), other); });
  const auto is_it = [fact](const Missing& row) { return row.fact == fact; };
  const bool open_within = std::any_of(out.missing.begin(), out.missing.end(), is_it);  // a cell is not a day yet
  out.missing.erase(std::remove_if(out.missing.begin(), out.missing.end(), is_it), out.missing.end());
  if (matters || open_within) add_missing(out.missing, {fact, 0.0, {}});
  out.cautions = whole.cautions;
  out.deadlines = whole.deadlines;
  out.reasons = whole.reasons;
  out.steps = whole.steps;
  out.contacts = whole.contacts;
  out.charges = whole.charges;
  out.claims_left = whole.claims_left;
  return out;
}

Option Explorer::explore(const CaseFacts& facts, std::vector<Cut>* cuts) {
  std::vector<Cut> noted;
  Option whole = answer_(catalogue_, plan_, facts, &noted);
  if (cuts != nullptr) cuts->insert(cuts->end(), noted.begin(), noted.end());
  const std::optional<Fact> fact = worth_splitting(whole, noted);
  if (!fact) return whole;
  const bool unknown_cover = is_cover_fact(*fact) && !whole.cover;
  const std::vector<FactValue> cells =
      unknown_cover ? std::vector<FactValue>() : cells_of(noted, *fact, current(facts, *fact, whole.cover));
  if (cells.size() < 2 || cells_ + cells.size() > kMostCells) {
    if (cells.size() >= 2) cells_ = kMostCells;
    return whole;
  }
  cells_ += cells.size();
  return split(whole, facts, *fact, cells);
}

/// Another day is open, too: how the two hang together was not cut.
bool has_open_day_beside(const Option& answer, const CaseFacts& facts, Fact fact) {
  if (info(fact).type != FactType::day) return false;
  const auto is_open_day = [&](const FactInfo& row) {
    if (row.type != FactType::day || row.fact == fact || row.fact == Fact::as_of) return false;
    if (is_cover_fact(row.fact) && !answer.cover) return false;
    const FactValue& value = current(facts, row.fact, answer.cover);
    const auto is_it = [&row](const Missing& missing) { return missing.fact == row.fact; };
    const bool asked = std::any_of(answer.missing.begin(), answer.missing.end(), is_it);
    return asked || (value.state == FactValue::State::said && !value.day.is_day());
  };
  return std::any_of(kFacts.begin(), kFacts.end(), is_open_day);
}

Option Explorer::without_idle_questions(Option answer, const CaseFacts& facts) {
  const std::vector<Missing> asked = answer.missing;
  for (const Missing& row : asked) {
    if (info(row.fact).type == FactType::list || (is_cover_fact(row.fact) && !answer.cover)) continue;
    if (has_open_day_beside(answer, facts, row.fact)) continue;
    std::vector<Cut> noted;
    static_cast<void>(answer_(catalogue_, plan_, facts, &noted));
    const std::vector<FactValue> cells = cells_of(noted, row.fact, current(facts, row.fact, answer.cover));
    if (cells.size() < 2 || cells_ + cells.size() > kMostCells) continue;
    const Option parted = split(answer, facts, row.fact, cells);
    const auto is_it = [&row](const Missing& other) { return other.fact == row.fact; };
    if (std::any_of(parted.missing.begin(), parted.missing.end(), is_it)) continue;
    answer = parted;
  }
  return answer;
}

}  // namespace

Option answer_exactly(AnswerOfPlan answer, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                      std::vector<Cut>* cuts) {
  Explorer explorer(answer, catalogue, plan);
  Option out = explorer.without_idle_questions(explorer.explore(facts, cuts), facts);
  if (explorer.gave_up()) out.cautions.push_back({kNotTight, {}, {}});
  return out;
}

}  // namespace hosho
