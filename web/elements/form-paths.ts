/** Facts as paths: `device.bought_on`, `covers[0].claims[1].on`. One home for how they are taken apart and put together. */

type Node = Record<string, unknown>;

/** A fact without the positions of its lists, as sentences know it. */
export function plainFact(fact: string): string {
  return fact.replace(/\[\d+\]/g, "").replace(/^cover\./, "covers.");
}

/** Facts that are entered with the month control. */
export function isDayFact(fact: string): boolean {
  return /(_on|\.on|_until|_from)$/.test(fact) && !/(bought|ported)_from$/.test(fact);
}

/** The id of the field of a fact, or the start of the ids of its parts. */
export function fieldId(fact: string): string {
  return `f-${fact.replace(/[.[\]]+/g, "-")}`;
}

/** The fact that a JSON Pointer into a case means. */
export function factOf(pointer: string): string {
  return pointer
    .replace(/^\//, "")
    .replace(/\/(\d+)/g, "[$1]")
    .replace(/\//g, ".");
}

/** Puts a value where its path leads; what is missing on the way is made. */
export function put(target: Node, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  const home = keys.reduce((node, key) => (node[key] ??= {}) as Node, target);
  home[last] = value;
}

/** Every value of a tree with its path. */
export function leaves(node: unknown, prefix: string, found: (path: string, value: unknown) => void): void {
  if (Array.isArray(node)) {
    node.forEach((part, index) => leaves(part, `${prefix}[${index}]`, found));
  } else if (typeof node === "object" && node !== null) {
    for (const [key, part] of Object.entries(node)) leaves(part, prefix === "" ? key : `${prefix}.${key}`, found);
  } else if (node !== null && node !== undefined) found(prefix, node);
}

/** How many entries of a list hold something. */
export function lengthOf(answers: Readonly<Node>, list: string): number {
  const indices = Object.keys(answers).map((fact) => indexIn(fact, list) ?? -1);
  return Math.max(-1, ...indices) + 1;
}

/** Answers without one entry of a list; the entries behind it move up. */
export function withoutEntry<T>(answers: Readonly<Record<string, T>>, entry: string): Record<string, T> {
  const [, list = "", position = ""] = /^(.*)\[(\d+)\]$/.exec(entry) ?? [];
  const gone = Number(position);
  const kept = Object.entries(answers).flatMap(([fact, value]): [string, T][] => {
    const index = indexIn(fact, list);
    if (index === gone) return [];
    if (index === null || index < gone) return [[fact, value]];
    return [[`${list}[${index - 1}]${fact.slice(`${list}[${index}]`.length)}`, value]];
  });
  return Object.fromEntries(kept);
}

function indexIn(fact: string, list: string): number | null {
  if (!fact.startsWith(`${list}[`)) return null;
  return Number(/^\d+/.exec(fact.slice(list.length + 1))?.[0] ?? NaN);
}
