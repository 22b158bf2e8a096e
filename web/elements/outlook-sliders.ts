/** What is assumed: how often something happens, who the owner is; each value with where it comes from. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Bilingual, CatalogRate, CatalogRates, CatalogSource } from "../api/types.js";
import { MOST_POSITION, writeBothWays, writeRate } from "../text/figures.js";
import { writeDay } from "../text/format.js";
import type { Words } from "../text/text.js";
import { factorOf, MIDDLE, perYear, type OutlookForm } from "./outlook-form.js";

/** What a slider needs to know. */
export interface Sliders {
  /** The file of the rates. */
  file: CatalogRates;
  /** Those in play. */
  rates: CatalogRate[];
  /** What was assumed. */
  form: OutlookForm;
  /** Takes what is assumed anew. */
  tell: (change: Partial<OutlookForm>) => void;
}

/** A slider for each rate, then the owner's age. */
export function rateSliders(sliders: Sliders, words: Words): TemplateResult {
  return html`<div class="rates">${sliders.rates.map((rate) => slider(rate, sliders, words))}</div>
    ${ownerChoice(sliders, words)}`;
}

function slider(rate: CatalogRate, { file, form, tell }: Sliders, words: Words): TemplateResult {
  const { say } = words;
  const id = `o-${rate.id}`;
  const position = form.positions[rate.id] ?? MIDDLE;
  const text = writeBothWays(perYear(rate, form, file.factors), say);
  const factor = factorOf(file.factors, form.owner, rate.kind);
  const end = (key: "low" | "base" | "high"): string => writeRate(rate.per_year[key] * factor, say);
  const move = (event: Event): void =>
    tell({ positions: { ...form.positions, [rate.id]: Number((event.target as HTMLInputElement).value) } });
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
      @input=${move}
    />
    <div class="ticks" aria-hidden="true">
      <span>${say("outlook.low", { rate: end("low") })}</span><span>${say("outlook.base", { rate: end("base") })}</span
      ><span>${say("outlook.high", { rate: end("high") })}</span>
    </div>
    ${provenance(rate, file, words)}
  </div>`;
}

/** Where a figure comes from, one tap away. */
export function provenance(
  { derived, cites, name }: { derived: string; cites: string[]; name?: Bilingual },
  { sources, texts }: CatalogRates,
  words: Words,
): TemplateResult {
  const text = texts[derived];
  const read = cites.flatMap((id) => sources[id] ?? []);
  return html`<details class="more from">
    <summary>
      ${words.say("outlook.from")}${name ? html`<span class="vh">${words.say("outlook.from_of", { name: words.name(name) })}</span>` : nothing}
    </summary>
    ${text ? html`<p>${words.name(text)}</p>` : nothing}
    <ul role="list">
      ${read.map((source) => html`<li>${sourceLine(source, words)}</li>`)}
    </ul>
  </details>`;
}

function sourceLine({ title, kind, as_of, url }: CatalogSource, { say }: Words): TemplateResult {
  const named = url ? html`<a href=${url} rel="noreferrer noopener">${title}</a>` : html`${title}`;
  const day =
    as_of === "undated" ? say("ui.source_undated") : say("ui.source_day", { day: writeDay(as_of, say, "day_plain") });
  return html`${named}<small>${say(`source.${kind}`)}${say("format.joint")}${day}</small>`;
}

function ownerChoice({ file, form, tell }: Sliders, words: Words): TemplateResult | typeof nothing {
  const { factors } = file;
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
              @change=${() => tell({ owner: id })}
            />${name}</label
          >`,
      )}
    </div>
    <p class="note">${words.say("outlook.owner_note")}</p>
    ${chosen ? provenance(chosen, file, words) : nothing}
  </fieldset>`;
}
