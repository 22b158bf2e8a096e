#include "cover_answers.h"

#include <algorithm>
#include <utility>

#include "granted.h"
#include "incident.h"
#include "standing.h"
#include "versions.h"

namespace hosho {
namespace {

/// Whether a fact that was not said leaves open if the cover answers: a day, or which phone it is.
bool opens(Fact fact) {
  const bool of_incident = fact >= Fact::incident_kind && fact <= Fact::incident_loaner_state;
  return (fact >= Fact::device_model && fact <= Fact::device_condition) ||
         (!of_incident && info(fact).type == FactType::day);
}

Truth told(const Finding& finding, bool joined) {
  if (finding.truth == Truth::not_applicable) return Truth::yes;
  if (finding.truth != Truth::unknown) return finding.truth;
  const auto& missing = finding.missing;
  const bool waits = !joined || std::any_of(missing.begin(), missing.end(), opens);
  return waits ? Truth::unknown : granted(finding.reason);
}

/// As many rows as the copays tell claims of a year apart.
std::size_t ordinals(const Version& version, const Situation& situation) {
  const std::optional<IncidentKind> kind = situation.facts.kind();
  std::size_t out = 1;
  for (const Amount& row : version.you_pay) {
    if (kind && row.kinds.contains(*kind)) out = std::max(out, row.by_claim.size());
  }
  return out;
}

std::vector<YenRange> payments(const Version& version, const Price& price, Situation situation) {
  std::vector<YenRange> out;
  std::vector<YearClaim> before;
  situation.same_year = &before;
  for (std::size_t i = ordinals(version, situation); i > 0; --i) {
    out.push_back(pay_under(version, price, situation).yen);
    before.push_back({*situation.facts.kind(), true});
  }
  return out;
}

/// Either of two versions may be in force.
void join_into(AnswerTerms& out, const AnswerTerms& other) {
  if (out.truth != other.truth) out.truth = Truth::unknown;
  const std::size_t rows = std::max(out.pays.size(), other.pays.size());
  const auto row = [](const AnswerTerms& terms, std::size_t i) {
    return terms.pays.empty() ? YenRange::open_from(Yen{0}) : terms.pays[std::min(i, terms.pays.size() - 1)];
  };
  std::vector<YenRange> pays;
  for (std::size_t i = 0; i < rows; ++i) pays.push_back(hull(row(out, i), row(other, i)));
  out.pays = std::move(pays);
}

class Asking {
 public:
  Asking(const Plan& plan, std::optional<std::size_t> cover, const Price& price, const Situation& around)
      : plan_(plan), cover_(cover), price_(price), situation_(around) {
    if (cover) situation_.cover = &(*around.facts.covers)[*cover];
  }

  CoverAnswer answer() {
    const std::vector<const Version*> versions = versions_in_play(plan_, situation_);
    for (const Version* version : versions) {
      AnswerTerms terms = under(*version);
      if (version == versions.front()) {
        out_.terms = std::move(terms);
      } else {
        join_into(out_.terms, terms);
        want(version->chosen_by);
      }
    }
    return std::move(out_);
  }

 private:
  void want(Fact fact) {
    const std::optional<std::size_t> cover = is_cover_fact(fact) ? cover_ : std::nullopt;
    add_once(out_.missing, {fact, 0.0, cover});
  }

  /// Takes over what an open part hangs on.
  void look_at(const Finding& part, Truth truth) {
    for (const Fact fact : part.missing) {
      if (truth == Truth::unknown && (!cover_ || opens(fact))) want(fact);
    }
    if (truth == Truth::not_stated) add_all_once(out_.silences, part.silences);
  }

  AnswerTerms under(const Version& version) {
    const bool joined = cover_.has_value();
    const Finding parts[] = {assess_incident(version, situation_), assess_in_force(version, situation_),
                             assess_documents(version, situation_),
                             joined ? Finding() : assess_applies(version, situation_)};
    AnswerTerms out;
    out.truth = Truth::yes;
    for (const Finding& part : parts) out.truth = both(out.truth, told(part, joined));
    if (out.truth == Truth::no) return out;
    for (const Finding& part : parts) look_at(part, told(part, joined));
    out.pays = payments(version, price_, situation_);
    return out;
  }

  const Plan& plan_;
  std::optional<std::size_t> cover_;
  const Price& price_;
  Situation situation_;
  CoverAnswer out_;
};

}  // namespace

CoverAnswer answer_of_joined(const Plan& plan, std::size_t cover, const Price& price, const Situation& around) {
  return Asking(plan, cover, price, around).answer();
}

CoverAnswer answer_of_device(const Plan& plan, const Price& price, const Situation& around) {
  return Asking(plan, std::nullopt, price, around).answer();
}

}  // namespace hosho
