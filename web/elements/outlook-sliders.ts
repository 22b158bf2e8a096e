/** What is assumed: how often something happens, who the owner is; each value with where it comes from. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { CatalogRate, CatalogRates } from "../api/types.js";
import { MOST_POSITION, writeBothWays, writeRate } from "../text/figures.js";
import type { Words } from "../text/text.js";
import { factorOf, MIDDLE, perYear, type OutlookForm, type Rated } from "./outlook-form.js";
import { provenance } from "./provenance.js";

/** What a slider needs to know. */
export interface Sliders {
  /** The file of the rates. */
  file: CatalogRates;
  /** The rates in play, and what was assumed of them. */
  assumed: Rated;
  /** Takes what is assumed while it is still being moved. */
  move: (change: Partial<OutlookForm>) => void;
  /** Takes what is assumed anew. */
  tell: (change: Partial<OutlookForm>) => void;
}

/** A slider for each rate, then the owner's age and the worst case; whichever was touched last holds. */
export function rateSliders(sliders: Sliders, words: Words): TemplateResult {
  return html`<div class="rates">${sliders.assumed.rates.map((rate) => slider(rate, sliders, words))}</div>
    ${ownerChoice(sliders, words)} ${worstCase(sliders, words)}`;
}

function slider(rate: CatalogRate, { file, assumed, move, tell }: Sliders, words: Words): TemplateResult {
  const { say } = words;
  const { form } = assumed;
  const id = `o-${rate.id}`;
  const isWorst = form.worst && file.worst_case.kinds.includes(rate.kind);
  const position = isWorst ? MOST_POSITION : (form.positions[rate.id] ?? MIDDLE);
  const text = writeBothWays(perYear(rate, assumed), say);
  const factor = factorOf(file.factors, form.owner, rate.kind);
  const end = (key: "low" | "base" | "high"): string => writeRate(rate.per_year[key] * factor, say);
  const moved = (event: Event): Partial<OutlookForm> => ({
    positions: { ...form.positions, [rate.id]: Number((event.target as HTMLInputElement).value) },
    worst: isWorst ? false : form.worst,
  });
  return html`<div class="rate">
    <div class="head">
      <label class="lab" for=${id}>${words.name(rate.name)}</label><output for=${id}>${text}</output>
    </div>
    <input
      id=${id}
      type="range"
      min="0"
      max=${MOST_POSITION}
      step="5"
      .value=${live(String(position))}
      aria-valuetext=${text}
      @input=${(event: Event) => move(moved(event))}
      @change=${(event: Event) => tell(moved(event))}
    />
    <div class="ticks" aria-hidden="true">
      <span>${say("outlook.low", { rate: end("low") })}</span><span>${say("outlook.base", { rate: end("base") })}</span
      ><span>${say("outlook.high", { rate: end("high") })}</span>
    </div>
    ${provenance(rate, file, words)}
  </div>`;
}

/** The most that any source gives: no estimate, and off until somebody wants it. */
function worstCase({ file, assumed, tell }: Sliders, words: Words): TemplateResult {
  const { worst_case: worst } = file;
  const { worst: on } = assumed.form;
  const kinds = words.list(worst.kinds.map((kind) => words.say(`incident.${kind}`)));
  return html`<fieldset class="worst">
    <legend>${words.name(worst.name)}</legend>
    <label class="chip" for="o-worst"
      ><input
        type="checkbox"
        id="o-worst"
        .checked=${live(on)}
        @change=${() => tell({ worst: !on })}
      />${words.say("outlook.worst_on")}</label
    >
    <p class="note">${words.say("outlook.worst_note", { kinds, rate: writeRate(worst.per_year, words.say) })}</p>
    ${provenance(worst, file, words)}
  </fieldset>`;
}

function ownerChoice({ file, assumed, tell }: Sliders, words: Words): TemplateResult | typeof nothing {
  const { factors } = file;
  const { form } = assumed;
  if (factors.length === 0) return nothing;
  const chips = [{ id: "", name: words.say("outlook.owner_any") }, ...factors.map(({ id, name }) => ({ id, name: words.name(name) }))]; // prettier-ignore
  const chosen = factors.find(({ id }) => id === form.owner) ?? factors[0];
  return html`<fieldset class="owner">
    <legend>${words.say("outlook.owner")}</legend>
    <div class="chips">
      ${chips.map(
        ({ id, name }) =>
          html`<label class="chip" for=${`o-owner-${id}`}
            ><input
              type="radio"
              id=${`o-owner-${id}`}
              name="o-owner"
              .checked=${live(form.owner === id)}
              @change=${() => tell({ owner: id, worst: false })}
            />${name}</label
          >`,
      )}
    </div>
    <p class="note">${words.say("outlook.owner_note")}</p>
    ${chosen ? provenance(chosen, file, words) : nothing}
  </fieldset>`;
}
