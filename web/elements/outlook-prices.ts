/** What things cost in the outlook: repairs, another phone, fees that no source tells. */
import { html, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, IncidentKind, YenRange } from "../api/types.js";
import { writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import { isForGood, priceText, type Assumed, type OutlookForm } from "./outlook-form.js";
import { yenField } from "./typed-field.js";

/** What the fields need to know. */
export interface Prices {
  /** What the question is made of. */
  assumed: Assumed;
  /** List prices of the catalogue. */
  rangeOf: (kind: IncidentKind) => YenRange | undefined;
  /** Takes what is assumed anew. */
  tell: (change: Partial<OutlookForm>) => void;
}

/** A field for each kind, and one for another phone. */
export function priceFields({ assumed, rangeOf, tell }: Prices, words: Words): TemplateResult {
  const { say } = words;
  const { form, rates } = assumed;
  const note = (kind: IncidentKind): string => listedNote(rangeOf(kind), words);
  const repairs = rates.filter(({ kind }) => !isForGood(kind));
  return html`<div class="prices">
    ${repairs.map(({ id, kind }) =>
      yenField(
        {
          id: `o-${id}-price`,
          label: say("outlook.price", { kind: say(`incident.${kind}`) }),
          note: note(kind),
          typed: priceText(kind, assumed),
          tell: (text) => tell({ prices: { ...form.prices, [kind]: text } }),
        },
        words,
      ),
    )}
    ${yenField(
      {
        id: "o-replacement",
        label: say("outlook.replacement"),
        note: say("outlook.replacement_note"),
        typed: form.replacement,
        tell: (replacement) => tell({ replacement }),
      },
      words,
    )}
  </div>`;
}

/** What the sources say of a price. */
export function listedNote(range: YenRange | undefined, { say }: Words): string {
  if (range === undefined) return say("outlook.price_open");
  const { min, max } = range;
  const ends = max === null ? "from" : min === max ? "listed" : "range";
  return say(`outlook.price_${ends}`, { price: writeRange(range, say) });
}

/** Fields for fees that no source tells: without them a cover cannot be reckoned with. */
export function feeFields(
  plans: string[],
  typed: Readonly<Record<string, string>>,
  tell: (plan: string, fee: string) => void,
  words: Words,
): TemplateResult {
  const { say } = words;
  return html`<div class="prices">
    <p class="note">${say("outlook.feeless")}</p>
    ${plans.map((plan) =>
      yenField(
        {
          id: `o-fee-${plan}`,
          label: say("outlook.fee", { plan: words.shortName(plan) }),
          note: say("outlook.fee_note"),
          typed: typed[plan],
          tell: (fee) => tell(plan, fee),
        },
        words,
      ),
    )}
  </div>`;
}

/** What a repair costs without a cover, by the sources. */
export function listPrice(hosho: Hosho, facts: CaseFacts, from: string, kind: IncidentKind): YenRange | undefined {
  const { options } = hosho.assess({ ...facts, incident: { kind, on: from } });
  return (
    options.find((option) => option.kind === "paid_repair" && option.you_pay_yen !== null)?.you_pay_yen ?? undefined
  );
}

/** A list price as a field holds it: of a range the dear end. */
export function priceOf(range: YenRange | undefined): string {
  return range === undefined ? "" : String(range.max ?? range.min);
}
