/** The frame of the page: phone and question at one side, the answer at the other, ways to pass it on, and the footer. */
import { html, nothing } from "lit";
import "./correction.js";
import "./footer.js";
import { isUntouched } from "./form-state.js";
import "./inquiry.js";
import type { Frame } from "./question-page.js";
import "./share-row.js";
import type { Sharing } from "./share-row.js";
import { sheetFacts } from "./sheet-facts.js";

/** The frame with what there is to pass on and to keep. */
export const pageFrame = (sharing: Sharing): Frame => ({
  draw: ({ words, form, hosho, day, onPaper, announced, bar, asks, result, plan }) =>
    html`<div class="page">
      ${onPaper && !isUntouched(form) ? sheetFacts(form, words) : nothing}
      <section class="ask" aria-label=${words.say("ui.your_phone")}>${bar} ${asks}</section>
      <main class="answers" id="answer" tabindex="-1">${result}</main>
      <p class="vh" role="status">${announced}</p>
      <hosho-share .words=${words} .form=${form} .hosho=${hosho} .sharing=${sharing}></hosho-share>
      <hosho-footer .words=${words} .hosho=${hosho} .day=${day} .lead=${plan}></hosho-footer>
    </div>`,
  toTop: () => scrollTo({ top: 0 }),
});
