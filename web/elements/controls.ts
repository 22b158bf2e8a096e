/** Which control answers which fact, so that a question and a field look and work alike. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { CatalogProvider } from "../api/types.js";
import { earliestYear, isAfter } from "../text/days.js";
import type { Words } from "../text/text.js";
import type { Chip } from "./chip-group.js";
import { isDayFact, leaves, plainFact } from "./form-paths.js";
import { answerEvent, dayOf, isTyped, monthParts, NO_DAY, wordOf, type FormState } from "./form-state.js";
import { KINDS } from "./kinds.js";

/** How a control is placed on the page. */
export interface Placing {
  /** Start of its ids, unique on the page. */
  prefix: string;
  /** Ids of the texts that describe it. */
  describedBy: string;
  /** Its value cannot be. */
  invalid: boolean;
  /** Little room: a long row of chips becomes a select. */
  compact?: boolean;
}

/** Facts that are told by one of a few words. */
const CHOICES: Record<string, readonly string[]> = {
  "device.condition": ["new", "used", "refurbished"],
  "device.category": ["smartphone", "feature_phone", "tablet", "watch", "music_player", "computer", "router"],
  "device.os": ["android", "ios", "ipados", "watchos", "macos", "windows"],
  "device.owner": ["subscriber", "family", "other"],
  "line.contracted_via": ["online_store", "shop", "phone"],
  payment: ["lump_sum", "instalments"],
  "incident.remedy": ["repair", "exchange", "express_exchange"],
  "incident.where": ["maker", "authorised_provider", "shop"],
  covers: ["none", "some"],
  "covers.claims": ["none", "some"],
};

/** Words of an open vocabulary that no plan names: whatever else there is. */
const ANY_OTHER: Record<string, string> = { "device.maker": "other", "line.plan": "other" };

const FLAGS = new Set([
  "device.sold_in_japan",
  "device.conformity_mark",
  "device.sim_unlocked",
  "device.undamaged",
  "device.repaired_by_third_party",
  "device.modified",
  "device.serial_number_known",
  "line.is_new_contract",
  "line.sim_only",
  "line.in_use_on_device",
  "incident.manufacturing_defect",
  "incident.estimate_wanted",
  "incident.data_erased",
  "documents.proof_of_purchase",
  "documents.credit_card",
  "covers.extended",
  "covers.registered",
  "covers.is_this_device",
]);

const PROVIDER_ROLES: Record<string, CatalogProvider["roles"][number]> = {
  "device.bought_from": "seller",
  "device.maker": "maker",
  "line.carrier": "carrier",
  "line.ported_from": "carrier",
};

/** As many chips as fit beside a question. */
const FEW = 5;
/** No model of the table is older than this. */
const OLDEST_YEAR = 2012;

/** The chips of a fact, without "I don't know"; `null` if it is not told by chips. */
export function chipsOf(path: string, words: Words): Chip[] | null {
  const fact = plainFact(path);
  if (PROVIDER_ROLES[fact] !== undefined) return providerChips(fact, words);
  if (fact === "covers.claims.kind") return KINDS.map((value) => ({ value, label: words.say(`incident.${value}`) }));
  if (fact === "covers.claims.remedy") return chipsOf("incident.remedy", words);
  if (fact === "line.plan") return linePlanChips(words);
  if (FLAGS.has(fact)) return [true, false].map((value) => ({ value, label: words.say(flagWord(fact, value)) }));
  return CHOICES[fact]?.map((value) => ({ value, label: words.say(`word.${fact}.${value}`) })) ?? null;
}

/** Whether a value is one of the words of its fact, where these are few and told here; of other facts any value is. */
export function isChoice(path: string, value: unknown): boolean {
  const fact = plainFact(path);
  if (fact === "covers.claims.remedy") return isChoice("incident.remedy", value);
  const words = /^(incident|covers\.claims)\.kind$/.test(fact) ? KINDS : CHOICES[fact];
  return words === undefined || words.some((word) => word === value);
}

function providerChips(fact: string, words: Words): Chip[] {
  const role = PROVIDER_ROLES[fact];
  const providers = words.catalog.providers?.filter((one) => one.roles.some((other) => other === role)) ?? [];
  const chips = providers.map((provider) => ({ value: provider.id, label: words.name(provider.name) }));
  const other = ANY_OTHER[fact];
  return other === undefined ? chips : [...chips, { value: other, label: words.say(`word.${fact}.${other}`) }];
}

/** The price plans that some cover names, as the cover's own file calls them, and any other. */
function linePlanChips(words: Words): Chip[] {
  const named = new Map<string, string>();
  for (const { id, versions } of words.catalog.plans ?? [])
    leaves(versions, "", (path, value) => {
      if (/\bline\.plan\[\d+\]$/.test(path)) named.set(String(value), words.own(id, String(value)) ?? String(value));
    });
  const chips = [...named].map(([value, label]) => ({ value, label }));
  return [...chips, { value: ANY_OTHER["line.plan"] ?? "", label: words.say("word.line.plan.other") }];
}

function flagWord(fact: string, value: boolean): string {
  if (fact.startsWith("documents.")) return value ? "ui.have" : "ui.have_not";
  return value ? "ui.yes" : "ui.no";
}

/** The chip that is always there. */
export function unknownChip(words: Words): Chip {
  return { value: null, label: words.say("ui.dont_know") };
}

/** The control for a fact; `null` where this page has none. */
export function control(fact: string, form: FormState, words: Words, placing: Placing): TemplateResult | null {
  const { prefix, describedBy, invalid, compact } = placing;
  if (fact === "device.model") {
    return html`<hosho-model-search
      .words=${words}
      .model=${wordOf(form, fact)}
      .typed=${form.search ?? ""}
      .prefix=${prefix}
      .describedBy=${describedBy}
      .invalid=${invalid}
    ></hosho-model-search>`;
  }
  if (isDayFact(fact)) {
    return html`<hosho-month-select
        .words=${words}
        .fact=${fact}
        .parts=${monthParts(form, fact)}
        .newest=${newest(form)}
        .oldest=${oldest(words)}
        .prefix=${prefix}
        .describedBy=${describedBy}
        .invalid=${invalid}
      ></hosho-month-select>
      ${noDayChip(fact, form, words)}`;
  }
  if (isTyped(fact)) return typedField(fact, form, placing);
  const chips = chipsOf(fact, words);
  if (chips === null) return null;
  if (compact && chips.length > FEW) return wordSelect(fact, [...chips, unknownChip(words)], form, words, placing);
  return html`<hosho-chip-group
    .words=${words}
    .fact=${fact}
    .chips=${[...chips, unknownChip(words)]}
    .chosen=${form.answers[fact]}
    .prefix=${prefix}
    .three=${false}
    .describedBy=${describedBy}
  ></hosho-chip-group>`;
}

/** Of a day that there may not be at all: a way to say so. */
function noDayChip(fact: string, form: FormState, words: Words): TemplateResult | typeof nothing {
  const key = `word.${plainFact(fact)}.${NO_DAY}`;
  if (!words.has(key)) return nothing;
  const isNone = form.answers[fact] === NO_DAY;
  const tell = (event: Event): boolean =>
    (event.target as HTMLElement).dispatchEvent(answerEvent(fact, isNone ? undefined : NO_DAY));
  return html`<button class="chip none" type="button" aria-pressed=${isNone ? "true" : "false"} @click=${tell}>
    ${words.say(key)}
  </button>`;
}

/** Whether the control of a fact has its own way to say "I don't know". */
export function offersUnknown(fact: string, words: Words): boolean {
  return fact !== "device.model" && !isTyped(fact) && !isDayFact(fact) && chipsOf(fact, words) !== null;
}

/** A field to type into; what was typed stays as it was typed. */
function typedField(fact: string, form: FormState, { prefix, describedBy, invalid }: Placing): TemplateResult {
  const tell = (event: Event): boolean => {
    const field = event.target as HTMLInputElement;
    return field.dispatchEvent(answerEvent(fact, field.value));
  };
  return html`<input
    id=${prefix}
    type="text"
    inputmode="decimal"
    autocomplete="off"
    .value=${live(String(form.answers[fact] ?? ""))}
    aria-describedby=${describedBy || nothing}
    aria-invalid=${invalid ? "true" : nothing}
    @input=${tell}
  />`;
}

/** One word out of many, or of a few where there is little room; "I don't know" is one of them. */
export function wordSelect(
  fact: string,
  chips: Chip[],
  form: FormState,
  words: Words,
  { prefix, describedBy }: Placing,
): TemplateResult {
  const chosen = form.answers[fact];
  const tell = (event: Event): boolean => {
    const select = event.target as HTMLSelectElement;
    return select.dispatchEvent(answerEvent(fact, chips.find((chip) => String(chip.value) === select.value)?.value));
  };
  return html`<select
    id=${prefix}
    aria-label=${words.say(`fact.${plainFact(fact)}`)}
    aria-describedby=${describedBy || nothing}
    @change=${tell}
  >
    <option value="" ?selected=${chosen === undefined || chosen === ""}>${words.say("ui.choose")}</option>
    ${chips.map(({ value, label }) => html`<option value=${String(value)} ?selected=${value === chosen}>${label}</option>`)}
  </select>`;
}

function newest(form: FormState): string {
  const first = `${OLDEST_YEAR}-01`;
  return isAfter(form.asOf, first) ? form.asOf : (dayOf(form, "device.bought_on") ?? first);
}

function oldest(words: Words): number {
  return earliestYear(words.catalog.devices?.map((device) => device.released_on) ?? [], OLDEST_YEAR);
}
