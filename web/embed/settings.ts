/** What the attributes of an element say: the case that they make, and those that cannot be read. */
import { today } from "../api/today.js";
import type { CaseFacts, Catalog } from "../api/types.js";
import { QUESTIONS } from "../elements/questions.js";
import { put } from "../elements/form-paths.js";
import { KINDS } from "../elements/kinds.js";
import type { Place } from "./loader.js";

/** An attribute that cannot be read, as it is written. */
export interface Unread {
  /** Its name. */
  name: string;
  /** Its value, or the part of it that is not known. */
  value: string;
}

/** What the attributes say. */
export interface Settings {
  /** The case; what cannot be read is not in it. */
  facts: CaseFacts;
  /** What cannot be read. */
  unread: Unread[];
}

/** An attribute that may be written: the fact that it tells, if it tells one, and the values that it may have. */
interface Attribute {
  fact?: string;
  values: readonly string[] | RegExp;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_OR_MONTH = /^\d{4}-\d\d(-\d\d)?$/;

const idsOf = (rows: readonly { id: string }[] | undefined): string[] => rows?.map(({ id }) => id) ?? [];

const attributesOf = ({ devices, providers }: Catalog): Record<string, Attribute> => ({
  question: { values: QUESTIONS },
  lang: { values: ["ja", "en"] },
  theme: { values: ["light", "dark", "auto"] },
  device: { fact: "device.model", values: idsOf(devices) },
  "bought-on": { fact: "device.bought_on", values: DAY_OR_MONTH },
  "bought-from": { fact: "device.bought_from", values: idsOf(providers) },
  incident: { fact: "incident.kind", values: KINDS },
  "as-of": { fact: "as_of", values: DAY },
});

const fits = (value: string, values: Attribute["values"]): boolean =>
  values instanceof RegExp ? values.test(value) : values.includes(value);

/** Reads the attributes of an element against the catalogue of its engine. */
export function settingsOf({ host, plans }: Pick<Place, "host" | "plans">, catalog: Catalog): Settings {
  const facts = { as_of: today() };
  const known = idsOf(catalog.plans);
  const unread = plans.filter((plan) => !known.includes(plan)).map((value) => ({ name: "plan", value }));
  for (const [name, { fact, values }] of Object.entries(attributesOf(catalog))) {
    const value = host.getAttribute(name) ?? "";
    if (value === "") continue;
    if (!fits(value, values)) unread.push({ name, value });
    else if (fact !== undefined) put(facts, fact, value);
  }
  return { facts, unread };
}
