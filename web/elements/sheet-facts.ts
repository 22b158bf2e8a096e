/** What was entered, as a list for paper: there the form is not shown. */
import { html, type TemplateResult } from "lit";
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";
import { leaves, plainFact } from "./form-paths.js";
import { toCase, type FormState } from "./form-state.js";
import { factName, valueName } from "./why.js";

/** What says nothing by itself: the day stands in the head, and every cover that is entered is meant for this phone. */
const UNTOLD = /^as_of$|\.is_this_device$/;
/** What comes first: the phone, then what covers it, then what happened. */
const ORDER = ["device.model", "device.", "covers", "line.", "incident.kind", "incident."];

const rank = (path: string): number => {
  const place = ORDER.findIndex((start) => path.startsWith(start));
  return place < 0 ? ORDER.length : place;
};

/** The facts by their names, and the day for which the sheet was worked out. */
export function sheetFacts(form: FormState, words: Words): TemplateResult {
  const { say } = words;
  const facts: { path: string; said: string }[] = [];
  leaves(toCase(form), "", (path, value) => {
    const isPlan = plainFact(path) === "covers.plan";
    const said = isPlan ? words.planName(String(value)) : valueName(path, value as string | number | boolean, words);
    if (!UNTOLD.test(path)) facts.push({ path, said });
  });
  if (form.answers["covers"] === "none") facts.push({ path: "covers", said: say("ui.holds_none") });
  facts.sort((one, other) => rank(one.path) - rank(other.path));
  return html`<section class="sheet">
    <p>${say("ui.as_of", { day: writeDay(form.asOf, say) })}</p>
    <dl>
      ${facts.map(
        ({ path, said }) =>
          html`<div>
            <dt>${factName(path, words)}</dt>
            <dd>${said}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
