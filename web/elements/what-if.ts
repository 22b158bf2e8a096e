import { html, nothing, svg, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Hosho } from "../api/hosho.js";
import type { Assessment, WhatIf, WhatIfFact } from "../api/types.js";
import { firstDayOf } from "../text/days.js";
import { readPercent, readYen } from "../text/format.js";
import { scaleOf, thousandths, within, type Movable, type Scale } from "../text/scale.js";
import { define } from "./define.js";
import { nb } from "./drawn.js";
import { answerEvent, dayOf, toCase, type FormState } from "./form-state.js";
import { HoshoLatePart } from "./late.js";
import { isMissing } from "./view.js";
import { flipText, rowsOf, textAt, type WhatIfRow } from "./what-if-rows.js";

const DAY = "incident.on";
const CAPACITY = "incident.battery_capacity_percent";
const PRICE = "incident.repair_price_yen";

/** One fact moved: what comes out for each of its values. */
interface Moved {
  answer: WhatIf;
  scale: Scale;
  rows: WhatIfRow[];
  /** What was told; `null`: nothing. */
  told: Movable | null;
}

/**
 * "What if …": one fact of the case is moved along a slider, and the values at which the answer flips are marked on it
 * and told in sentences. The case stays as it is until the reader takes a value over.
 *
 * @fires answer - the value that is taken over
 */
export class HoshoWhatIf extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    hosho: { attribute: false },
    form: { attribute: false },
    answer: { attribute: false },
    fact: { state: true },
    value: { state: true },
  };

  /** The engine. */
  declare hosho: Hosho;
  /** What was entered. */
  declare form: FormState;
  /** The answer to it. */
  declare answer: Assessment;
  /** The fact that is moved, once one is chosen. */
  declare fact: WhatIfFact | null;
  /** The value at which the slider stands; `null`: the one that was told. */
  declare value: Movable | null;

  #moved: Moved | null = null;

  constructor() {
    super();
    this.fact = null;
    this.value = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("form")) this.value = null;
    if (this.fact !== null && !this.#facts().includes(this.fact)) this.fact = null;
    if (["form", "fact", "words", "hosho"].some((part) => changed.has(part)))
      this.#moved = this.fact && this.#move(this.fact);
  }

  override render(): TemplateResult {
    const { words, fact } = this;
    return html`<section class="panel what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">${words.say("what_if.title")}</h2>
      <fieldset class="facts">
        <legend>${words.say("what_if.which")}</legend>
        <div class="chips">${this.#facts().map((one) => this.#chip(one))}</div>
      </fieldset>
      ${fact && this.#moved ? this.#result(fact, this.#moved) : nothing}
    </section>`;
  }

  #chip(fact: WhatIfFact): TemplateResult {
    const id = `w-${fact.replace(".", "-")}`;
    const choose = (): void => {
      this.fact = fact;
      this.value = null;
    };
    return html`<label class="chip" for=${id}
      ><input
        type="radio"
        id=${id}
        name="what-if"
        .checked=${live(this.fact === fact)}
        @change=${choose}
      />${this.words.say(`what_if.fact.${fact}`)}</label
    >`;
  }

  /** The day always; the capacity and the price where they were told or could still matter. */
  #facts(): WhatIfFact[] {
    const { answers } = this.form;
    const mayBeTold = (fact: string): boolean => Boolean(answers[fact]) || isMissing(this.answer, fact);
    const isBattery = String(answers["incident.kind"]).startsWith("battery");
    const isPriced = this.answer.options.some(({ you_pay_yen: yen }) => yen?.max !== 0);
    return [DAY, ...(isBattery && mayBeTold(CAPACITY) ? [CAPACITY] : []), ...(isPriced ? [PRICE] : [])] as WhatIfFact[];
  }

  #move(fact: WhatIfFact): Moved | null {
    try {
      const answer: WhatIf = this.hosho.whatIf(toCase(this.form), fact);
      const told = this.#told(fact);
      const flips = answer.stretches.flatMap(({ from }) => from ?? []);
      const bought = dayOf(this.form, "device.bought_on");
      const scale = scaleOf(fact, told === null ? flips : [told, ...flips], bought && firstDayOf(bought));
      return { answer, scale, told, rows: rowsOf(answer, scale, this.words) };
    } catch {
      return null;
    }
  }

  #told(fact: WhatIfFact): Movable | null {
    if (fact === DAY) return this.form.asOf;
    const typed = String(this.form.answers[fact] ?? "");
    const read = fact === CAPACITY ? readPercent(typed) : readYen(typed);
    return typeof read === "number" ? read : null;
  }

  #result(fact: WhatIfFact, moved: Moved): TemplateResult {
    const { words } = this;
    const { scale, rows, told } = moved;
    const value = this.value ?? told ?? rows[1]?.first ?? scale.valueAt(scale.most);
    const at = flipText(rows, scale.placeOf(told ?? value), fact, scale, words);
    return html`<p class="flip">${nb(at, words)}</p>
      ${rows.length > 1 || moved.rows.some(({ rising }) => rising) ? this.#slider(fact, value, moved) : nothing}
      <ol class="stretches" role="list">
        ${rows.map((row) => this.#row(row, told === null ? null : scale.placeOf(told)))}
      </ol>`;
  }

  #slider(fact: WhatIfFact, value: Movable, moved: Moved): TemplateResult {
    const { words } = this;
    const { scale, rows, told, answer } = moved;
    const place = scale.placeOf(value);
    const row = rows.find(({ end }) => place < end) ?? rows[rows.length - 1];
    const text = row ? textAt(row, place, answer, words) : "";
    const written = scale.write(value, words.say);
    const move = (event: Event): void => {
      this.value = scale.valueAt(Number((event.target as HTMLInputElement).value));
    };
    return html`<div class="move">
      <label class="lab" for="what-if-value">${words.say(`what_if.fact.${fact}`)}</label>
      <input
        id="what-if-value"
        type="range"
        min=${scale.least}
        max=${scale.most}
        step=${scale.step}
        .value=${live(String(within(place, scale)))}
        aria-valuetext=${words.say("what_if.at", { value: written, text })}
        @input=${move}
      />
      ${strip(rows, scale, told)}
      <output for="what-if-value" class="at" data-v=${row?.tone ?? "wait"}>
        <span>${written}</span> <b>${nb(text, words)}</b>
        ${row?.plan ? html`<span class="note">${words.planName(row.plan)}</span>` : nothing}
      </output>
      <button class="btn" type="button" ?disabled=${value === told} @click=${() => this.#take(fact, value)}>
        ${words.say("what_if.take")}
      </button>
    </div>`;
  }

  #row(row: WhatIfRow, told: number | null): TemplateResult {
    const { words } = this;
    const isNow = told !== null && row.from <= told && told < row.end;
    return html`<li data-v=${row.tone} aria-current=${isNow ? "true" : nothing}>
      <span class="where">${nb(row.where, words)}</span> <b>${nb(row.text, words)}</b>
      ${isNow ? html`<span class="now">${words.say("what_if.now")}</span>` : nothing}
      ${row.plan ? html`<span class="note">${words.planName(row.plan)}</span>` : nothing}
    </li>`;
  }

  /** The page asks for the day of the incident as the day of the question. */
  #take(fact: WhatIfFact, value: Movable): void {
    this.dispatchEvent(answerEvent(fact === DAY ? "as_of" : fact, String(value)));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#what-if-value")?.focus());
  }
}

/** The stretches as a strip under the slider, with a mark where the told value is; the sentences say the same. */
function strip(rows: WhatIfRow[], scale: Scale, told: Movable | null): TemplateResult {
  const from = (row: WhatIfRow): number => thousandths(row.from, scale);
  return html`<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${rows.map((row) => part(row.tone, from(row), thousandths(row.end, scale)))}
    ${rows.slice(1).map((row) => mark("turn", from(row)))}
    ${told === null ? nothing : mark("told", thousandths(scale.placeOf(told), scale))}
  </svg>`;
}

function part(tone: string, from: number, end: number): TemplateResult {
  return svg`<rect data-v=${tone} x=${from} width=${end - from} height="10"></rect>`;
}

function mark(kind: "turn" | "told", at: number): TemplateResult {
  return svg`<path class=${kind} d=${`M${at} 0v10`}></path>`;
}

define("hosho-what-if", HoshoWhatIf);
