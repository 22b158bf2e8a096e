#pragma once
/// The engine with text in and text out: all that `wasm/` sees. No call throws or aborts; a failed one leaves the
/// calculator as it was.

#include <memory>
#include <string>
#include <vector>

namespace hosho::json {

/// An answer with distributions, which do not cross as text.
class OutlookAnswer {
 public:
  OutlookAnswer(std::string text, std::vector<std::vector<double>> probabilities);

  /// `{"ok": Outlook}` or `{"problems": […]}`.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Probabilities of a distribution on its lattice: 0 is that of no cover, then by choice. They live as long as this.
  [[nodiscard]] const std::vector<double>& probabilities(std::size_t choice) const { return probabilities_[choice]; }

 private:
  std::string text_;
  std::vector<std::vector<double>> probabilities_;
};

/// Every answer is `{"ok": …}` or `{"problems": [{severity, code, path, found, expected}, …]}`.
class Calculator {
 public:
  Calculator();
  ~Calculator();
  Calculator(const Calculator&) = delete;
  Calculator& operator=(const Calculator&) = delete;

  /// Takes a catalogue: `{ data_version, known_plans, plans, devices, prices, providers }`.
  [[nodiscard]] std::string load(const std::string& catalogue);
  /// The two halves of `load`, for those who have something else to do between them: the text is taken apart, and what
  /// was taken apart last is loaded.
  [[nodiscard]] std::string parse(const std::string& catalogue);
  [[nodiscard]] std::string load_parsed();
  /// `{ "case": CaseFacts, "plans"?: [ids] }` → Assessment.
  [[nodiscard]] std::string assess(const std::string& request) const;
  /// `{ "case": CaseFacts, "fact": path }` → WhatIf.
  [[nodiscard]] std::string what_if(const std::string& request) const;
  /// `{ "case": CaseFacts, "scenario": Scenario }` → Cost. Pointers lead into the case or, its own keys, the scenario.
  [[nodiscard]] std::string cost(const std::string& request) const;
  /// `{ "case": CaseFacts }` → Timeline.
  [[nodiscard]] std::string timeline(const std::string& request) const;
  /// `{ "case": CaseFacts, "plans"?: [ids] }` → Enrolment.
  [[nodiscard]] std::string enrolment(const std::string& request) const;
  /// `{ "case": CaseFacts, "outlook": Prospect }` → Outlook. Pointers as with `cost`.
  [[nodiscard]] OutlookAnswer outlook(const std::string& request) const;
  /// The text of one plan file → its diagnostics, always under "ok".
  [[nodiscard]] std::string check(const std::string& plan) const;
  /// `{ from, months | days, first_day }` → `{ on, safe_on, same_day_on? }`.
  [[nodiscard]] std::string period_end(const std::string& period) const;
  /// What is loaded.
  [[nodiscard]] std::string info() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hosho::json
