/** What things cost in the outlook: repairs, another phone, fees that no source tells, a new battery. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, CatalogDesignCycles, CatalogRates, IncidentKind, YenRange } from "../api/types.js";
import { readDecimal } from "../text/figures.js";
import { writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import { isForGood, priceText, type Assumed, type BatteryForm, type OutlookForm } from "./outlook-form.js";
import { provenance } from "./provenance.js";
import { yenField } from "./yen-field.js";

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

/** The battery: off until somebody wants it. */
export function batteryFields(file: CatalogRates, { assumed, rangeOf, tell }: Prices, words: Words): TemplateResult {
  const { say } = words;
  const { battery } = assumed.form;
  const design = designOf(file, assumed.facts.device?.model);
  const [cyclesLow, cyclesHigh] = [file.battery.cycles_per_day.low, file.battery.cycles_per_day.high];
  const first = (): BatteryForm => ({
    cycles: String(file.battery.cycles_per_day.base ?? 1),
    design: design ? String(design.cycles) : "",
    price: priceOf(rangeOf("battery_wear")),
  });
  const change = (part: Partial<BatteryForm>): void => tell({ battery: { ...(battery ?? first()), ...part } });
  return html`<fieldset class="battery">
    <legend>${say("outlook.battery")}</legend>
    <label class="chip" for="o-battery"
      ><input
        type="checkbox"
        id="o-battery"
        .checked=${live(battery !== null)}
        @change=${() => tell({ battery: battery === null ? first() : null })}
      />${say("outlook.battery_on")}</label
    >
    ${
      battery === null
        ? nothing
        : html`<p class="note">${say("outlook.battery_note")}</p>
            <div class="prices">
              ${numberField("o-cycles", say("outlook.cycles"), say("outlook.cycles_note", { low: cyclesLow, high: cyclesHigh }), battery.cycles, (cycles) => change({ cycles }), words)}
              ${numberField("o-design", say("outlook.design"), designNote(design, words), battery.design, (text) => change({ design: text }), words)}
              ${yenField(
                {
                  id: "o-battery-price",
                  label: say("outlook.battery_price"),
                  note: listedNote(rangeOf("battery_wear"), words),
                  typed: battery.price,
                  tell: (price) => change({ price }),
                },
                words,
              )}
            </div>
            ${provenance({ ...file.battery.cycles_per_day, cites: [...file.battery.cycles_per_day.cites, ...(design?.cites ?? [])] }, file, words)}`
    }
  </fieldset>`;
}

/** What the sources say of a price. */
function listedNote(range: YenRange | undefined, { say }: Words): string {
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

function designOf({ battery }: CatalogRates, model: string | null | undefined): CatalogDesignCycles | undefined {
  return battery.design_cycles.find(({ models }) => typeof model === "string" && models?.includes(model));
}

function designNote(design: CatalogDesignCycles | undefined, words: Words): string {
  if (!design) return words.say("outlook.design_open");
  return words.say("outlook.design_note", { models: words.name(design.name), cycles: design.cycles });
}

function numberField(
  id: string,
  label: string,
  note: string,
  typed: string,
  tell: (text: string) => void,
  words: Words,
): TemplateResult {
  const bad = readDecimal(typed) === "unreadable";
  return html`<div class="quote">
    <label class="lab" for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      .value=${live(typed)}
      aria-invalid=${bad ? "true" : nothing}
      aria-describedby=${`${id}-note`}
      @input=${(event: Event) => tell((event.target as HTMLInputElement).value)}
    />
    <p class="note" id=${`${id}-note`}>${bad ? words.say("error.number_unreadable") : note}</p>
  </div>`;
}
