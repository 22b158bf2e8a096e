#include "evaluate.h"

#include <algorithm>
#include <utility>

#include "periods.h"
#include "sort_by.h"

namespace hosho {
namespace {

/// Outcome of a test for one word.
Truth outcome_of(const FactTest& test, Word word) {
  const auto found =
      std::find_if(test.words.begin(), test.words.end(), [word](const auto& row) { return row.first == word; });
  return found != test.words.end() ? found->second : test.otherwise;
}

bool in_bounds(const FactTest& test, std::int64_t number) {
  return (!test.at_least || number >= *test.at_least) && (!test.over || number > *test.over) &&
         (!test.at_most || number <= *test.at_most) && (!test.under || number < *test.under);
}

ReasonCode code_of(FactType type) {
  if (type == FactType::word) return ReasonCode::word_in;
  return type == FactType::flag ? ReasonCode::flag_is : ReasonCode::number_in;
}

void note_word_cuts(const Node& node, const FactTest& test, const Situation& situation) {
  for (const auto& [word, truth] : test.words) situation.note(node.fact, FactValue::of(word));
  situation.note_others(node.fact);
}

void note_number_cuts(const Node& node, const FactTest& test, const Situation& situation) {
  situation.note(node.fact, FactValue::of(std::int64_t{0}));
  const auto cut = [&](std::optional<std::int64_t> bound, std::int64_t step) {
    if (bound) situation.note(node.fact, FactValue::of(*bound + step));
  };
  cut(test.at_least, 0);
  cut(test.over, 1);
  cut(test.at_most, 1);
  cut(test.under, 0);
}

void note_test_cuts(const Node& node, const FactTest& test, const Situation& situation) {
  if (situation.cuts == nullptr) return;
  situation.begin_reading();
  const FactType type = info(node.fact).type;
  if (type == FactType::word) {
    note_word_cuts(node, test, situation);
  } else if (type == FactType::flag) {
    situation.note_flags(node.fact);
  } else {
    note_number_cuts(node, test, situation);
  }
}

/// The outcome that every value of the fact reaches; `unknown` where they differ.
Truth outcome_for_any(const FactTest& test, FactType type) {
  const bool by_word = type == FactType::word || type == FactType::flag;
  const bool has_rest = type == FactType::word || (type == FactType::flag && test.words.size() < 2);
  if (!by_word) return test.otherwise == Truth::yes ? Truth::yes : Truth::unknown;
  const Truth first = has_rest ? test.otherwise : test.words.front().second;
  const auto differs = [first](const auto& row) { return row.second != first; };
  return std::any_of(test.words.begin(), test.words.end(), differs) ? Truth::unknown : first;
}

Finding evaluate_test(const Version& version, const Node& node, const Situation& situation) {
  const FactTest& test = version.tests[node.table];
  const FactInfo& fact = info(node.fact);
  const ReasonCode code = code_of(fact.type);
  const FactValue value = situation.value(node.fact);
  Truth truth = Truth::unknown;
  if (!value.is_said() && test.unsaid_fits) {
    truth = Truth::yes;
  } else if (!value.is_said()) {
    note_test_cuts(node, test, situation);
    truth = outcome_for_any(test, fact.type);
  } else if (fact.type == FactType::word) {
    truth = outcome_of(test, value.word);
  } else if (fact.type == FactType::flag) {
    truth = outcome_of(test, Word{static_cast<std::int32_t>(value.number)});
  } else {
    truth = in_bounds(test, value.number) ? Truth::yes : test.otherwise;
  }
  Finding out = truth == Truth::not_stated ? silent(test.code, code, node.clause, node.cite)
                                           : plain(truth, code, node.clause, node.cite);
  if (truth == Truth::unknown) out.missing.push_back(node.fact);
  out.reason.facts.push_back(node.fact);
  if (code == ReasonCode::number_in) out.reason.test = &test;
  for (const auto& [word, result] : test.words) {
    if (fact.type != FactType::word || result != Truth::yes) continue;
    const auto closed = words_of(fact.vocabulary);
    out.reason.allowed.emplace_back(closed.empty() ? situation.catalogue.words.text(word)
                                                   : closed[static_cast<std::size_t>(word.id)]);
  }
  return out;
}

/// An open day is told apart before, on and after the other one.
void note_same_day(Fact fact, DateSpan open, DateSpan other, const Situation& situation) {
  if (open.is_day() || !other.is_day()) return;
  for (const Date cut : {open.first, other.first, other.first + Days{1}}) {
    if (open.first <= cut && cut <= open.last) situation.note(fact, FactValue::of(DateSpan::day(cut)));
  }
}

Finding same_day(const Node& node, const Situation& situation) {
  const DateSpan day = situation.value(node.fact).day;
  const DateSpan other = situation.value(node.other).day;
  situation.begin_reading();
  note_same_day(node.fact, day, other, situation);
  note_same_day(node.other, other, day, situation);
  Truth truth = Truth::unknown;
  if (day.last < other.first || other.last < day.first) truth = Truth::no;
  if (day.is_day() && day == other) truth = Truth::yes;
  Finding out = plain(truth, ReasonCode::same_day, node.clause, node.cite);
  if (truth == Truth::unknown) wait_for(out, {node.fact, node.other}, situation);
  out.reason.facts = {node.fact, node.other};
  return out;
}

/// After the end of the period the terms may be silent.
Finding within(const Version& version, const Node& node, const Situation& situation) {
  Finding out = not_after(node.fact, version.periods[node.table], node.clause, node.cite, situation);
  if (out.truth != Truth::no || !node.open_after) return out;
  Finding after = silent(node.code, ReasonCode::within_period, node.clause, node.cite);
  std::swap(after.reason, out.reason);
  after.reason.code = ReasonCode::not_told;
  after.reason.outcome = Truth::not_stated;
  after.reason.silence = node.code;
  return after;
}

Finding in_days(const Node& node, const Situation& situation) {
  const DateSpan day = situation.value(node.fact).day;
  situation.begin_reading();
  Truth truth = Truth::unknown;
  if (day.last < node.days.first || node.days.last < day.first) truth = Truth::no;
  if (node.days.first <= day.first && day.last <= node.days.last) truth = Truth::yes;
  if (!day.is_day()) {
    for (const Date cut : {day.first, node.days.first, node.days.last + Days{1}}) {
      if (day.first <= cut && cut <= day.last) situation.note(node.fact, FactValue::of(DateSpan::day(cut)));
    }
  }
  Finding out = plain(truth, ReasonCode::in_days, node.clause, node.cite);
  if (truth == Truth::unknown) wait_for(out, {node.fact}, situation);
  out.reason.facts = {node.fact};
  return out;
}

/// The pieces that hold every day of `days`; `days` lies between two neighbouring boundaries.
Finding evaluate_pieces(const Version& version, const Node& node, DateSpan days, const Situation& situation) {
  const ByDay& by_day = version.by_day[node.table];
  std::vector<Finding> parts;
  for (const Piece& piece : by_day.pieces) {
    if (days.first < piece.days.first || piece.days.last < days.last) continue;
    Finding part = evaluate(version, piece.node, situation);
    if (!part.reason.cite) part.reason.cite = piece.cite;
    parts.push_back(std::move(part));
  }
  if (parts.empty()) return silent(by_day.outside, ReasonCode::by_day, node.clause, node.cite);
  if (parts.size() == 1) return std::move(parts.front());
  const bool known = std::none_of(parts.begin(), parts.end(), [](const Finding& part) { return is_open(part.truth); });
  const bool differ = std::any_of(parts.begin(), parts.end(),
                                  [&parts](const Finding& part) { return part.truth != parts.front().truth; });
  if (!known || !differ) return one_of(std::move(parts), node.fact, ReasonCode::by_day, node.clause, node.cite);
  Finding out = silent(by_day.overlap, ReasonCode::by_day, node.clause, parts.front().reason.cite);
  for (Finding& part : parts) out.reason.reasons.push_back(std::move(part.reason));
  return out;
}

/// The stretch of the fact's day cut where a piece begins or has ended.
std::vector<DateSpan> cut_by(const ByDay& by_day, DateSpan days) {
  std::vector<Date> starts = {days.first};
  for (const Piece& piece : by_day.pieces) {
    for (const Date start : {piece.days.first, piece.days.last + Days{1}}) {
      if (days.first < start && start <= days.last) add_once(starts, start);
    }
  }
  sort_by(starts, [](Date a, Date b) { return a < b; });
  std::vector<DateSpan> out;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    out.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] - Days{1} : days.last});
  }
  return out;
}

Finding evaluate_by_day(const Version& version, const Node& node, const Situation& situation) {
  const DateSpan days = situation.value(node.fact).day;
  std::vector<Finding> alternatives;
  situation.begin_reading();
  for (const DateSpan cell : cut_by(version.by_day[node.table], days)) {
    if (!days.is_day()) situation.note(node.fact, FactValue::of(DateSpan::day(cell.first)));
    alternatives.push_back(evaluate_pieces(version, node, cell, situation));
  }
  Finding out = one_of(std::move(alternatives), node.fact, ReasonCode::by_day, node.clause, node.cite);
  add_once(out.reason.facts, node.fact);
  return out;
}

std::vector<Finding> parts_of(const Version& version, const Node& node, const Situation& situation) {
  std::vector<Finding> out;
  for (const std::uint32_t part : node.parts) out.push_back(evaluate(version, part, situation));
  return out;
}

}  // namespace

Finding evaluate(const Version& version, NodeRef ref, const Situation& situation) {
  if (!ref) return {};
  const Node& node = version.nodes[*ref];
  switch (node.op) {
    case Node::Op::all:
      return all_of(parts_of(version, node, situation), ReasonCode::all_of, node.clause, node.cite);
    case Node::Op::any:
      return any_of(parts_of(version, node, situation), ReasonCode::any_of, node.clause, node.cite);
    case Node::Op::negate:
      return none_of(evaluate(version, node.parts.front(), situation), node.clause, node.cite);
    case Node::Op::within:
      return within(version, node, situation);
    case Node::Op::in_days:
      return in_days(node, situation);
    case Node::Op::silent:
      return silent(node.code, ReasonCode::not_told, node.clause, node.cite);
    case Node::Op::same_day:
      return same_day(node, situation);
    case Node::Op::by_day:
      return evaluate_by_day(version, node, situation);
    case Node::Op::test:
      break;
  }
  return evaluate_test(version, node, situation);
}

}  // namespace hosho
