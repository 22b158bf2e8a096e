/** One live line inside a sentence of an article. */
import { fromCase, toCase } from "../elements/form-state.js";
import type { QuestionName } from "../elements/questions.js";
import { learn, Words, type Part } from "../text/text.js";
import { about } from "./about.js";
import { lineOf } from "./line.js";
import type { Place, Prepare } from "./loader.js";
import { settingsOf } from "./settings.js";

/** The sentences of a question beside those of every question. */
const PARTS: Record<QuestionName, Part[]> = { broke: [], join: [], until: ["until"] };

/** Makes the line ready; what cannot be read is told behind it. */
export const prepare: Prepare = async ({ host, root, question, plans, lang, engine: coming }: Place) => {
  const [engine] = await Promise.all([coming, learn(lang, "embed", ...PARTS[question])]);
  const words = new Words(lang, engine.catalog);
  const { facts, unread } = settingsOf({ host, plans }, engine.catalog);
  const { text, outcome } = lineOf(question, about(engine, plans), toCase(fromCase(facts)), words);
  const notes = unread.map((attribute) => words.say("embed.unread", { ...attribute }));
  return () => {
    const line = root.querySelector("span") ?? root.appendChild(document.createElement("span"));
    line.part.add("answer");
    Object.assign(line, { lang, dir: "ltr", textContent: [text, ...notes].join(" ") });
    if (outcome === null) return;
    const detail = { question, ...outcome };
    host.dispatchEvent(new CustomEvent("hosho-answer", { bubbles: true, composed: true, detail }));
  };
};
