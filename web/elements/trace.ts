import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Cite, Option, Reason } from "../api/types.js";
import { define } from "./define.js";
import { citeLine, nb, sign, sourceName } from "./drawn.js";
import type { FormState } from "./form-state.js";
import { HoshoLatePart } from "./late.js";
import { carries } from "./reasons.js";
import { marginText, reasonText } from "./why.js";

/**
 * Every clause that was held against the case, with its margin and its source; then what the terms leave open
 * and the list of the sources. Folded until somebody wants it.
 */
export class HoshoTrace extends HoshoLatePart {
  static override properties: PropertyDeclarations = { option: { attribute: false }, form: { attribute: false } };

  /** The option that is explained. */
  declare option: Option;
  /** What was entered. */
  declare form: FormState;

  override render(): TemplateResult {
    const { say } = this.words;
    const sources = this.#sources();
    return html`<details class="more">
      <summary>${say("ui.all_reasons", { count: sources.length })}</summary>
      <ul class="tree">
        ${this.#nodes(this.option.reasons)}${this.#silences()}
      </ul>
      ${this.#idle()}
      <h4>${say("ui.sources")}</h4>
      <ul class="sources">
        ${sources.map((cite) => html`<li><span lang="ja">${cite.title}</span><span class="cite">${sourceName(cite, this.words)}</span></li>`)}
      </ul>
    </details>`;
  }

  #nodes(reasons: Reason[], whole?: Reason): TemplateResult[] {
    return reasons.filter((part) => !isIdle(part, whole)).map((reason) => this.#node(onlyCarrier(reason)));
  }

  #node(reason: Reason): TemplateResult {
    const text = reasonText(reason, this);
    const margin = marginText(reason, this.option, this.words);
    const below =
      reason.reasons.length > 0
        ? html`<ul>
            ${this.#nodes(reason.reasons, reason)}
          </ul>`
        : nothing;
    return html`<li>
      <div class="node">
        ${sign(reason.outcome, this.words)}
        <div>
          ${reason.reasons.length > 0 ? html`<b>${nb(text, this.words)}</b>` : nb(text, this.words)}
          ${margin === null || text.includes(margin) ? nothing : html`<span class="margin">${nb(margin, this.words)}</span>`}${this.#rests(reason)}${citeLine(this.#cite(reason.cite), this.words)}
        </div>
      </div>
      ${below}
    </li>`;
  }

  #rests(reason: Reason): TemplateResult | typeof nothing {
    const on = reason.values?.rests_on;
    return on === undefined ? nothing : html`<span class="pill q">${this.words.say(`rests_on.${on}`)}</span>`;
  }

  #cite(index: number | undefined): Cite | undefined {
    return index === undefined ? undefined : this.option.cites[index];
  }

  /** Points on which the published terms are silent: boxes of their own. */
  #silences(): TemplateResult[] {
    return this.option.not_stated.map(
      ({ code, cite }) =>
        html`<li class="gap">
          <b>${this.words.say("ui.terms_silent")}</b>
          <p class="note">${this.words.code("not_stated", code, this.option.plan)}</p>
          ${citeLine(this.#cite(cite), this.words)}
        </li>`,
    );
  }

  /** Clauses that play no part in this case. */
  #idle(): TemplateResult | typeof nothing {
    const idle = idleIn(this.option.reasons);
    if (idle.length === 0) return nothing;
    return html`<details class="more idle">
      <summary>${this.words.say("ui.idle_clauses", { count: idle.length })}</summary>
      <ul class="tree">
        ${idle.map(
          (reason) =>
            html`<li>
              <div class="node">
                ${sign("not_applicable", this.words)}
                <div>${reasonText(reason, this)}${citeLine(this.#cite(reason.cite), this.words)}</div>
              </div>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #sources(): Cite[] {
    const { cites } = this.option;
    return cites.filter((cite, index) => cites.findIndex((other) => other.source === cite.source) === index);
  }
}

/** A clause that plays no part, or an alternative that was not needed. */
function isIdle(part: Reason, whole: Reason | undefined): boolean {
  return part.outcome === "not_applicable" || (whole !== undefined && !carries(part, whole));
}

/** Where one alternative carried the day, it stands for the whole. */
function onlyCarrier(reason: Reason): Reason {
  const [only, ...more] = reason.code === "any_of" ? reason.reasons.filter((part) => carries(part, reason)) : [];
  return only !== undefined && more.length === 0 ? only : reason;
}

function idleIn(reasons: Reason[], whole?: Reason): Reason[] {
  return reasons.flatMap((reason) => (isIdle(reason, whole) ? [reason] : idleIn(reason.reasons, reason)));
}

define("hosho-trace", HoshoTrace);
