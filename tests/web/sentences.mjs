// What the sentences of web/text must hold, as functions that a known-bad input can be put through.

/** The words of `export type Name = "a" | "b";`, or of the member `name: "a" | "b";` of an interface. */
export function wordsOf(types, name, within = "") {
  const start = within === "" ? 0 : types.indexOf(`interface ${within} `);
  const pattern = new RegExp(`(?:type ${name} =|\\b${name}\\??:)((?:\\s*\\|?\\s*"\\w+")+)`);
  const found = start < 0 ? null : pattern.exec(types.slice(start));
  if (!found) throw new Error(`types.ts has no list of words called ${within} ${name}`);
  return [...found[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
}

/** Words of a closed list that have no sentence under `prefix`. */
export const withoutSentence = (table, prefix, words, suffix = "") =>
  words.map((word) => `${prefix}.${word}${suffix}`).filter((key) => !(key in table));

/** Keys that code asks for, in so many words or by the start of a template, and that no table has. */
export function unknownKeys(table, code) {
  const keys = Object.keys(table);
  const literal = [...code.matchAll(/\b(?:say|words\.has)\(\s*"([^"]+)"/g)].map(([, key]) => key);
  const inTernary = [...code.matchAll(/\bsay\([^()]*\?\s*"([\w.]+)"\s*:\s*"([\w.]+)"/g)].flatMap(([, a, b]) => [a, b]);
  const starts = [...code.matchAll(/\b(?:say|words\.has)\(\s*`([\w.]+\.)\$\{/g)].map(([, start]) => start);
  return [
    ...[...literal, ...inTernary].filter((key) => !keys.includes(key)),
    ...starts.filter((start) => !keys.some((key) => key.startsWith(start))),
  ];
}
