import { html } from "lit";
import "../elements/page-join.js";
import { preparing } from "./calculator.js";
import base from "./base.css";
import own from "./join.css";

/** "Should I join?", in an article. */
export const prepare = preparing({
  parts: ["join"],
  styles: [base, own],
  page: ({ words, form, hosho, day, frame }) =>
    html`<hosho-page-join
      .words=${words}
      .form=${form}
      .hosho=${hosho}
      .phase=${"ready"}
      .day=${day}
      .frame=${frame}
    ></hosho-page-join>`,
});
