// Holds one answer against what a case expects of it. Amounts and verdicts are equal or they are not; the one tolerance is
// for amounts that the case itself calls approximate.

const AMOUNTS = [
  "total_yen",
  "you_pay_yen",
  "fees_yen",
  "monthly_fee_yen",
  "one_time_fee_yen",
  "without_plan_yen",
  "saving_yen",
];
const KNOWN = ["verdict", "because", "missing", "deadlines", ...AMOUNTS];
const APPROXIMATE = 0.1;

const show = (value) => (value === undefined ? "nothing" : JSON.stringify(value));

/** `covers[0].claims[1].on` and `covers.claims.on` name one fact: positions do not count. */
const withoutPositions = (fact) => fact.replace(/\[\d+\]/g, "");

function sameEnd(expected, got, approx) {
  if (expected === null || got === null) return expected === got;
  return approx ? Math.abs(got - expected) <= expected * APPROXIMATE : got === expected;
}

function compareAmount(name, expected, got) {
  const fits =
    expected === null
      ? !got || got.max === null
      : Boolean(got) &&
        sameEnd(expected.min, got.min, expected.approx) &&
        sameEnd(expected.max, got.max, expected.approx);
  return fits ? [] : [`${name}: expected ${show(expected)}, got ${show(got)}`];
}

const firstDay = (day) => (day.length === 7 ? `${day}-01` : day);
const lastDay = (day) => (day.length === 7 ? `${day}-31` : day);

/** A deadline holds a day that lies between its safe and its legal day, in either order. */
function holds({ on, safe_on }, day) {
  const days = [on, safe_on].sort();
  return firstDay(days[0]) <= day && day <= lastDay(days[1]);
}

function compareDeadlines(expected, got = []) {
  return expected.flatMap(({ kind, on, safe_on }) => {
    const day = on ?? safe_on;
    const found = got.filter((deadline) => deadline.kind === kind);
    if (found.some((deadline) => holds(deadline, day))) return [];
    return [`deadline ${kind}: expected ${day}, got ${show(found)}`];
  });
}

function compareReason({ because, missing = [] }, got) {
  if (because === "missing") {
    const asked = got.missing.map(({ fact }) => withoutPositions(fact));
    const absent = missing.filter((fact) => !asked.includes(withoutPositions(fact)));
    return absent.map((fact) => `missing: expected ${fact}, got ${show(asked)}`);
  }
  return because === "not_stated" && got.not_stated.length === 0 ? ["not_stated: expected a point, got none"] : [];
}

/** What differs between an answer and one expectation; an empty list if it fits. */
export function differences(expected, got) {
  const unknown = Object.keys(expected).filter((key) => !KNOWN.includes(key));
  const wrongVerdict = expected.verdict !== undefined && expected.verdict !== got.verdict;
  return [
    ...unknown.map((key) => `the case expects ${key}, which nobody compares`),
    ...(wrongVerdict ? [`verdict: expected ${expected.verdict}, got ${got.verdict}`] : []),
    ...compareReason(expected, got),
    ...AMOUNTS.filter((name) => name in expected).flatMap((name) => compareAmount(name, expected[name], got[name])),
    ...compareDeadlines(expected.deadlines ?? [], got.deadlines),
  ];
}

/** An answer that the case accepts besides: another verdict brings its own amounts and reasons. */
function overlaid(expected, other) {
  const inherited = { ...expected };
  const otherVerdict = other.verdict !== undefined && other.verdict !== expected.verdict;
  for (const key of otherVerdict ? ["because", "missing", ...AMOUNTS] : other.because ? ["missing"] : [])
    delete inherited[key];
  return { ...inherited, ...other };
}

/** What differs from the expectation and from everything else that the case accepts. */
export function differencesFromCase({ expect, accept = [] }, got) {
  const first = differences(expect, got);
  const accepted = first.length === 0 || accept.some((other) => differences(overlaid(expect, other), got).length === 0);
  return accepted ? [] : first;
}
