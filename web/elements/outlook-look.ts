/** One choice looked at: its mean, what follows from it in words, and its distribution. */
import { html, nothing, type TemplateResult } from "lit";
import type { Cite, OutlookChoice, Silence } from "../api/types.js";
import type { Words } from "../text/text.js";
import { nb } from "./drawn.js";
import { quantileList, stepChart, type Geometry } from "./outlook-drawing.js";
import { keyOf, perYear, unpricedRates, type Assumed } from "./outlook-form.js";
import type { Looked } from "./outlook-run.js";
import { chanceLines, choiceName, meanLine, remarkLines, turnLine } from "./outlook-view.js";

/** The chips that choose it; no cover is the last. */
export function choiceChips(
  priced: string[][],
  chosen: string[],
  choose: (key: string) => void,
  words: Words,
): TemplateResult {
  return html`<fieldset class="looked">
    <legend>${words.say("outlook.choose")}</legend>
    <div class="chips">
      ${[...priced, []].map((plans) => {
        const key = keyOf(plans);
        const id = `o-choice-${key || "none"}`;
        return html`<label class="chip" for=${id}
          ><input
            type="radio"
            id=${id}
            name="o-choice"
            .checked=${key === keyOf(chosen)}
            @change=${() => choose(key)}
          />${choiceName(plans, words)}</label
        >`;
      })}
    </div>
  </fieldset>`;
}

/** What is told of it; `drawing` draws where there is something to draw with. */
export function lookAt(
  looked: Looked,
  assumed: Assumed,
  drawing: (draw: (geometry: Geometry, width: number) => unknown) => unknown,
  words: Words,
): TemplateResult {
  const { say } = words;
  const { choice, none, months, battery_month: worn } = looked;
  const shown = choice ?? none;
  const name = choiceName(shown.plans, words);
  const { mean, band } = meanLine(looked, words);
  const lines = [
    ...(choice
      ? [...chanceLines(choice, words), turnOf(looked, assumed, words), ...remarkLines(choice, months, words)]
      : []),
    ...(worn === null ? [] : [say("outlook.battery_month", { month: worn + 1 })]),
  ];
  return html`<p class="amount"><span class="nb">${mean}</span></p>
    <p>${nb(say("outlook.mean_is", { name, months, band }), words)}</p>
    ${
      lines.length === 0
        ? nothing
        : html`<ul class="tells" role="list">
            ${lines.map((line) => html`<li>${nb(line, words)}</li>`)}
          </ul>`
    }
    ${choice ? silent(choice, looked.cites, words) : nothing}
    <h4>${say("outlook.steps", { name })}</h4>
    <figure class="chart">${drawing((geometry, width) => stepChart(shown, width, geometry, words))}</figure>
    ${quantileList(shown, words)}`;
}

/** What the terms do not say and the figures hang on. */
function silent({ not_stated, plans }: OutlookChoice, cites: Cite[], words: Words): TemplateResult | typeof nothing {
  const told = ({ code, cite }: Silence): string =>
    words.code("not_stated", code, silentPlan(code, plans, cites[cite ?? -1], words));
  const lines = new Set(not_stated.map(told));
  if (lines.size === 0) return nothing;
  return html`<div class="gap">
    <b>${words.say("ui.terms_silent")}</b>
    ${[...lines].map((line) => html`<p>${line}</p>`)}
  </div>`;
}

/** The plan whose terms are silent: one of the choice, else one that comes with the phone, by the source that is cited. */
export function silentPlan(
  code: string,
  plans: readonly string[],
  cite: Cite | undefined,
  words: Words,
): string | undefined {
  const tells = (id: string): boolean => words.own(id, code) !== null;
  const cited = words.catalog.plans?.find(({ id, sources }) => tells(id) && Object.hasOwn(sources ?? {}, cite?.source ?? "")); // prettier-ignore
  return plans.find(tells) ?? cited?.id ?? plans[0];
}

/** The turning point, told by the first rate that is in play. */
function turnOf({ choice }: Looked, assumed: Assumed, words: Words): string {
  const without = unpricedRates(assumed);
  const rate = assumed.rates.find((one) => !without.includes(one));
  const told = rate ? { kind: rate.kind, perYear: perYear(rate, assumed) } : null;
  return choice ? turnLine(choice, told, words) : "";
}
