#include "ask.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "assess_plan.h"
#include "cuts.h"
#include "finding.h"

namespace hosho {
namespace {

/// A fact of the case, or of one of its covers.
struct Candidate {
  Fact fact;
  std::optional<std::size_t> cover;
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct Score {
  double impact = 0.0;
  double width_removed = 0.0;  ///< yen; only breaks ties
  std::size_t representatives = 0;
};

double open_options(const Assessment& answer) {
  const auto waiting = std::count_if(answer.options.begin(), answer.options.end(),
                                     [](const Option& option) { return option.waits_for_facts; });
  return static_cast<double>(waiting) + (answer.best ? 0.0 : 1.0);
}

std::int64_t dearest(const Catalogue& catalogue) {
  std::int64_t out = 0;
  for (const PriceRow& row : catalogue.prices) out = std::max(out, row.yen.max.value_or(row.yen.min).amount);
  return out;
}

/// Sum of the ranges' widths; an open end counts as the dearest price in the catalogue.
double width_of(const Assessment& answer, std::int64_t dearest_price) {
  double width = 0.0;
  for (const Option& option : answer.options) {
    if (!option.total) continue;
    const std::int64_t top =
        option.total->max ? option.total->max->amount : std::max(dearest_price, option.total->min.amount);
    width += static_cast<double>(top - option.total->min.amount);
  }
  return width;
}

CaseFacts with(const CaseFacts& facts, const Candidate& candidate, const FactValue& value) {
  CaseFacts out = facts;
  out.at(candidate.fact, candidate.cover) = value;
  return out;
}

/// Whether an option hangs on what is told. On covers, the place and a price each may that does not name them, and a
/// model tells more than itself; and an option of which any sum may come out does not name all that would narrow it.
bool hangs_on(const Option& option, Fact told) {
  const bool concerns_all = told == Fact::covers || told == Fact::incident_where || told == Fact::device_model ||
                            info(told).type == FactType::yen;
  if (concerns_all || !option.total || !option.total->max) return true;
  return std::any_of(option.missing.begin(), option.missing.end(),
                     [told](const Missing& missing) { return missing.fact == told; });
}

/// What all plans answer once a fact is told: those that do not hang on it answer as before.
class Tellings {
 public:
  Tellings(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans)
      : catalogue_(catalogue), plans_(plans_named(catalogue, plans)) {
    for (const Plan* plan : plans_) {
      Option& figures = before_.emplace_back(assess_figures(catalogue, *plan, facts, nullptr));
      figures.reasons.clear();
    }
  }

  [[nodiscard]] Assessment answer(Fact told, const CaseFacts& facts) const {
    std::vector<Option> options;
    for (std::size_t i = 0; i < plans_.size(); ++i) {
      const bool is_new = hangs_on(before_[i], told);
      options.push_back(is_new ? assess_figures(catalogue_, *plans_[i], facts, nullptr) : before_[i]);
    }
    return put_together(catalogue_, facts, std::move(options));
  }

 private:
  const Catalogue& catalogue_;
  std::vector<const Plan*> plans_;
  std::vector<Option> before_;
};

/// Every case that an answer makes of this one, one for each stretch that the clauses tell apart. Of covers: none, or
/// every plan that is joined.
std::vector<CaseFacts> tellings(const Catalogue& catalogue, const CaseFacts& facts, const std::vector<Cut>& cuts,
                                const Candidate& candidate) {
  std::vector<CaseFacts> out;
  if (candidate.fact != Fact::covers) {
    const FactValue& open = facts.at(candidate.fact, candidate.cover);
    for (FactValue value : values_apart(cuts, candidate.fact, open)) {
      if (info(candidate.fact).type == FactType::day) value.day.last = value.day.first;
      out.push_back(with(facts, candidate, value));
    }
    return out;
  }
  CaseFacts none = facts;
  none.covers.emplace();
  CaseFacts held = none;
  for (const Plan& plan : catalogue.plans) {
    if (plan.by_joining) held.covers->emplace_back().plan = plan.id;
  }
  out.push_back(std::move(none));
  out.push_back(std::move(held));
  return out;
}

std::vector<Candidate> candidates(const Assessment& answer) {
  std::vector<Candidate> out;
  for (const Option& option : answer.options) {
    if (!option.may_answer()) continue;
    for (const Missing& missing : option.missing) {
      add_once(out, Candidate{missing.fact, is_cover_fact(missing.fact) ? option.cover : std::nullopt});
    }
  }
  return out;
}

/// A verdict waits for the fact; otherwise it is worth a question only if an answer narrows something.
bool decides_a_verdict(const Assessment& answer, const Candidate& candidate) {
  return std::any_of(answer.options.begin(), answer.options.end(), [&candidate](const Option& option) {
    return option.waits_for_facts && (!candidate.cover || option.cover == candidate.cover) &&
           std::any_of(option.missing.begin(), option.missing.end(),
                       [&candidate](const Missing& missing) { return missing.fact == candidate.fact; });
  });
}

void collect_clauses(const Reason& reason, Fact fact, std::string_view plan, std::vector<std::string>& out) {
  const bool reads = std::find(reason.facts.begin(), reason.facts.end(), fact) != reason.facts.end();
  if (reads && reason.outcome == Truth::unknown) add_once(out, std::string(plan).append("/").append(reason.clause));
  for (const Reason& part : reason.reasons) collect_clauses(part, fact, plan, out);
}

Question question_about(const Assessment& answer, const Candidate& candidate) {
  Question out{candidate.fact, candidate.cover, {}};
  for (const Option& option : answer.options) {
    for (const Reason& reason : option.reasons) collect_clauses(reason, candidate.fact, option.plan, out.why);
  }
  return out;
}

}  // namespace

void ask(const Catalogue& catalogue, const CaseFacts& facts, std::span<const std::string> plans,
         const std::vector<Cut>& cuts, Assessment& answer) {
  const double open = open_options(answer);
  const std::int64_t dearest_price = dearest(catalogue);
  const double width = width_of(answer, dearest_price);
  std::optional<Tellings> tell;
  if (open != 0.0) tell.emplace(catalogue, facts, plans);
  const auto score = [&](const Candidate& candidate) {
    std::vector<CaseFacts> cases = tellings(catalogue, facts, cuts, candidate);
    Score out{0.0, 0.0, cases.size()};
    if (cases.empty() || open == 0.0) return out;
    const double count = static_cast<double>(cases.size());
    for (CaseFacts& told : cases) {
      fill_from_device_table(catalogue, told);
      const Assessment then = tell->answer(candidate.fact, told);
      out.impact += (1.0 - open_options(then) / open) / count;
      out.width_removed += (width - width_of(then, dearest_price)) / count;
    }
    return out;
  };
  using Key = std::tuple<double, double, std::size_t, std::string_view>;
  std::optional<Key> first;
  for (const Candidate& candidate : candidates(answer)) {
    const Score found = score(candidate);
    for (Option& option : answer.options) {
      for (Missing& missing : option.missing) {
        if (missing.fact == candidate.fact && (!candidate.cover || option.cover == candidate.cover))
          missing.impact = std::max(0.0, found.impact);
      }
    }
    const Key key{-found.impact, -found.width_removed, found.representatives, info(candidate.fact).path};
    const bool worth_asking = found.impact > 0.0 || found.width_removed > 0.0 || decides_a_verdict(answer, candidate);
    if (open == 0.0 || !worth_asking || (first && *first <= key)) continue;
    first = key;
    answer.next_question = question_about(answer, candidate);
  }
}

}  // namespace hosho
