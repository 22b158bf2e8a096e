import { html, nothing, type TemplateResult } from "lit";
import type { Info } from "../api/types.js";
import { staleYears, writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";

/** A warning that what is known of a plan is more than a year old. */
export function staleLine(plan: Info["plans"][number], today: string, words: Words): TemplateResult | typeof nothing {
  const years = staleYears(plan.still_valid_on, today);
  if (years === null) return nothing;
  const day = writeDay(plan.still_valid_on, words.say, "day_plain");
  return html`<p class="old">${words.say("ui.plan_stale", { plan: words.name(plan.name), day, years })}</p>`;
}
