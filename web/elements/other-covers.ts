import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { isFree, writeRange } from "../text/format.js";
import { nb, sign } from "./drawn.js";
import type { FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import { allReasons, missText, waitsForFacts } from "./view.js";
import { mainReason } from "./why.js";

/**
 * The covers of which the card does not speak: each with its sign, how far it was missed, and one reason.
 */
export class HoshoOtherCovers extends HoshoPart {
  static override properties: PropertyDeclarations = { options: { attribute: false }, form: { attribute: false } };

  /** The other covers, in the order of the answer. */
  declare options: Option[];
  /** What was entered. */
  declare form: FormState;

  override render(): TemplateResult | typeof nothing {
    const { say } = this.words;
    const groups = [
      { title: say("ui.others_possible"), options: this.options.filter((option) => option.verdict !== "not_covered") },
      { title: say("ui.others"), options: this.options.filter((option) => option.verdict === "not_covered") },
    ].filter((group) => group.options.length > 0);
    if (groups.length === 0) return nothing;
    return html`${groups.map(
      (group) =>
        html`<section class="others">
          <h2>${group.title}</h2>
          <ul>
            ${group.options.map((option) => this.#row(option))}
          </ul>
        </section>`,
    )}`;
  }

  #row(option: Option): TemplateResult {
    const { words } = this;
    const outcome =
      option.verdict === "covered"
        ? "yes"
        : option.verdict === "not_covered"
          ? "no"
          : waitsForFacts(option)
            ? "unknown"
            : "not_stated";
    const late = option.verdict === "not_covered" ? missText(option, words) : null;
    return html`<li>
      ${sign(outcome, words)}<b>${words.planName(option.plan)}</b>
      ${late === null ? html`<span class="pill">${this.#pill(option)}</span>` : html`<span class="miss">${late}</span>`}
      <p>${nb(mainReason({ option, words, form: this.form }), words)}</p>
    </li>`;
  }

  #pill(option: Option): string {
    const { say } = this.words;
    if (option.verdict === "not_covered") {
      const held = allReasons(option.reasons).some((reason) => reason.code === "held" && reason.outcome === "no");
      return say(held ? "ui.pill_not_held" : "verdict.not_covered");
    }
    if (option.verdict === "covered")
      return isFree(option.total_yen) ? say("verdict.free") : writeRange(option.total_yen, say);
    return say(waitsForFacts(option) ? "verdict.missing" : "verdict.silent");
  }
}

customElements.define("hosho-other-covers", HoshoOtherCovers);
