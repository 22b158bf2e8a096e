#pragma once
/// What may happen month by month under one choice of covers, stripped of clauses: what the probability engine solves.
/// All amounts are whole yen, every month is one atom of time, and months are counted from 0.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hosho {

/// How one limit counts claims. A claim of month m is counted in a window; the window of a month decides.
struct ClaimWindows {
  enum class Rule : std::uint8_t {
    whole_term,       ///< one window for ever
    fixed,            ///< windows open in the months of `openings`
    first_use,        ///< windows open every 12 months from the month of the first claim
    opened_by_claim,  ///< a claim outside of a window opens one that lasts its month and the 11 after
    rolling,          ///< a claim counts in its month and the 11 after
  };
  Rule rule = Rule::whole_term;
  std::int64_t claims = 0;             ///< answered in one window
  std::vector<std::int32_t> openings;  ///< of `fixed`, ascending
  std::vector<std::int32_t> before;    ///< months (below 0, ascending) of the claims made before month 0
  friend bool operator==(const ClaimWindows&, const ClaimWindows&) = default;
};

/// What one cover does about incidents of one kind.
struct Response {
  /// What the person pays for the 1st, 2nd … claim of the window of the first of `limits`; the last one also stands for
  /// all further ones. Empty: the cover does not answer.
  std::vector<std::int64_t> pays;
  /// Limits that count the claim, positions in `RiskModel::limits`; each must have room. Without any, `pays` has one
  /// row.
  std::vector<std::size_t> limits;
  friend bool operator==(const Response&, const Response&) = default;
};

/// What an incident of one kind comes to.
struct Incident {
  std::int64_t price = 0;         ///< what it costs without a cover that one joins
  std::vector<Response> answers;  ///< one for each cover of the choice
  friend bool operator==(const Incident&, const Incident&) = default;
};

/// Months in which every incident comes to the same.
struct Stretch {
  std::int32_t first = 0;           ///< its first month; it lasts until the next stretch
  std::vector<Incident> incidents;  ///< by kind, as in `RiskModel::means`
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// One incident that comes for sure, as the first of its month.
struct CertainIncident {
  std::int32_t month = 0;
  std::size_t kind = 0;  ///< position in `RiskModel::means`
  friend bool operator==(const CertainIncident&, const CertainIncident&) = default;
};

struct RiskModel {
  std::int32_t months = 0;
  std::vector<double> means;  ///< mean number of incidents in one month, by kind; may be 0
  std::vector<ClaimWindows> limits;
  std::vector<Stretch> stretches;  ///< ascending, the first from month 0
  std::optional<CertainIncident> certain;
  std::vector<std::int64_t> fees;  ///< in yen, by month: what is paid for sure
  friend bool operator==(const RiskModel&, const RiskModel&) = default;
};

}  // namespace hosho
