#include "join_by.h"

#include <algorithm>

#include "deadlines.h"
#include "evaluate.h"
#include "periods.h"

namespace hosho {
namespace {

/// Last days of one condition. `on` is the last day there is where the terms do not end it.
struct LastDay {
  bool dated = false;        ///< false: the condition names no day that is known
  Truth guard = Truth::yes;  ///< what else the alternative asks
  Date safe_on = kLastDate, on = kLastDate;
  Counting counting = Counting::date;
  CiteRef cite{};
};

class Reader {
 public:
  Reader(const Version& version, const Situation& situation, Movers* open)
      : version_(version), situation_(situation), open_(open) {}

  LastDay last_day(std::uint32_t ref) {
    const Node& node = version_.nodes[ref];
    switch (node.op) {
      case Node::Op::all:
        return all(node);
      case Node::Op::any:
        return any(node);
      case Node::Op::within:
        return within(node);
      case Node::Op::same_day:
        return same_day(node);
      default:
        return other(ref);
    }
  }

 private:
  LastDay all(const Node& node) {
    LastDay out;
    for (const std::uint32_t part : node.parts) {
      const LastDay row = last_day(part);
      out.guard = both(out.guard, row.guard);
      if (row.dated && (!out.dated || row.on < out.on)) {
        out.on = row.on;
        out.counting = row.counting;
        out.cite = row.cite;
      }
      out.safe_on = std::min(out.safe_on, row.safe_on);
      out.dated = out.dated || row.dated;
    }
    return out;
  }

  /// An alternative without a day that holds leaves no last day at all.
  LastDay any(const Node& node) {
    LastDay out{false, Truth::no};
    Date latest_safe = kFirstDate;
    for (const std::uint32_t part : node.parts) {
      ++alternatives_;
      const LastDay row = last_day(part);
      --alternatives_;
      if (row.guard == Truth::no) continue;
      if (!row.dated && row.guard == Truth::yes) return {};
      out.guard = either(out.guard, row.guard);
      if (!row.dated) continue;
      if (row.guard == Truth::yes) latest_safe = std::max(latest_safe, row.safe_on);
      const Date safe_on = out.dated ? std::min(out.safe_on, row.safe_on) : row.safe_on;
      if (!out.dated || out.on < row.on) out = {true, out.guard, safe_on, row.on, row.counting, row.cite};
      out.safe_on = safe_on;
    }
    out.safe_on = std::max(out.safe_on, latest_safe);
    return out;
  }

  /// What names no day. Of alternatives it may close one.
  LastDay other(std::uint32_t ref) {
    const Finding found = evaluate(version_, ref, situation_);
    for (const Fact fact : found.missing) {
      if (alternatives_ > 0) wait_for(fact);
    }
    return {false, found.truth};
  }

  void wait_for(Fact fact) {
    if (open_ != nullptr) open_->add(fact, situation_);
  }

  LastDay within(const Node& node) {
    const Period& period = version_.periods[node.table];
    const FactValue anchor = situation_.value(period.of);
    if (open_ != nullptr) static_cast<void>(not_after(Fact::as_of, period, {}, {}, situation_));  // for its cuts
    wait_for(period.of);
    if (!anchor.is_said()) return {};
    LastDay out{true};
    out.on = node.open_after ? kLastDate : period.end_from(anchor.day.last).on;
    out.safe_on = period.end_from(anchor.day.first).safe_on;
    out.counting = counting_of(period.first_day);
    out.cite = node.cite;
    return out;
  }

  LastDay same_day(const Node& node) {
    const FactValue anchor = situation_.value(node.other);
    wait_for(node.other);
    if (!anchor.is_said()) return {};
    return {true, Truth::yes, anchor.day.first, anchor.day.last, Counting::date, node.cite};
  }

  const Version& version_;
  const Situation& situation_;
  Movers* open_;
  int alternatives_ = 0;  ///< around the condition that is read
};

}  // namespace

std::optional<Deadline> join_by(const Version& version, const Situation& situation, Movers* open) {
  if (!version.join) return std::nullopt;
  const LastDay last = Reader(version, situation, open).last_day(*version.join);
  if (!last.dated || last.on == kLastDate) return std::nullopt;
  return Deadline{DeadlineKind::join_by, last.on, std::min(last.safe_on, last.on), last.counting, last.cite};
}

}  // namespace hosho
