#include "evaluate.h"

#include <algorithm>
#include <set>
#include <utility>

namespace hosho {
namespace {

constexpr const char* kLastDayDisputed = "last_day_disputed";
constexpr const char* kLastDayConvention = "last_day_convention";

/// Where a fact is open, waits for it: unsaid, or a day known only to its month.
void wait_for(Finding& out, std::initializer_list<Fact> facts, const Situation& situation) {
  for (const Fact fact : facts) {
    if (!situation.value(fact).day.is_day()) add_once(out.missing, fact);
  }
}

/// First anchor whose end, as `pick` reads it, reaches `day`. Ends never decrease as the anchor moves on.
template <class Pick>
Date first_anchor_reaching(Date day, const Period& period, DateSpan within, Pick pick) {
  Date low = within.first;
  Date high = within.last + Days{1};
  while (low < high) {
    const Date middle = low + Days{(high - low).count / 2};
    if (pick(period.end_from(middle)) < day) {
      low = middle + Days{1};
    } else {
      high = middle;
    }
  }
  return low;
}

void note_day(Fact fact, Date cut, const Situation& situation) {
  const DateSpan open = situation.value(fact).day;
  if (open.is_day()) return;
  situation.note(fact, FactValue::of(DateSpan::day(open.first)));
  if (open.first < cut && cut <= open.last) situation.note(fact, FactValue::of(DateSpan::day(cut)));
}

void note_period_cuts(Fact day, const Period& period, const Situation& situation) {
  if (situation.cuts == nullptr) return;
  const DateSpan when = situation.value(day).day;
  const DateSpan anchor = situation.value(period.of).day;
  const auto on = [](const PeriodEnd& end) { return end.on; };
  const auto same_day = [](const PeriodEnd& end) { return end.same_day_on; };
  if (when.is_day()) {
    note_day(period.of, first_anchor_reaching(when.first, period, anchor, on), situation);
    note_day(period.of, first_anchor_reaching(when.first, period, anchor, same_day), situation);
  } else if (anchor.is_day()) {
    const PeriodEnd end = period.end_from(anchor.first);
    note_day(day, end.on + Days{1}, situation);
    note_day(day, end.same_day_on + Days{1}, situation);
  }
}

/// Inside, outside, or between the readings, over every day and every anchor.
Finding compare_with_end(DateSpan when, const PeriodEnd& earliest, const PeriodEnd& latest, ReasonCode code,
                         std::string clause, CiteRef cite) {
  if (when.last <= earliest.same_day_on) {
    Finding out = plain(Truth::yes, code, std::move(clause), cite);
    if (when.last > earliest.safe_on) out.warnings.push_back({kLastDayDisputed, cite, {}});
    return out;
  }
  if (when.first > latest.on) return plain(Truth::no, code, std::move(clause), cite);
  if (when.is_day() && earliest == latest) return silent(kLastDayConvention, code, std::move(clause), cite);
  return plain(Truth::unknown, code, std::move(clause), cite);
}

/// Outcome of a test for one word.
Truth outcome_of(const FactTest& test, Word word) {
  const auto found = std::lower_bound(test.words.begin(), test.words.end(), word,
                                      [](const auto& row, Word key) { return row.first < key; });
  return found != test.words.end() && found->first == word ? found->second : test.otherwise;
}

bool in_bounds(const FactTest& test, std::int64_t number) {
  return (!test.at_least || number >= *test.at_least) && (!test.over || number > *test.over) &&
         (!test.at_most || number <= *test.at_most) && (!test.under || number < *test.under);
}

ReasonCode code_of(FactType type) {
  if (type == FactType::word) return ReasonCode::word_in;
  return type == FactType::flag ? ReasonCode::flag_is : ReasonCode::number_in;
}

void note_test_cuts(const Node& node, const FactTest& test, const Situation& situation) {
  if (situation.cuts == nullptr) return;
  const FactType type = info(node.fact).type;
  for (const auto& [word, truth] : test.words) {
    situation.note(node.fact, type == FactType::flag ? FactValue::of(std::int64_t{word.id}) : FactValue::of(word));
  }
  if (type == FactType::word) situation.note(node.fact, FactValue::of(Word{}));
  if (type == FactType::flag) {
    for (const std::int64_t flag : {0, 1}) situation.note(node.fact, FactValue::of(flag));
    return;
  }
  if (type == FactType::word) return;
  situation.note(node.fact, FactValue::of(std::int64_t{0}));
  const auto cut = [&](std::optional<std::int64_t> bound, std::int64_t step) {
    if (bound) situation.note(node.fact, FactValue::of(*bound + step));
  };
  cut(test.at_least, 0);
  cut(test.over, 1);
  cut(test.at_most, 1);
  cut(test.under, 0);
}

/// Every outcome that some value of the fact reaches.
std::set<Truth> outcomes_of(const FactTest& test, FactType type) {
  std::set<Truth> out;
  for (const auto& [word, truth] : test.words) out.insert(truth);
  if (type == FactType::word || (type == FactType::flag && test.words.size() < 2)) out.insert(test.otherwise);
  if (type != FactType::word && type != FactType::flag) out = {Truth::yes, test.otherwise};
  return out;
}

Finding evaluate_test(const Version& version, const Node& node, const Situation& situation) {
  const FactTest& test = version.tests[node.table];
  const FactInfo& fact = info(node.fact);
  const ReasonCode code = code_of(fact.type);
  const FactValue value = situation.value(node.fact);
  Truth truth = Truth::unknown;
  if (!value.is_said()) {
    note_test_cuts(node, test, situation);
    const std::set<Truth> outcomes = outcomes_of(test, fact.type);
    if (outcomes.size() == 1) truth = *outcomes.begin();
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
  for (const auto& [word, result] : test.words) {
    if (fact.type != FactType::word || result != Truth::yes) continue;
    const auto closed = words_of(fact.vocabulary);
    out.reason.allowed.emplace_back(closed.empty() ? situation.catalogue.words.text(word)
                                                   : closed[static_cast<std::size_t>(word.id)]);
  }
  return out;
}

Finding same_day(const Node& node, const Situation& situation) {
  const DateSpan day = situation.value(node.fact).day;
  const DateSpan other = situation.value(node.other).day;
  Truth truth = Truth::unknown;
  if (day.last < other.first || other.last < day.first) truth = Truth::no;
  if (day.is_day() && day == other) truth = Truth::yes;
  Finding out = plain(truth, ReasonCode::same_day, node.clause, node.cite);
  if (truth == Truth::unknown) wait_for(out, {node.fact, node.other}, situation);
  out.reason.facts = {node.fact, node.other};
  return out;
}

std::vector<Finding> parts_of(const Version& version, const Node& node, const Situation& situation) {
  std::vector<Finding> out;
  for (const std::uint32_t part : node.parts) out.push_back(evaluate(version, part, situation));
  return out;
}

}  // namespace

Finding not_after(Fact day, const Period& period, std::string clause, CiteRef cite, const Situation& situation) {
  const DateSpan when = situation.value(day).day;
  const FactValue anchor = situation.value(period.of);
  const PeriodEnd earliest = period.end_from(anchor.day.first);
  const PeriodEnd latest = period.end_from(anchor.day.last);
  note_period_cuts(day, period, situation);
  Finding out = compare_with_end(when, earliest, latest, ReasonCode::within_period, std::move(clause), cite);
  if (out.truth == Truth::unknown) wait_for(out, {day, period.of}, situation);
  out.reason.facts = {period.of, day};
  out.reason.period = period;
  if (anchor.is_said()) {
    out.reason.on = DateSpan{earliest.on, latest.on};
    out.reason.safe_on = DateSpan{earliest.safe_on, latest.safe_on};
    if (situation.value(day).is_said()) {
      out.reason.margin_min = (earliest.on - when.last).count;
      out.reason.margin_max = (latest.on - when.first).count;
    }
  }
  return out;
}

Finding not_before(Fact day, Fact anchor, std::string clause, CiteRef cite, const Situation& situation) {
  const DateSpan when = situation.value(day).day;
  const FactValue from = situation.value(anchor);
  if (when.is_day()) note_day(anchor, when.first + Days{1}, situation);
  if (from.day.is_day()) note_day(day, from.day.first, situation);
  Truth truth = Truth::unknown;
  if (from.day.last <= when.first) truth = Truth::yes;
  if (when.last < from.day.first) truth = Truth::no;
  Finding out = plain(truth, ReasonCode::not_before, std::move(clause), cite);
  if (truth == Truth::unknown) wait_for(out, {day, anchor}, situation);
  out.reason.facts = {anchor, day};
  if (from.is_said()) {
    out.reason.on = from.day;
    if (situation.value(day).is_said()) {
      out.reason.margin_min = (when.first - from.day.last).count;
      out.reason.margin_max = (when.last - from.day.first).count;
    }
  }
  return out;
}

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
      return not_after(node.fact, version.periods[node.table], node.clause, node.cite, situation);
    case Node::Op::same_day:
      return same_day(node, situation);
    case Node::Op::test:
      break;
  }
  return evaluate_test(version, node, situation);
}

}  // namespace hosho
