import { html } from "lit";
import "../elements/page-until.js";
import { preparing } from "./calculator.js";
import base from "./base.css";
import own from "./until.css";

/** "Until when?", in an article. */
export const prepare = preparing({
  parts: ["until"],
  styles: [base, own],
  page: ({ words, form, hosho, day, frame }) =>
    html`<hosho-page-until
      .words=${words}
      .form=${form}
      .hosho=${hosho}
      .phase=${"ready"}
      .day=${day}
      .frame=${frame}
    ></hosho-page-until>`,
});
