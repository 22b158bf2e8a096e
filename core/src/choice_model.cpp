#include <algorithm>

#include "choice_terms.h"
#include "claim_windows.h"

namespace hosho {
namespace {

std::int64_t end_of(const YenRange& yen, End end) {
  return end == End::dear && yen.max ? yen.max->amount : yen.min.amount;
}

bool answers(Truth truth, End end) { return truth == Truth::yes || (is_open(truth) && end == End::cheap); }

/// Beyond its sure claims, silent terms refuse at the dear end and answer at the cheap one.
bool binds(const LimitTerms& limit, std::size_t cover, IncidentKind kind, End end) {
  return limit.cover == cover && limit.clause->counts.contains(kind) && (limit.clause->stated || end == End::dear);
}

/// A payment without a bound is no help: at the dear end the price is paid.
Response response(const ChoiceTerms& terms, const KindTerms& row, std::size_t cover, IncidentKind kind, End end) {
  Response out;
  const AnswerTerms& answer = row.covers[cover];
  if (!answers(answer.truth, end)) return out;
  for (const YenRange& yen : answer.pays) {
    const bool is_open = end == End::dear && !yen.max;
    out.pays.push_back(is_open ? row.price.max->amount : std::min(end_of(yen, end), end_of(row.price, end)));
  }
  for (std::size_t i = 0; i < terms.limits.size(); ++i) {
    if (binds(terms.limits[i], cover, kind, end)) out.limits.push_back(i);
  }
  if (out.limits.empty()) out.pays.resize(1);
  return out;
}

}  // namespace

RiskModel model_of(const ChoiceTerms& terms, End end, ClaimYear year) {
  RiskModel out;
  out.months = static_cast<std::int32_t>(terms.days.size());
  out.means = terms.means;
  out.certain = terms.certain;
  for (const YenRange& fee : terms.fees) out.fees.push_back(end_of(fee, end));
  for (const LimitTerms& limit : terms.limits) out.limits.push_back(windows_of(limit, terms, year));
  for (const StretchTerms& stretch : terms.stretches) {
    Stretch months{stretch.first, {}};
    for (std::size_t kind = 0; kind < terms.kinds.size(); ++kind) {
      const KindTerms& row = stretch.kinds[kind];
      Incident incident{end_of(row.price, end), {}};
      for (std::size_t cover = 0; cover < terms.plans.size(); ++cover) {
        incident.answers.push_back(response(terms, row, cover, terms.kinds[kind], end));
      }
      months.incidents.push_back(std::move(incident));
    }
    out.stretches.push_back(std::move(months));
  }
  return out;
}

}  // namespace hosho
