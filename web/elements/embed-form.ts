import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import "./chip-group.js";
import { define } from "./define.js";
import type { EmbedSettings, Look } from "./embed-settings.js";
import { field } from "./fields.js";
import { withAnswer, wordOf, type Answer } from "./form-state.js";
import "./incident-choice.js";
import "./model-search.js";
import "./month-select.js";
import { HoshoPart } from "./part.js";
import { QUESTIONS } from "./questions.js";

/** Settings that are one of a few words; the empty one: as the article. */
const WORDS = { question: QUESTIONS, lang: ["", "ja", "en"], theme: ["", "light", "dark", "auto"] };
/** Colours that may be chosen, and what is offered first. */
const COLOURS = { accent: "#1c4e8f", ink: "#1a2023", surface: "#ffffff" };
const SIZES = { radius: ["0px", "4px", "8px", "16px"], width: ["320px", "480px", "640px"] };

/**
 * What an author presets in an article, and how the calculator looks there.
 *
 * @fires settings-change - the settings as they are now
 */
export class HoshoEmbedForm extends HoshoPart {
  static override properties: PropertyDeclarations = { settings: { attribute: false } };

  /** What is chosen. */
  declare settings: EmbedSettings;

  override render(): TemplateResult {
    const { words, settings } = this;
    const context = { form: settings.form, words, problem: null };
    return html`<div class="device">
      <div class="form" @answer=${this.#answered}>
        ${this.#plans()} ${this.#words("question")}
        ${
          settings.question === "broke"
            ? html`<hosho-incident-choice
                .words=${words}
                .kind=${wordOf(settings.form, "incident.kind")}
              ></hosho-incident-choice>`
            : nothing
        }
        ${field("device.model", context)} ${field("device.bought_on", context)}
        ${field("device.bought_from", { ...context, compact: true })} ${this.#words("lang")} ${this.#words("theme")}
        ${this.#look()}
      </div>
    </div>`;
  }

  #plans(): TemplateResult {
    const { words, settings } = this;
    const ids = (words.catalog.plans ?? []).map(({ id }) => id);
    const turn = (plan: string): void => {
      const isOn = settings.plans.includes(plan);
      this.#tell({ plans: ids.filter((id) => (id === plan ? !isOn : settings.plans.includes(id))) });
    };
    return html`<fieldset>
      <legend>${words.say("builder.plans")}</legend>
      <div class="chips">
        ${ids.map((id) => this.#check(`e-plan-${id}`, words.planName(id), settings.plans.includes(id), () => turn(id)))}
      </div>
      <p class="note">${words.say("builder.plans_note")}</p>
    </fieldset>`;
  }

  #words(name: keyof typeof WORDS): TemplateResult {
    const { say } = this.words;
    const chips = WORDS[name].map((value) => ({ value, label: say(`builder.${name}_${value || "article"}`) }));
    return html`<fieldset>
      <legend>${say(`builder.${name}`)}</legend>
      <hosho-chip-group
        .words=${this.words}
        .fact=${name}
        .chips=${chips}
        .chosen=${this.settings[name]}
        .prefix=${`e-${name}`}
        .describedBy=${""}
      ></hosho-chip-group>
    </fieldset>`;
  }

  #look(): TemplateResult {
    const { say } = this.words;
    const { compact } = this.settings;
    return html`<fieldset class="look">
      <legend>${say("builder.look")}</legend>
      <div class="chips">
        ${this.#check("e-compact", say("builder.compact"), compact, () => this.#tell({ compact: !compact }))}
      </div>
      ${Object.entries(COLOURS).map(([name, first]) => this.#colour(name as keyof typeof COLOURS, first))}
      ${Object.entries(SIZES).map(([name, sizes]) => this.#size(name as keyof typeof SIZES, sizes))}
    </fieldset>`;
  }

  #colour(name: keyof typeof COLOURS, first: string): TemplateResult {
    const label = this.words.say(`builder.${name}`);
    const value = this.settings.look[name];
    const turn = (): void => this.#choose(name, value === undefined ? first : "");
    return html`<div class="chips">
      ${this.#check(`e-${name}-on`, label, value !== undefined, turn)}
      ${
        value === undefined
          ? nothing
          : html`<input
              type="color"
              id=${`e-${name}`}
              aria-label=${label}
              .value=${live(value)}
              @input=${(event: Event) => this.#choose(name, (event.target as HTMLInputElement).value)}
            />`
      }
    </div>`;
  }

  #size(name: keyof typeof SIZES, sizes: string[]): TemplateResult {
    const { say } = this.words;
    const value = this.settings.look[name] ?? "";
    return html`<div>
      <label class="lab" for=${`e-${name}`}>${say(`builder.${name}`)}</label>
      <select
        id=${`e-${name}`}
        .value=${live(value)}
        @change=${(event: Event) => this.#choose(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${value === ""}>${say("builder.as_is")}</option>
        ${sizes.map((size) => html`<option value=${size} ?selected=${size === value}>${size}</option>`)}
      </select>
    </div>`;
  }

  #check(id: string, label: string, isOn: boolean, turn: () => void): TemplateResult {
    return html`<label class="chip" for=${id}
      ><input type="checkbox" id=${id} .checked=${live(isOn)} @change=${turn} />${label}</label
    >`;
  }

  /** A part of the look; the empty one is taken back. */
  #choose(name: keyof Look, value: string): void {
    const others = Object.entries(this.settings.look).filter(([other]) => other !== name);
    this.#tell({ look: Object.fromEntries(value === "" ? others : [...others, [name, value]]) });
  }

  /** A word of the settings, or a fact of the case. */
  readonly #answered = (event: Event): void => {
    const answer = (event as CustomEvent<Answer>).detail;
    this.#tell(
      answer.fact in WORDS ? { [answer.fact]: answer.value } : { form: withAnswer(this.settings.form, answer) },
    );
  };

  #tell(change: Partial<EmbedSettings>): void {
    const detail = { ...this.settings, ...change };
    this.dispatchEvent(new CustomEvent<EmbedSettings>("settings-change", { bubbles: true, detail }));
  }
}

define("hosho-embed-form", HoshoEmbedForm);
