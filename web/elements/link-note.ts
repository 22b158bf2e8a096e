/** What a link says and the page could not take over. */
import { html, nothing, type TemplateResult } from "lit";
import type { LinkProblem } from "../link/link.js";
import type { Words } from "../text/text.js";
import { plainFact } from "./form-paths.js";

/** As much of a part as is shown. */
const MOST_SHOWN = 60;

/** A note with every part that was not taken over, as it stands in the link, and why; nothing where all was. */
export function linkNote(problems: LinkProblem[], words: Words, close: () => void): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const { say } = words;
  return html`<div class="bar-note unread" role="alert">
    <b>${say("link.unread", { count: problems.length })}</b>
    <ul role="list">
      ${problems.map((problem) => html`<li><code>${problem.part.slice(0, MOST_SHOWN)}</code> ${whyText(problem, words)}</li>`)}
    </ul>
    <p>${say("link.unread_note")}</p>
    <button class="btn" type="button" @click=${close}>${say("link.close")}</button>
  </div>`;
}

function whyText({ code, fact }: LinkProblem, words: Words): string {
  const key = `fact.${plainFact(fact ?? "")}`;
  return words.has(key) ? words.say(`link.${code}_fact`, { fact: words.say(key) }) : words.say(`link.${code}`);
}
