import { literal } from "lit/static-html.js";
import "../elements/page-broke.js";
import { preparing } from "./calculator.js";
import base from "./base.css";

/** "It broke", in an article. */
export const prepare = preparing({
  parts: [],
  styles: [base],
  tag: literal`hosho-page-broke`,
});
