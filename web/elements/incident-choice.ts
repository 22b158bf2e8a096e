import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { define } from "./define.js";
import { answerEvent } from "./form-state.js";
import { COMMON, OTHERS } from "./kinds.js";
import { HoshoPart } from "./part.js";

/**
 * What happened: five chips, and a sixth that opens the list of everything else.
 *
 * @fires answer - the kind of incident
 */
export class HoshoIncidentChoice extends HoshoPart {
  static override properties: PropertyDeclarations = { kind: { attribute: false }, othersOpen: { state: true } };

  /** The chosen kind, if any. */
  declare kind: string | null;
  /** The sixth chip is chosen. */
  declare othersOpen: boolean;

  constructor() {
    super();
    this.othersOpen = false;
  }

  override render(): TemplateResult {
    const { say } = this.words;
    const common = COMMON.some((kind) => kind === this.kind);
    const other = !common && (this.kind !== null || this.othersOpen);
    return html`<fieldset id="f-incident-kind">
      <legend>${say("ask.incident.kind")}</legend>
      <div class="chips three">
        ${COMMON.map((kind) => this.#chip(`k-${kind}`, say(`chip.${kind}`), kind === this.kind, () => this.#choose(kind)))}
        ${this.#chip("k-other", say("chip.other_kind"), other, () => this.#open())}
      </div>
      ${other ? this.#select() : nothing}
    </fieldset>`;
  }

  #chip(id: string, label: string, checked: boolean, change: () => void): TemplateResult {
    return html`<label class="chip" for=${id}
      ><input type="radio" id=${id} name="incident-kind" .checked=${live(checked)} @change=${change} />${label}</label
    >`;
  }

  #select(): TemplateResult {
    const { say } = this.words;
    return html`<div class="more-kinds">
      <label class="vh" for="k-list">${say("ui.other_kinds")}</label>
      <select
        id="k-list"
        .value=${live(this.kind ?? "")}
        @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${this.kind === null}>${say("ui.choose")}</option>
        ${OTHERS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${say(`incident.${kind}`)}</option>`)}
      </select>
    </div>`;
  }

  #choose(kind: string): void {
    this.othersOpen = !COMMON.some((one) => one === kind);
    this.dispatchEvent(answerEvent("incident.kind", kind === "" ? undefined : kind));
  }

  #open(): void {
    this.othersOpen = true;
    this.dispatchEvent(answerEvent("incident.kind", undefined));
  }
}

define("hosho-incident-choice", HoshoIncidentChoice);
