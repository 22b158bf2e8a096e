import { html } from "lit";
import "../elements/page-broke.js";
import { preparing } from "./calculator.js";
import base from "./base.css";

/** "It broke", in an article. */
export const prepare = preparing({
  parts: [],
  styles: [base],
  page: ({ words, form, hosho, day, frame }) =>
    html`<hosho-page-broke
      .words=${words}
      .form=${form}
      .hosho=${hosho}
      .phase=${"ready"}
      .day=${day}
      .frame=${frame}
    ></hosho-page-broke>`,
});
