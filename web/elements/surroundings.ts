/** What stands around the answer: the bar above, the footer below, and the cards of the states without an answer. */
import { html, nothing, type TemplateResult } from "lit";
import type { CaseFacts, Option } from "../api/types.js";
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";
import { cardQuestion } from "./card-question.js";
import { seal } from "./drawn.js";
import { plainFact } from "./form-paths.js";
import type { FormState } from "./form-state.js";
import type { ToldProblem } from "./problem.js";
import type { Questions } from "./question.js";

/** Name of the page and the other language. */
export function topBar(words: Words, otherHref: string, switchLang: (event: Event) => void): TemplateResult {
  const other = words.lang === "ja" ? "en" : "ja";
  return html`<header class="top">
    <h1>${words.say("ui.name")}<span>${words.say("ui.subtitle")}</span></h1>
    <a href=${otherHref} lang=${other} hreflang=${other} @click=${switchLang}>${words.say("ui.other_language")}</a>
  </header>`;
}

/** Nothing was entered yet. `told` is an example in words, if there is one to be shown. */
export function emptyCard(
  { say }: Words,
  note: string,
  told: string | null,
  show: (event: Event) => void,
): TemplateResult {
  return html`<article class="slip" data-v="wait">
    <div class="verdict">
      ${seal("wait")}
      <div>
        <p class="tag">${say("ui.empty_tag")}</p>
        <h2>${say("ui.empty_word")}</h2>
        <p class="plan">${say(note)}</p>
      </div>
    </div>
    ${
      told !== null
        ? html`<section class="row">
            <h3>${say("row.example")}</h3>
            <div>
              <p><a href="#answer" @click=${show}>${told}</a></p>
            </div>
          </section>`
        : nothing
    }
  </article>`;
}

/** An example of something that broke, in words. */
export function exampleText({ device, incident }: CaseFacts, words: Words): string {
  const pieces = [
    device?.model ? words.modelName(device.model) : "",
    device?.bought_on ? words.say("ui.bought", { day: writeDay(device.bought_on, words.say, "day_plain") }) : "",
    incident?.kind ? words.say(`incident.${incident.kind}`) : "",
  ];
  return pieces.filter((piece) => piece !== "").join(words.say("format.joint"));
}

/** The engine takes longer than a blink. */
export function loadingCard(words: Words): TemplateResult {
  return html`<article class="slip" data-v="wait" aria-busy="true">
    <div class="verdict">
      ${seal("wait")}
      <div class="bones"><i></i><i></i></div>
    </div>
    <div class="row"><p class="note">${words.say("ui.loading")}</p></div>
  </article>`;
}

/** The engine did not come. */
export function stoppedNote(words: Words, again: () => void): TemplateResult {
  return html`<div class="bar-note" role="alert">
    <b>${words.say("ui.stopped")}</b>
    <p>${words.say("ui.inputs_kept")}</p>
    <button class="btn" type="button" @click=${again}>${words.say("ui.try_again")}</button>
  </div>`;
}

/** Something that was entered cannot be: the field says what, this says where. */
export function problemCard(problem: ToldProblem, words: Words, toField: (fact: string) => void): TemplateResult {
  const { say } = words;
  return html`<article class="slip" data-v="wait">
    <div class="verdict">
      ${seal("wait")}
      <div>
        <p class="tag">${say("ui.problem_tag")}</p>
        <h2 id="verdict-word">${say("ui.problem_word")}</h2>
        <p class="plan">${say("ui.inputs_kept")}</p>
      </div>
    </div>
    <div class="row">
      <h3>${say("row.problem")}</h3>
      <div>
        <p>${problem.text}</p>
        ${problem.fact === "" ? nothing : html`<button class="btn" type="button" @click=${() => toField(problem.fact)}>${say("ui.to_field", { fact: say(`fact.${plainFact(problem.fact)}`) })}</button>`}
      </div>
    </div>
  </article>`;
}

/** Nothing can be said before somebody says which covers are held, or what the phone is. */
export function openCard(words: Words, questions: Questions, ifHeld: Option[], form: FormState): TemplateResult {
  const { say } = words;
  return html`<article class="slip" data-v="open" aria-labelledby="verdict-word">
    <div class="verdict">
      ${seal("open")}
      <div>
        <p class="tag">${say("ui.tag_missing")}</p>
        <h2 id="verdict-word" tabindex="-1">${say("verdict.missing")}</h2>
        <p class="plan">${say(questions.held && ifHeld.length > 0 ? "ui.hangs_on_covers" : "ui.hangs_on_facts")}</p>
      </div>
    </div>
    ${cardQuestion(questions, ifHeld, form, words)}
  </article>`;
}
