/**
 * Words: every sentence of the page in one of its two languages.
 * A code is looked up in the plan's own `texts` first, then here; a name always comes from the catalogue.
 * A sentence that is missing reads as a general, honest one, never as nothing.
 */
import type { Bilingual, Catalog, CatalogPlan } from "../api/types.js";
import { fill, gapsOf, plain, type Gaps, type Table } from "./message.js";

/** A language of the page. */
export type Lang = "ja" | "en";

/** Sentences that are fetched together: of every question, of one question, of the page alone, of what stands in an article. */
export type Part = "base" | "join" | "until" | "page" | "embed";

const LOADERS: Record<Lang, Record<Part, () => Promise<{ default: unknown }>>> = {
  ja: {
    base: () => import("./ja-base.table"),
    join: () => import("./ja-join.table"),
    until: () => import("./ja-until.table"),
    page: () => import("./ja-page.table"),
    embed: () => import("./ja-embed.table"),
  },
  en: {
    base: () => import("./en-base.table"),
    join: () => import("./en-join.table"),
    until: () => import("./en-until.table"),
    page: () => import("./en-page.table"),
    embed: () => import("./en-embed.table"),
  },
};
/** What was fetched so far, all parts of a language in one. */
const TABLES: Partial<Record<Lang, Table>> = {};

/** Fetches sentences of a language: those of every question, and the parts that are named. Before that there are no `Words` in it. */
export async function learn(lang: Lang, ...parts: Part[]): Promise<void> {
  const fetched = await Promise.all([...new Set<Part>(["base", ...parts])].map((part) => LOADERS[lang][part]()));
  for (const { default: sentences } of fetched) teach(lang, sentences);
}

/** Adds sentences that a page brings along. */
export function teach(lang: Lang, sentences: unknown): void {
  TABLES[lang] = Object.assign(TABLES[lang] ?? {}, sentences) as Table;
}

/** The sentences of one language, as far as they were fetched, and the names of one catalogue. */
export class Words {
  readonly #table: Table;

  constructor(
    readonly lang: Lang,
    readonly catalog: Catalog,
  ) {
    const table = TABLES[lang];
    if (table === undefined) throw new Error(`The sentences of "${lang}" were not fetched.`);
    this.#table = table;
  }

  /** Whether there is a sentence for this very key. */
  has(key: string): boolean {
    return key in this.#table;
  }

  /** The sentence of a key; a general one if it is missing. */
  readonly say = (key: string, gaps: Gaps = {}): string => {
    const sentence = this.#table[key];
    if (sentence !== undefined) return fill(sentence, gaps, this.lang);
    const family = key.slice(0, key.indexOf("."));
    const general = this.#table[`${family}.other`] ?? this.#table["other"] ?? key;
    return fill(general, { ...gaps, code: key.slice(family.length + 1) }, this.lang);
  };

  /** The first of some keys that has a sentence; the last one is said in any case. */
  first(keys: string[], gaps: Gaps = {}): string {
    return this.say(keys.find((key) => this.has(key)) ?? keys[keys.length - 1] ?? "other", gaps);
  }

  /** The first of some keys whose sentence has a value for every gap; the last one is said in any case. */
  fitting(keys: string[], gaps: Gaps): string {
    const fits = (key: string): boolean =>
      this.has(key) && gapsOf(this.#table[key] ?? "").every((name) => name in gaps);
    return this.say(keys.find(fits) ?? keys[keys.length - 1] ?? "other", gaps);
  }

  /** The sentence of a code: the plan's own, else the general one of its family. */
  code(family: string, code: string, plan?: string, gaps: Gaps = {}): string {
    return this.own(plan, code, gaps) ?? this.say(`${family}.${code}`, gaps);
  }

  /** The plan's own sentence for a code, if it has one. */
  own(plan: string | undefined, code: string, gaps: Gaps = {}): string | null {
    const text = this.plan(plan)?.texts?.[code];
    const sentence = text ? this.name(text) : "";
    return sentence === "" ? null : fill(plain(sentence), gaps, this.lang);
  }

  /** A bilingual name in this language. */
  name(text: Bilingual): string {
    return text[this.lang] || text.ja || text.en;
  }

  /** The plan file of an id. */
  plan(id: string | undefined): CatalogPlan | undefined {
    return this.catalog.plans?.find((plan) => plan.id === id);
  }

  /** The name of a plan or of a price row. */
  planName(id: string): string {
    const found = this.plan(id) ?? priceRows(this.catalog.prices).find((row) => row.id === id);
    return found ? this.name(found.name) : id;
  }

  /** The name of a plan without what stands behind it in brackets, for lines with little room, where it stays its own. */
  shortName(id: string): string {
    const short = withoutBrackets(this.planName(id));
    const alike = this.catalog.plans?.filter((plan) => withoutBrackets(this.name(plan.name)) === short) ?? [];
    return alike.length > 1 ? this.planName(id) : short;
  }

  /** Who offers a plan, where its name does not say it. */
  providerOf(id: string): string | null {
    const provider = this.plan(id)?.provider;
    const name = provider === undefined ? "" : this.providerName(provider);
    return name === "" || this.planName(id).toLowerCase().includes(name.toLowerCase()) ? null : name;
  }

  /** Whether a plan is a service that comes with another plan, so that nobody holds it for itself. */
  isExtra(id: string): boolean {
    return this.plan(id)?.["part_of"] !== undefined;
  }

  /** Whether the catalogue is there, from which names come. */
  get knowsNames(): boolean {
    return this.catalog.providers !== undefined;
  }

  /** The name of a model. */
  modelName(id: string): string {
    const device = this.catalog.devices?.find((one) => one.id === id);
    return device ? this.name(device.name) : this.say(id === "other" ? "ui.model_other" : "ui.model_unknown");
  }

  /** The name of a seller, carrier or maker. */
  providerName(id: string): string {
    const provider = this.catalog.providers?.find((one) => one.id === id);
    return provider ? this.name(provider.name) : id;
  }

  /** Names in a row: 「A・B」, "A, B". */
  list(items: string[]): string {
    return items.join(this.say("format.list_separator"));
  }
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*[（(][^（(]*[）)]$/, "") || name;
}

interface PriceRow {
  id: string;
  name: Bilingual;
}

/** Price rows, whether they travel as rows or in their files. */
function priceRows(prices: unknown[] | undefined): PriceRow[] {
  return (prices ?? []).flatMap((entry) => {
    const rows = (entry as { rows?: PriceRow[] }).rows;
    return rows ?? [entry as PriceRow];
  });
}
