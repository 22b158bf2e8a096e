#include "deadlines.h"

#include <algorithm>
#include <utility>

#include "claim_readings.h"
#include "evaluate.h"
#include "finding.h"
#include "periods.h"

namespace hosho {
namespace {

/// Known to its month at least.
bool is_short(DateSpan days) {
  constexpr std::int32_t kDaysOfAMonth = 31;
  return (days.last - days.first).count < kDaysOfAMonth;
}

/// The days on which the claim years of a limit may have begun, and the fact that leaves it open.
struct YearStart {
  DateSpan days;
  Fact fact;
};

/// The first of the claims that count; nothing while one may have been on any day.
std::optional<YearStart> first_use(const LimitClause& limit, const std::vector<Claim>& claims) {
  YearStart out{{kLastDate, kLastDate}, Fact::cover_claims_on};
  for (const Claim& claim : claims) {
    if (claim.kind && !limit.counts.contains(*claim.kind)) continue;
    if (!is_short(claim.on)) return std::nullopt;
    out.days.first = std::min(out.days.first, claim.on.first);
    const bool sure = claim.kind || limit.counts.bits == KindSet::every().bits;
    if (sure) out.days.last = std::min(out.days.last, claim.on.last);
    if (!sure) out.fact = Fact::cover_claims_kind;
  }
  return out;
}

std::optional<YearStart> year_start(const LimitClause& limit, const Situation& situation) {
  if (limit.year == ClaimYear::first_use) return first_use(limit, *situation.cover->claims);
  YearStart out{DateSpan::any(), Fact::device_bought_on};
  if (limit.year == ClaimYear::joined) out.fact = Fact::cover_joined_on;
  if (limit.year == ClaimYear::started) out.fact = Fact::cover_started_on;
  if (out.fact != Fact::device_bought_on || limit.year == ClaimYear::bought) out.days = situation.value(out.fact).day;
  return is_short(out.days) ? std::optional(out) : std::nullopt;
}

/// The days of one version, one after another.
class Lister {
 public:
  Lister(const Version& version, const Situation& situation, Movers* open)
      : version_(version), situation_(situation), open_(open) {}

  std::vector<Deadline> list(DateSpan now) {
    if (version_.starts) put_start(*version_.starts);
    put_cover_ends();
    put_clause_days();
    if (version_.registration && version_.registration->by) {
      put_end(DeadlineKind::register_by, *version_.registration->by, version_.registration->cite);
    }
    for (const DayClause& row : version_.deadlines) put_day(row);
    if (is_short(now)) put_next_windows(now);
    return std::move(out_);
  }

 private:
  void wait_for(DeadlineKind kind, Fact fact) {
    if (open_ == nullptr) return;
    const bool bounds = kind == DeadlineKind::cover_ends && ends_with_the_cover(open_->kind);
    if (kind == open_->kind || bounds) open_->add(fact, situation_);
  }

  void put_start(const StartClause& starts) {
    for (const Fact fact : starts.facts) wait_for(DeadlineKind::cover_starts, fact);
    const DateSpan first = first_day_of(starts.rule, starts.facts, situation_);
    if (first.first == kFirstDate || first.last == kLastDate) return;
    out_.push_back({DeadlineKind::cover_starts, first.first, first.last, Counting::date, starts.cite});
  }

  /// A term that runs from a day not said runs from the purchase at the earliest. Where the anchor is known only to its
  /// month, the legal day counts from its last day, the safe one from its first. A deadline whose anchor is wholly
  /// unknown is left out.
  void put_end(DeadlineKind kind, const Period& period, CiteRef cite) {
    FactValue anchor = situation_.value(period.of);
    if (open_ != nullptr) static_cast<void>(not_after(Fact::as_of, period, {}, {}, situation_));  // for its cuts
    wait_for(kind, period.of);
    if (period.of == Fact::cover_started_on && !anchor.is_said()) anchor = situation_.value(Fact::device_bought_on);
    if (!anchor.is_said()) return;
    const Date on = period.end_from(anchor.day.last).on;
    const Date safe_on = period.end_from(anchor.day.first).safe_on;
    add_once(out_, Deadline{kind, on, safe_on, counting_of(period.first_day), cite});
  }

  /// The cover ends on a day that is named, unless it has ended before; if its term may not bind, on that day at the
  /// latest.
  void put_earlier_end(DateSpan day, CiteRef cite) {
    const Deadline row{DeadlineKind::cover_ends, day.last, day.first, Counting::date, cite};
    if (out_.empty() || out_.back().kind != row.kind) {
      out_.push_back(row);
    } else {
      const Date safe_on = std::min(row.safe_on, out_.back().safe_on);
      if (row.on < out_.back().on || may_be_prolonged_) out_.back() = row;
      out_.back().safe_on = safe_on;
    }
    may_be_prolonged_ = false;
  }

  /// The day before the contract of another line, where the cover ends with the line.
  void put_end_with_line() {
    const FactValue carrier = situation_.value(Fact::line_carrier);
    const FactValue contracted = situation_.value(Fact::line_contracted_on);
    const auto& own = version_.ends_with_line;
    if (own.empty() || std::find(own.begin(), own.end(), carrier.word) != own.end()) return;
    if (!carrier.is_said()) {
      wait_for(DeadlineKind::cover_ends, Fact::line_carrier);
      for (const Word word : own) situation_.note(Fact::line_carrier, FactValue::of(word));
      situation_.note_others(Fact::line_carrier);
    }
    wait_for(DeadlineKind::cover_ends, Fact::line_contracted_on);
    if (!carrier.is_said() || !contracted.is_said()) return;
    put_earlier_end({contracted.day.first - Days{1}, contracted.day.last - Days{1}}, version_.line_cite);
  }

  /// The last day in force: the end of the term, the day on which the person left, or the last day of the line.
  void put_cover_ends() {
    if (version_.ends) {
      const Finding prolonged = evaluate(version_, version_.ends->unless, situation_);
      for (const Fact fact : prolonged.missing) wait_for(DeadlineKind::cover_ends, fact);
      may_be_prolonged_ = prolonged.truth == Truth::unknown;
      if (prolonged.truth != Truth::yes) put_end(DeadlineKind::cover_ends, version_.ends->period, version_.ends->cite);
    }
    const FactValue left = situation_.value(Fact::cover_ended_on);
    if (left.is_said()) {
      wait_for(DeadlineKind::cover_ends, Fact::cover_ended_on);
      put_earlier_end(left.day, {});
    }
    put_end_with_line();
  }

  void put_day(const DayClause& row) {
    if (row.period) {
      put_end(row.kind, *row.period, row.cite);
      return;
    }
    const FactValue day = situation_.value(*row.on);
    wait_for(row.kind, *row.on);
    if (day.state == FactValue::State::said) {
      add_once(out_, Deadline{row.kind, day.day.last, day.day.first, Counting::date, row.cite});
    }
  }

  /// What clauses about incidents and charges name.
  void put_clause_days() {
    for (const auto* clauses : {&version_.covered, &version_.silent}) {
      for (const IncidentClause& clause : *clauses) {
        if (!clause.until || !clause.until->deadline) continue;
        put_end(*clause.until->deadline, clause.until->period, clause.until->cite);
      }
    }
    for (const Amount& charge : version_.charges) {
      if (charge.late && charge.late->deadline) put_end(*charge.late->deadline, charge.late->by, charge.cite);
    }
  }

  void put_next_windows(DateSpan now) {
    if (situation_.cover == nullptr || !situation_.cover->claims || situation_.cover->claims->empty()) return;
    for (const LimitClause& limit : version_.limits) {
      const std::optional<YearStart> start = year_start(limit, situation_);
      if (!start || start->days.first > now.first) continue;
      Deadline row{DeadlineKind::next_claim_window_opens, kLastDate, kFirstDate, Counting::first_day_included,
                   limit.cite};
      for (Date day = start->days.first; day <= std::min(start->days.last, now.first); day = day + Days{1}) {
        row.on = std::min(row.on, next_anniversary(day, now.first));
        row.safe_on = std::max(row.safe_on, next_anniversary(day, now.last));
      }
      if (row.on < row.safe_on || now.first < start->days.last) wait_for(row.kind, start->fact);
      add_once(out_, row);
    }
  }

  const Version& version_;
  const Situation& situation_;
  Movers* open_;
  std::vector<Deadline> out_;
  bool may_be_prolonged_ = false;
};

}  // namespace

Counting counting_of(FirstDay first_day) noexcept {
  if (first_day == FirstDay::included) return Counting::first_day_included;
  return first_day == FirstDay::excluded ? Counting::civil_code : Counting::not_stated;
}

bool ends_with_the_cover(DeadlineKind kind) noexcept {
  return kind == DeadlineKind::natural_failure_ends || kind == DeadlineKind::free_repair_ends ||
         kind == DeadlineKind::next_claim_window_opens || kind == DeadlineKind::register_by;
}

void Movers::add(Fact fact, const Situation& situation) {
  const FactValue value = situation.value(fact);
  const bool is_elsewhere = is_cover_fact(fact) && (situation.cover == nullptr || kind == DeadlineKind::join_by);
  if (is_elsewhere || value.day.is_day() || value.state == FactValue::State::none) return;
  add_once(facts, fact);
  if (info(fact).type != FactType::day) return;
  note_day(fact, situation.facts.as_of, situation);
  situation.note_others(fact);
}

std::vector<Deadline> deadlines_of(const Version& version, const Situation& situation, DateSpan now, Movers* open) {
  return Lister(version, situation, open).list(now);
}

}  // namespace hosho
