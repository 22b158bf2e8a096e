// The sentences of web/text, ICU MessageFormat, taken apart when the page is built: the page brings no parser.
// A sentence without gaps stays a string. Else it is a list: text at its even places, at its odd ones what fills the gap,
// the name of an argument or [name, { one: …, other: … }] for a word that follows a number. Pure but for the plugin.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { parse } from "@messageformat/parser";

/** @typedef {string | (string | [string, Record<string, Message>])[]} Message */

export const LANGUAGES = ["ja", "en"];

/** Sentences that not every question needs, by how their keys begin; all others are of the part `base`. */
const BEGINNINGS = {
  join: ["join.", "outlook."],
  until: ["until."],
  builder: ["builder."],
  page: [
    "inquiry.",
    "link.",
    "share.",
    "what_if.",
    "ui.builder",
    "ui.inquiry",
    "ui.newer",
    "ui.question_",
    "ui.title_",
    "ui.wrong",
  ],
  embed: ["embed."],
  loader: ["loader."],
};
export const PARTS = ["base", ...Object.keys(BEGINNINGS)];

/** The part to which a key belongs. */
const partOf = (key) =>
  Object.keys(BEGINNINGS).find((part) => BEGINNINGS[part].some((start) => key.startsWith(start))) ?? "base";

/** The sentences of one part. */
export const partTable = (table, part) =>
  Object.fromEntries(Object.entries(table).filter(([key]) => partOf(key) === part));

/** A sentence of a language, taken apart; throws with the reason if it cannot be. */
export function compileSentence(sentence, lang) {
  const cardinal = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  return joined(parse(sentence, { cardinal, strict: true }));
}

/** Text and gaps by turns. */
function joined(tokens, number = "") {
  const pieces = [""];
  for (const token of tokens) {
    if (token.type === "content") pieces[pieces.length - 1] += textOf(token);
    else pieces.push(gapOf(token, number), "");
  }
  if (pieces.length > 1 && pieces.at(-1) === "") pieces.pop();
  return pieces.length === 1 ? pieces[0] : pieces;
}

/** The parser lets a brace pass that opens or closes nothing. */
function textOf({ value, ctx }) {
  if (/[{}]/.test(ctx.text.replace(/'[{}][^']*'/g, ""))) throw new Error(`a brace alone: ${ctx.text}`);
  return value;
}

function gapOf(token, number) {
  if (token.type === "octothorpe") return number;
  if (token.type === "argument") return token.arg;
  if (token.type !== "plural") throw new Error(`{${token.arg}, ${token.key ?? token.type}} is not known here`);
  if (token.pluralOffset) throw new Error(`{${token.arg}, plural, offset:…} is not known here`);
  const cases = Object.fromEntries(token.cases.map(({ key, tokens }) => [key, joined(tokens, token.arg)]));
  if (!("other" in cases)) throw new Error(`{${token.arg}, plural, …} has no "other"`);
  return [token.arg, cases];
}

/** The arguments of a sentence that was taken apart, each once. */
export function argumentsOf(message) {
  if (typeof message === "string") return [];
  const gaps = message.filter((_, place) => place % 2 === 1);
  const names = gaps.flatMap((gap) =>
    typeof gap === "string" ? [gap] : [gap[0], ...Object.values(gap[1]).flatMap(argumentsOf)],
  );
  return [...new Set(names)].sort();
}

/**
 * All sentences of all languages, taken apart.
 * @param {Record<string, Record<string, string>>} tables language → key → sentence
 * @returns {Record<string, Record<string, Message>>}
 * @throws naming every key that is broken, empty, missing in a language, or of other arguments than in the first one
 */
export function compileSentences(tables) {
  const wrong = [];
  const compiled = Object.fromEntries(Object.keys(tables).map((lang) => [lang, {}]));
  for (const key of new Set(Object.values(tables).flatMap(Object.keys))) {
    for (const lang of Object.keys(tables)) {
      try {
        compiled[lang][key] = compileKey(tables[lang][key], lang);
      } catch ({ message }) {
        wrong.push(`${lang}.json: ${key}: ${message.split("\n")[0]}`);
      }
    }
    const [first, ...rest] = Object.values(compiled).flatMap((table) =>
      key in table ? [argumentsOf(table[key])] : [],
    );
    if (rest.some((names) => names.join() !== first.join())) wrong.push(`${key}: its arguments differ by language`);
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return compiled;
}

function compileKey(sentence, lang) {
  if (typeof sentence !== "string" || sentence.trim() === "") throw new Error("no sentence");
  return compileSentence(sentence, lang);
}

/** For esbuild: `ja-join.table` is the part `join` of web/text/ja.json, taken apart. */
export const messages = {
  name: "messages",
  setup(builder) {
    const filter = new RegExp(`/(${LANGUAGES.join("|")})-(${PARTS.join("|")})\\.table$`);
    builder.onResolve({ filter }, ({ path, resolveDir }) => ({ path: join(resolveDir, path), namespace: "sentences" }));
    builder.onLoad({ filter, namespace: "sentences" }, async ({ path }) => {
      const [, language, part] = filter.exec(path);
      const fileOf = (lang) => join(dirname(path), `${lang}.json`);
      const read = async (lang) => [lang, JSON.parse(await readFile(fileOf(lang), "utf8"))];
      const tables = compileSentences(Object.fromEntries(await Promise.all(LANGUAGES.map(read))));
      const contents = `export default ${JSON.stringify(partTable(tables[language], part))}`;
      return { contents, loader: "js", watchFiles: LANGUAGES.map(fileOf) };
    });
  },
};
