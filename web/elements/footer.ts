import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { Info } from "../api/types.js";
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";
import { BUILDER, NOTICES } from "./beside.js";
import { define } from "./define.js";
import { nb } from "./drawn.js";
import { HoshoLatePart } from "./late.js";
import { staleLine } from "./stale-line.js";

/** Version and age of the data, and what the page does not do; of the cover that leads, its age in so many words. */
export class HoshoFooter extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    hosho: { attribute: false },
    day: { attribute: false },
    lead: { attribute: false },
  };

  /** The engine, once it is there. */
  declare hosho: Hosho | null;
  /** Today. */
  declare day: string;
  /** The plan that the answer is about. */
  declare lead: string | undefined;

  override render(): TemplateResult {
    const { say } = this.words;
    const info = this.hosho?.info();
    const plans = info?.plans ?? [];
    return html`<footer class="foot">
      <ul>
        ${info ? html`<li>${say("ui.data_version", { version: info.data_version })}</li>` : nothing}
        <li class="ok">${say("ui.nothing_sent")}</li>
      </ul>
      ${plans.filter(({ id }) => id === this.lead).map((plan) => this.#age(plan))}
      ${
        plans.length === 0
          ? nothing
          : html`<details class="more">
              <summary>${say("ui.all_checked", { count: plans.length })}</summary>
              ${plans.map((plan) => this.#age(plan))}
            </details>`
      }
      <p>${say("ui.disclaimer")}</p>
      ${BUILDER === null ? nothing : html`<p><a href=${`${BUILDER}?lang=${this.words.lang}`}>${say("ui.builder")}</a></p>`}
      <p><a href=${NOTICES}>${say("ui.notices")}</a></p>
    </footer>`;
  }

  #age(plan: Info["plans"][number]): TemplateResult {
    return html`${checkedLine(plan, this.words)}${staleLine(plan, this.day, this.words)}`;
  }
}

function checkedLine(plan: Info["plans"][number], words: Words): TemplateResult {
  const day = writeDay(plan.checked_on, words.say, "day_plain");
  return html`<p>${nb(words.say("ui.plan_checked", { plan: words.name(plan.name), day }), words)}</p>`;
}

define("hosho-footer", HoshoFooter);
