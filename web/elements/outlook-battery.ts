/** The battery in the outlook: how fast it wears, and what another one costs. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { CatalogDesignCycles, CatalogRates } from "../api/types.js";
import type { Words } from "../text/text.js";
import type { BatteryForm } from "./outlook-form.js";
import { listedNote, priceOf, type Prices } from "./outlook-prices.js";
import { provenance } from "./provenance.js";
import { numberField, yenField, type TypedField } from "./typed-field.js";

/** Off until somebody wants it. */
export function batteryFields(file: CatalogRates, prices: Prices, words: Words): TemplateResult {
  const { say } = words;
  const { assumed, rangeOf, tell } = prices;
  const { battery } = assumed.form;
  const design = designOf(file, assumed.facts.device?.model);
  const first = (): BatteryForm => ({
    cycles: String(file.battery.cycles_per_day.base ?? 1),
    design: design ? String(design.cycles) : "",
    price: priceOf(rangeOf("battery_wear")),
  });
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
    ${battery === null ? nothing : wear(battery, design, file, prices, words)}
  </fieldset>`;
}

function wear(
  battery: BatteryForm,
  design: CatalogDesignCycles | undefined,
  file: CatalogRates,
  { rangeOf, tell }: Prices,
  words: Words,
): TemplateResult {
  const { say } = words;
  const cycles = file.battery.cycles_per_day;
  const { low, high } = cycles;
  const field = (part: keyof BatteryForm, note: string): TypedField => ({
    id: part === "price" ? "o-battery-price" : `o-${part}`,
    label: say(`outlook.${part === "price" ? "battery_price" : part}`),
    note,
    typed: battery[part],
    tell: (text) => tell({ battery: { ...battery, [part]: text } }),
  });
  return html`<p class="note">${say("outlook.battery_note")}</p>
    <div class="prices">
      ${numberField(field("cycles", say("outlook.cycles_note", { low, high })), words)}
      ${numberField(field("design", designNote(design, words)), words)}
      ${yenField(field("price", listedNote(rangeOf("battery_wear"), words)), words)}
    </div>
    ${provenance({ ...cycles, cites: [...cycles.cites, ...(design?.cites ?? [])] }, file, words)}`;
}

function designOf({ battery }: CatalogRates, model: string | null | undefined): CatalogDesignCycles | undefined {
  return battery.design_cycles.find(({ models }) => typeof model === "string" && models?.includes(model));
}

function designNote(design: CatalogDesignCycles | undefined, words: Words): string {
  if (!design) return words.say("outlook.design_open");
  return words.say("outlook.design_note", { models: words.name(design.name), cycles: design.cycles });
}
