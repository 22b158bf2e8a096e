import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { isUnbounded, writeRange } from "../text/format.js";
import { define } from "./define.js";
import { nb } from "./drawn.js";
import { answerEvent, type FormState, type FormValue } from "./form-state.js";
import { HoshoPart } from "./part.js";
import { sumIfCovered } from "./reasons.js";

/** As many covers as are shown before somebody asks for more. */
const FEW = 4;

/**
 * Which covers are held: those that may answer, each with what it would cost; none of them; or not known.
 * The covers that are surely for this phone come first; where they are many, the rest is folded.
 *
 * @fires answer - the chosen cover, "none", or `null` for "I don't know"
 */
export class HoshoHeldQuestion extends HoshoPart {
  static override properties: PropertyDeclarations = {
    options: { attribute: false },
    form: { attribute: false },
    quiet: { attribute: false },
  };

  /** The covers that may answer if they are held. */
  declare options: Option[];
  /** What was entered so far. */
  declare form: FormState;
  /** The card does not wait for it. */
  declare quiet: boolean;

  override render(): TemplateResult {
    const { say } = this.words;
    const options = this.options.filter((option) => !this.words.isExtra(option.plan));
    const rest = options.slice(FEW);
    return html`<fieldset class=${this.quiet ? "next quiet" : "next"} aria-describedby="held-note">
      <legend>${say("ask.covers")}</legend>
      <p class="note" id="held-note">${say(this.quiet ? "ui.held_may_answer" : "ui.held_decides")}</p>
      <div class="covers">${options.slice(0, FEW).map((option) => this.#cover(option))}</div>
      ${
        rest.length === 0
          ? nothing
          : html`<details class="more">
              <summary>${say("ui.more_covers", { count: rest.length })}</summary>
              <div class="covers">${rest.map((option) => this.#cover(option))}</div>
            </details>`
      }
      <div class="chips">
        ${this.#answer("none", say("word.covers.none_of_these"))} ${this.#answer(null, say("ui.dont_know"))}
      </div>
    </fieldset>`;
  }

  /** A cover, who offers it and what it would cost. */
  #cover(option: Option): TemplateResult {
    const { words } = this;
    const sum = sumIfCovered(option);
    const price = sum && !isUnbounded(sum) ? words.say("ui.sum_if_held", { yen: writeRange(sum, words.say) }) : null;
    const about = [words.providerOf(option.plan), price].filter((part) => part !== null);
    const small =
      about.length === 0 ? nothing : html`<small>${nb(about.join(words.say("format.joint")), words)}</small>`;
    return this.#chip(html`<span>${words.shortName(option.plan)}${small}</span>`, false, () =>
      this.#choose(option.plan),
    );
  }

  #answer(value: "none" | null, label: string): TemplateResult {
    return this.#chip(label, this.form.answers["covers"] === value, () => this.#tell(value));
  }

  /** A button, not a radio: an arrow key must not answer, for the list goes with the answer. */
  #chip(label: unknown, pressed: boolean, choose: () => void): TemplateResult {
    return html`<button class="chip" type="button" aria-pressed=${pressed} @click=${choose}>${label}</button>`;
  }

  /** That it is held brings the reader to what it says. */
  #choose(plan: string): void {
    const { tree } = this; // the list goes with the answer
    this.dispatchEvent(answerEvent("covers[0].plan", plan));
    this.#tell("some");
    setTimeout(() => tree.getElementById("verdict-word")?.focus());
  }

  #tell(value: FormValue): void {
    this.dispatchEvent(answerEvent("covers", value));
  }
}

define("hosho-held-question", HoshoHeldQuestion);
