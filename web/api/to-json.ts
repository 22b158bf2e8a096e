import { HoshoError } from "./hosho-error.js";

/** Nested deeper than this is refused, here and in the core. */
const DEEPEST = 64;

const refuse = (code: string, path: string, found: string): never => {
  throw new HoshoError([{ code, path, found, expected: "what JSON can carry" }]);
};

const step = (path: string, key: string) => `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype as object) === null;
}

function check(value: unknown, path: string, above: readonly object[]): void {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return;
    case "number":
      if (!Number.isFinite(value)) refuse("not_json", path, String(value));
      return;
    case "object":
      break;
    default:
      refuse("not_json", path, typeof value);
  }
  if (value === null) return;
  const object = value as object;
  if (above.includes(object)) refuse("not_json", path, "a cycle");
  if (above.length >= DEEPEST) refuse("too_deep", path, "nesting over 64");
  if (!Array.isArray(object) && !isPlain(object)) refuse("not_json", path, object.constructor.name);
  const inside = [...above, object];
  for (const [key, item] of Object.entries(object)) check(item, step(path, key), inside);
}

/**
 * JSON text of a plain value. NaN, Infinity, BigInt, Date objects, cycles and too deep nesting are errors, never turned
 * into null; an absent (`undefined`) key stays absent.
 * @throws HoshoError with the JSON Pointer of the culprit
 */
export function toJson(value: unknown): string {
  check(value, "", []);
  return JSON.stringify(value) ?? "null";
}
