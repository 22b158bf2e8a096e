import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { define } from "./define.js";
import { HoshoPart } from "./part.js";

type Step = Option["steps"][number];

/** The point at which the desk is asked; its step carries whom to ask and what to have at hand. */
const REQUEST = "request";

/**
 * What to do, in the order of doing, as boxes to tick. Ticks live with the page and are nobody else's business.
 */
export class HoshoChecklist extends HoshoPart {
  static override properties: PropertyDeclarations = { option: { attribute: false }, done: { state: true } };

  /** The option whose steps are listed. */
  declare option: Option;
  /** Steps that are ticked, as `plan/code`. */
  declare done: ReadonlySet<string>;

  constructor() {
    super();
    this.done = new Set();
  }

  override render(): TemplateResult {
    const { steps, contacts } = this.option;
    const asking = steps.find((step) => step.when === REQUEST);
    return html`<ol class="todo">
      ${asking || contacts.length === 0 ? nothing : this.#item("contact", this.words.say("step.contact_the_desk"), this.#desks())}
      ${steps.map((step, index) =>
        this.#item(
          step.code,
          this.words.code("step", step.code, this.option.plan),
          html`${
            step.when === steps[index - 1]?.when
              ? nothing
              : html`<small>${this.words.say(`step_when.${step.when}`)}</small>`
          }${this.#note(step)}${step === asking ? this.#desks() : nothing}`,
        ),
      )}
    </ol>`;
  }

  #item(code: string, text: string, below: TemplateResult): TemplateResult {
    const key = `${this.option.plan}/${code}`;
    return html`<li>
      <label
        ><input type="checkbox" .checked=${this.done.has(key)} @change=${() => this.#tick(key)} /><span
          ><span class="do">${text}</span>${below}</span
        ></label
      >
    </li>`;
  }

  #note({ code }: Step): TemplateResult | typeof nothing {
    const own = this.words.own(this.option.plan, `${code}_note`);
    const text = own ?? (this.words.has(`step_note.${code}`) ? this.words.say(`step_note.${code}`) : null);
    return text === null ? nothing : html`<small>${text}</small>`;
  }

  /** Whom to ask, how, and what they will ask for. */
  #desks(): TemplateResult {
    const { say } = this.words;
    return html`${this.option.contacts.map((contact) => {
      const channels = this.words.list(contact.channels.map((channel) => say(`channel.${channel}`)));
      const ready = this.words.list(
        contact.have_ready.map((thing) => this.words.code("ready", thing, this.option.plan)),
      );
      return html`<small>${say("ui.desk", { name: this.words.name(contact.name), channels })}</small>${
          ready === "" ? nothing : html`<small>${say("ui.have_ready", { things: ready })}</small>`
        }`;
    })}`;
  }

  #tick(key: string): void {
    const done = new Set(this.done);
    if (!done.delete(key)) done.add(key);
    this.done = done;
  }
}

define("hosho-checklist", HoshoChecklist);
