import { literal } from "lit/static-html.js";
import "../elements/page-join.js";
import { preparing } from "./calculator.js";
import base from "./base.css";
import own from "./join.css";

/** "Should I join?", in an article. */
export const prepare = preparing({
  parts: ["join"],
  styles: [base, own],
  tag: literal`hosho-page-join`,
});
