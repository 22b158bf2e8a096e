#include "cells.h"

#include <algorithm>
#include <utility>

#include "cuts.h"
#include "finding.h"

namespace hosho {
namespace {

constexpr std::string_view kNotTight = "not_tight";

YenRange or_open(const std::optional<YenRange>& yen) { return yen.value_or(YenRange::open_from(Yen{0})); }

/// What an answer comes to, as a number: equal answers have equal numbers. FNV-1a over its figures.
class Digest {
 public:
  Digest& add(std::int64_t number) {
    for (int shift = 0; shift < 64; shift += 8) {
      hash_ = (hash_ ^ ((static_cast<std::uint64_t>(number) >> shift) & 0xffU)) * 0x100000001b3ULL;
    }
    return *this;
  }
  Digest& add(std::string_view text) {
    for (const char letter : text) add(std::int64_t{letter});
    return *this;
  }
  Digest& add(const std::optional<YenRange>& yen) {
    add(yen ? yen->min.amount : -1);
    return add(yen && yen->max ? yen->max->amount : -1);
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

/// The answers over every completion of a case: a decision diagram over the open facts, each split at the values that
/// the clauses tell apart. What is joined from its leaves is exact; a fact that changes nothing drops out of it.
struct Diagram {
  Option answer;           ///< joined over all completions
  std::uint64_t identity;  ///< the same for the same answers to the same completions
};

std::uint64_t identity_of(const Option& leaf) {
  Digest digest;
  digest.add(static_cast<std::int64_t>(*leaf.verdict)).add(leaf.you_pay).add(leaf.total);
  if (leaf.may_answer()) {  // of a cover that cannot be joined the fee does not matter
    digest.add(leaf.monthly_fee).add(leaf.one_time_fee).add(leaf.free_months.first).add(leaf.free_months.second);
  }
  for (const Deadline& day : leaf.deadlines) {
    digest.add(day.on.days_since_epoch()).add(day.safe_on.days_since_epoch());
  }
  // A leaf that still waits for more than a price may hide what tells it from another: the facts it waits for and where
  // the terms are silent.
  std::uint64_t asked = 0;
  for (const Missing& row : leaf.missing) {
    if (info(row.fact).type != FactType::yen) asked |= std::uint64_t{1} << (index_of(row.fact) % 64);
  }
  std::uint64_t silent = 0;  // in whichever order
  if (asked != 0 && (leaf.waits_for_facts || leaf.deadlines.empty())) {
    for (const Silence& silence : leaf.not_stated) silent += Digest().add(silence.code).value();
  }
  return digest.add(static_cast<std::int64_t>(asked)).add(static_cast<std::int64_t>(silent)).value();
}

using Branch = std::pair<FactValue, std::uint64_t>;

std::uint64_t identity_of(const Missing& row, const std::vector<Branch>& branches) {
  Digest digest;
  digest.add(static_cast<std::int64_t>(row.fact)).add(row.cover ? static_cast<std::int64_t>(*row.cover) : -1);
  digest.add(static_cast<std::int64_t>(branches.front().second));
  for (std::size_t i = 1; i < branches.size(); ++i) {
    const auto& [cell, identity] = branches[i];
    digest.add(cell.day.first.days_since_epoch()).add(cell.number).add(cell.word.id);
    digest.add(static_cast<std::int64_t>(identity));
  }
  return digest.value();
}

/// The answer over two cells.
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
  add_all_once(out.missing, cell.missing);
  add_all_once(out.not_stated, cell.not_stated);
  const auto left = cell.claims_left ? cell.claims_left : out.claims_left;
  if (!out.claims_left) out.claims_left = left;
  if (left) {
    out.claims_left->first = std::min(out.claims_left->first, left->first);
    out.claims_left->second = std::max(out.claims_left->second, left->second);
  }
}

class Explorer {
 public:
  /// `in_haste`: only what is read more than once is split, and not far.
  Explorer(const Answers& answers, const Catalogue& catalogue, const Plan& plan, bool in_haste)
      : answer_(answers.figures), most_(answers.most), catalogue_(catalogue), plan_(plan), in_haste_(in_haste) {}

  /// `whole`: the answer to `facts` without any splitting, and what it noted. `alike`: as many cells as this one are
  /// still to be opened beside it.
  Diagram explore(Option whole, const std::vector<Cut>& noted, const CaseFacts& facts, std::size_t alike = 1);
  /// There were too many cells: some were not opened.
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  struct Split {
    Missing row;  ///< of the fact that is split
    std::vector<FactValue> cells;
    std::size_t product = 1;  ///< cells of all open facts together
  };
  [[nodiscard]] Split next_split(const Option& whole, const std::vector<Cut>& noted, const CaseFacts& facts) const;
  Diagram split(const Split& at, const CaseFacts& facts, std::optional<std::size_t> cover, std::size_t alike);
  [[nodiscard]] std::uint64_t leaf_identity(const Option& leaf, const CaseFacts& facts) const;

  AnswerOfPlan answer_;
  std::size_t most_;
  const Catalogue& catalogue_;
  const Plan& plan_;
  bool in_haste_;
  std::size_t cells_ = 1;
  bool gave_up_ = false;
};

std::size_t readers_of(const std::vector<Cut>& cuts, Fact fact) {
  std::vector<std::size_t> readers;
  for (const Cut& cut : cuts) {
    if (cut.fact == fact) add_once(readers, cut.reader);
  }
  return readers.size();
}

/// The cover of which a fact is asked: another one, or the one that answers.
std::optional<std::size_t> cover_of(const Missing& row, const Option& whole) {
  return row.cover ? row.cover : whole.cover;
}

/// A price is not split: within a stretch that the clauses do not tell apart, the payment still goes with it. Nor is
/// the place: where none is wished, those that have a price stand for it.
bool is_split(const Missing& row, const Option& whole) {
  const bool stays_whole = info(row.fact).type == FactType::yen || row.fact == Fact::incident_where;
  return !stays_whole && (cover_of(row, whole) || !is_cover_fact(row.fact));
}

/// The first fact, in the order of the case, that is open and has values to tell apart.
Explorer::Split Explorer::next_split(const Option& whole, const std::vector<Cut>& noted, const CaseFacts& facts) const {
  Split out{{Fact::covers}, {}};
  for (const Missing& row : whole.missing) {
    if (!is_split(row, whole) || (in_haste_ && readers_of(noted, row.fact) < 2)) continue;
    std::vector<FactValue> cells = values_apart(noted, row.fact, facts.at(row.fact, cover_of(row, whole)));
    if (cells.size() < 2) continue;
    out.product = std::min(most_ + 1, out.product * cells.size());
    if (row.fact > out.row.fact) continue;
    out.row = row;
    out.cells = std::move(cells);
  }
  return out;
}

Diagram Explorer::split(const Split& at, const CaseFacts& facts, std::optional<std::size_t> cover, std::size_t alike) {
  std::optional<Option> joined;
  std::vector<Branch> branches;
  for (const FactValue& cell : at.cells) {
    CaseFacts told = facts;
    told.at(at.row.fact, cover) = cell;
    std::vector<Cut> noted;
    Option whole = answer_(catalogue_, plan_, told, &noted);
    Diagram part = explore(std::move(whole), noted, told, alike * at.cells.size());
    if (joined) {
      join_cell(*joined, part.answer);
    } else {
      joined = std::move(part.answer);
    }
    // A word like all the others, a stretch like the one before: no branch of its own.
    const bool by_word = info(at.row.fact).type == FactType::word;
    const bool new_branch =
        branches.empty() || (by_word ? branches.front().second : branches.back().second) != part.identity;
    if (new_branch) branches.emplace_back(cell, part.identity);
  }
  if (branches.size() == 1) return {std::move(*joined), branches.front().second};
  add_once(joined->missing, {at.row.fact, 0.0, at.row.cover});
  return {std::move(*joined), identity_of(at.row, branches)};
}

/// The same range may go with a price in different ways: a leaf that a quote could still move is told apart at two
/// prices, too.
std::uint64_t Explorer::leaf_identity(const Option& leaf, const CaseFacts& facts) const {
  const std::uint64_t alone = identity_of(leaf);
  const bool waits = std::any_of(leaf.missing.begin(), leaf.missing.end(),
                                 [](const Missing& row) { return row.fact == Fact::incident_repair_price_yen; });
  const bool is_open = leaf.total && !leaf.total->max && !facts[Fact::incident_repair_price_yen].is_said();
  if (!(waits || is_open) || in_haste_) return alone;
  Digest digest;
  digest.add(static_cast<std::int64_t>(alone));
  for (const Yen price : {Yen{1}, kLargestYen}) {
    CaseFacts told = facts;
    told[Fact::incident_repair_price_yen] = FactValue::of(price.amount);
    digest.add(static_cast<std::int64_t>(identity_of(answer_(catalogue_, plan_, told, nullptr))));
  }
  return digest.value();
}

Diagram Explorer::explore(Option whole, const std::vector<Cut>& noted, const CaseFacts& facts, std::size_t alike) {
  const Split at = gave_up_ && !in_haste_ ? Split{{Fact::covers}, {}} : next_split(whole, noted, facts);
  const bool too_many = in_haste_ ? cells_ + at.cells.size() > kMostCellsInHaste : alike * at.product > most_;
  gave_up_ = gave_up_ || too_many;
  if (at.cells.empty() || too_many) {
    const std::uint64_t identity = leaf_identity(whole, facts);
    return {std::move(whole), identity};
  }
  cells_ += at.cells.size();
  return split(at, facts, cover_of(at.row, whole), alike);
}

/// The exact figures in the place of those of the whole; what the trace shows stays.
void take_figures(Option& whole, Option&& exact) {
  whole.verdict = exact.verdict;
  whole.you_pay = exact.you_pay;
  whole.total = exact.total;
  whole.monthly_fee = exact.monthly_fee;
  whole.one_time_fee = exact.one_time_fee;
  whole.free_months = exact.free_months;
  whole.tax = exact.tax;
  whole.missing = std::move(exact.missing);
  whole.not_stated = std::move(exact.not_stated);
  whole.waits_for_facts = exact.waits_for_facts;
  whole.claims_left = exact.claims_left;
}

/// Whatever place is wished, the answer is the same.
bool place_is_idle(const Answers& answers, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                   const std::vector<Cut>& noted) {
  std::optional<std::uint64_t> first;
  for (const FactValue& place : values_apart(noted, Fact::incident_where, {})) {
    CaseFacts told = facts;
    told[Fact::incident_where] = place;
    std::vector<Cut> cuts;
    Option whole = answers.figures(catalogue, plan, told, &cuts);
    Explorer explorer(answers, catalogue, plan, false);
    const std::uint64_t identity = explorer.explore(std::move(whole), cuts, told).identity;
    if (!first) first = identity;
    if (identity != *first) return false;
  }
  return true;
}

/// Once any sum may come out, the place is the last thing to matter.
void forget_idle_place(Option& out, const Answers& answers, const Catalogue& catalogue, const Plan& plan,
                       const CaseFacts& facts, const std::vector<Cut>& noted) {
  const auto place = std::find_if(out.missing.begin(), out.missing.end(),
                                  [](const Missing& row) { return row.fact == Fact::incident_where; });
  if (place == out.missing.end() || out.total != YenRange::open_from(Yen{0})) return;
  if (place_is_idle(answers, catalogue, plan, facts, noted)) out.missing.erase(place);
}

}  // namespace

Option answer_exactly(const Answers& answers, const Catalogue& catalogue, const Plan& plan, const CaseFacts& facts,
                      std::vector<Cut>* cuts) {
  std::vector<Cut> noted;
  Option whole = answers.whole(catalogue, plan, facts, &noted);
  if (cuts != nullptr) cuts->insert(cuts->end(), noted.begin(), noted.end());
  Explorer patient(answers, catalogue, plan, false);
  Diagram exact = patient.explore(whole, noted, facts);
  if (patient.gave_up()) {
    Explorer hasty(answers, catalogue, plan, true);
    exact = hasty.explore(whole, noted, facts);
    if (hasty.gave_up()) whole.cautions.push_back({kNotTight, {}, {}});
  }
  take_figures(whole, std::move(exact.answer));
  forget_idle_place(whole, answers, catalogue, plan, facts, noted);
  return whole;
}

}  // namespace hosho
