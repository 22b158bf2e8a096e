import createHosho, { type RawOutlook } from "#hosho-wasm";

import { answerIn, calculatorOver, leanCalls, requestText } from "./calls.js";
import { Distribution } from "./distribution.js";
import type { Hosho } from "./hosho.js";
import { toJson } from "./to-json.js";
import type { Catalog, Outlook, OutlookChoice } from "./types.js";

type WithLattice = OutlookChoice & { lattice?: { first_yen: number; step_yen: number } };

/** Puts the distributions, which do not cross as text, into an answer. */
function readOutlook(raw: RawOutlook): Outlook {
  try {
    const answer = answerIn<Outlook>(raw.text());
    [answer.none, ...answer.choices].forEach((choice: WithLattice, place) => {
      if (choice.lattice) choice.distribution = new Distribution(choice.lattice, raw.probabilities(place));
      delete choice.lattice;
    });
    return answer;
  } finally {
    raw.delete();
  }
}

/**
 * The engine in the bytes of `hosho.wasm`, over a catalogue and its text.
 * @throws HoshoError if the catalogue is wrong; its `path` is a JSON Pointer into it
 */
export async function openHosho(
  wasmBinary: Uint8Array,
  catalog: Catalog,
  text: string | Uint8Array = toJson(catalog),
): Promise<Hosho> {
  const calculator = await calculatorOver(createHosho, wasmBinary, text);
  return {
    ...leanCalls(calculator, catalog),
    whatIf: (facts, fact) => answerIn(calculator.what_if(`{"case":${toJson(facts)},"fact":${toJson(fact)}}`)),
    enrolment: (facts, { plans } = {}) => answerIn(calculator.enrolment(requestText(facts, plans))),
    cost: (facts, scenario) => answerIn(calculator.cost(`{"case":${toJson(facts)},"scenario":${toJson(scenario)}}`)),
    timeline: (facts) => answerIn(calculator.timeline(requestText(facts))),
    outlook: (facts, prospect) =>
      readOutlook(calculator.outlook(`{"case":${toJson(facts)},"outlook":${toJson(prospect)}}`)),
    check: (planText) => answerIn(calculator.check(planText)),
    periodEnd: (period) => answerIn(calculator.period_end(toJson(period))),
  };
}
