/** The frame of a calculator in an article: phone, question and answer, and one line on where it comes from. */
import { html, nothing, type TemplateResult } from "lit";
import { writeDay } from "../text/days.js";
import { addressOf } from "../elements/address.js";
import { linkOf } from "../elements/form-link.js";
import type { Frame, Pieces } from "../elements/question-page.js";
import type { QuestionName } from "../elements/questions.js";
import { staleLine } from "../elements/stale-line.js";

/** What a frame is for. */
export interface Embedded {
  /** The question. */
  question: QuestionName;
  /** What a compact calculator keeps back, and how it is shown; `null` where nothing is kept back. */
  more: { isOpen: boolean; turn: () => void } | null;
  /** Brings the reader back to its beginning. */
  toTop: () => void;
}

/** The page that these files come with. */
const PAGE = new URL("./", import.meta.url).href;

/** The frame; of parts of the article's own it has none: no landmarks, no main part, no footer. */
export const embedFrame = ({ question, more, toTop }: Embedded): Frame => ({
  draw: (pieces) => {
    const { words, bar, asks, result, announced } = pieces;
    return html`<div class="page">
      <div class="ask" role="group" aria-label=${words.say("ui.your_phone")}>${bar} ${asks}</div>
      <div class="answers" id="answer" tabindex="-1">
        ${result}${
          more
            ? html`<button class="btn turn" type="button" aria-expanded=${more.isOpen} @click=${more.turn}>
                ${words.say(more.isOpen ? "embed.less" : "embed.more")}
              </button>`
            : nothing
        }
      </div>
      <p class="vh" role="status">${announced}</p>
      ${origin(pieces, question)}
    </div>`;
  },
  toTop,
});

/** How old what it knows is, and the whole page with what was entered; of the cover that leads, its age in so many words. */
function origin({ words, form, hosho, day, plan }: Pieces, question: QuestionName): TemplateResult {
  const info = hosho?.info();
  const lead = info?.plans.find(({ id }) => id === plan);
  const checked = lead && words.say("embed.checked", { day: writeDay(lead.checked_on, words.say, "day_plain") });
  const told = [
    info && words.say("ui.data_version", { version: info.data_version }),
    checked,
    words.say("ui.nothing_sent"),
  ];
  const address = `${PAGE}${addressOf(question, words.lang, linkOf(form, question, day))}`;
  return html`<div class="foot">
    ${lead ? staleLine(lead, day, words) : nothing}
    <p>
      ${told.filter((part) => part !== undefined).join(words.say("format.joint"))}
      <a href=${address}>${words.say("embed.page")}</a>
    </p>
  </div>`;
}
