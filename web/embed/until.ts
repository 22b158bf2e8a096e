import { literal } from "lit/static-html.js";
import "../elements/page-until.js";
import { preparing } from "./calculator.js";
import base from "./base.css";
import own from "./until.css";

/** "Until when?", in an article. */
export const prepare = preparing({
  parts: ["until"],
  styles: [base, own],
  tag: literal`hosho-page-until`,
});
