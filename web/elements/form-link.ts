/** The link of everything that was entered, and the form that a link makes. */
import type { Day } from "../api/types.js";
import { readLink, writeLink, type Entered, type LinkProblem } from "../link/link.js";
import type { LinkValue } from "../link/values.js";
import { QUESTIONS, type QuestionName } from "./questions.js";
import { isChoice } from "./controls.js";
import { leaves, put } from "./form-paths.js";
import { emptyForm, type FormState, type FormValue } from "./form-state.js";
import { KINDS } from "./kinds.js";
import { FIRST_OUTLOOK, type BatteryForm, type OutlookForm } from "./outlook-form.js";
import { FIRST_STRETCH, type Stretch } from "./stretch.js";

type PartOutlook = Partial<Omit<OutlookForm, "battery">> & { battery?: Partial<BatteryForm> };

/** What a link tells beside the answers. */
const AROUND = ["question", "as_of", "search"];
const NO_BATTERY: BatteryForm = { cycles: "", design: "", price: "" };

/** What came of a link. */
export interface Restored {
  /** The form. */
  form: FormState;
  /** What the link has and the form does not. */
  problems: LinkProblem[];
}

/**
 * The link of a form, `""` where nothing was entered.
 * Today's day is no part of it: who opens it later asks for the day on which they open it.
 */
export function linkOf(form: FormState, question: QuestionName, today: Day): string {
  const entered = {
    ...(form.asOf === today ? {} : { as_of: form.asOf }),
    ...(form.search ? { search: form.search } : {}),
    ...answered(form.answers),
    ...settings(form),
  };
  if (Object.keys(entered).length === 0) return "";
  return writeLink({ ...(question === "broke" ? {} : { question }), ...entered });
}

/** The form that a link makes; `null` for anything that is no link. */
export function openLink(hash: string, today: Day): Restored | null {
  const opened = readLink(hash);
  if (opened === null) return null;
  const known = Object.entries(opened.entered).filter(([fact, value]) => isKnown(fact, value));
  const unknown = Object.entries(opened.entered).filter(([fact, value]) => !isKnown(fact, value));
  const problems = unknown.map(([fact, value]): LinkProblem => {
    const part = writeLink({ [fact]: value }).replace(/^v\d+:/, "");
    return { code: "unreadable", part, fact };
  });
  return { form: formOf(Object.fromEntries(known), today), problems: [...opened.problems, ...problems] };
}

/** Answers, without those that say nothing; in a list also these, for an entry of which nothing is known counts. */
function answered(answers: FormState["answers"]): Entered {
  const says = (value: FormValue): boolean =>
    typeof value === "object" && value !== null ? Object.values(value).some((part) => part !== "") : value !== "";
  return Object.fromEntries(Object.entries(answers).filter(([fact, value]) => fact.includes("[") || says(value)));
}

/** Stretch and assumptions. A kind that is imagined at first and was taken back is told as zero times. */
function settings({ stretch, outlook }: FormState): Entered {
  const found: Record<string, LinkValue> = {};
  const never = Object.fromEntries(Object.keys(FIRST_STRETCH.counts).map((kind) => [kind, 0]));
  const counts = stretch && { ...never, ...stretch.counts };
  leaves({ stretch: stretch && { ...stretch, counts }, outlook }, "", (fact, value) => {
    const isFirst = !value && ["outlook.owner", "outlook.worst", "outlook.replacement"].includes(fact);
    if (!isFirst) found[fact] = value as LinkValue;
  });
  return found;
}

/** Whether a word is one that the form can hold; what the catalogue knows is for the engine to judge. */
function isKnown(fact: string, value: LinkValue): boolean {
  if (fact === "question") return QUESTIONS.some((name) => name === value);
  const [, kind] = /^(?:stretch\.counts|stretch\.quotes|outlook\.prices)\.(.*)$/.exec(fact) ?? [];
  if (kind !== undefined) return KINDS.some((known) => known === kind);
  return value === null || value === "" || isChoice(fact, value);
}

function formOf(entered: Entered, today: Day): FormState {
  const set: { stretch?: Partial<Stretch>; outlook?: PartOutlook } = {};
  const answers: Record<string, FormValue> = {};
  for (const [fact, value] of Object.entries(entered)) {
    if (/^(stretch|outlook)\./.test(fact)) put(set, fact, value);
    else if (!AROUND.includes(fact)) answers[fact] = value;
  }
  return {
    ...emptyForm(String(entered["as_of"] ?? today)),
    answers: withLists(answers),
    ...(entered["search"] ? { search: String(entered["search"]) } : {}),
    ...(set.stretch ? { stretch: stretchOf(set.stretch) } : {}),
    ...(set.outlook ? { outlook: outlookOf(set.outlook) } : {}),
  };
}

/** A list whose entries are told is there. */
function withLists(answers: Record<string, FormValue>): Record<string, FormValue> {
  const lists = Object.keys(answers).flatMap((fact) =>
    [...fact.matchAll(/\[\d+\]/g)].map(({ index }) => fact.slice(0, index)),
  );
  return { ...Object.fromEntries(lists.map((list) => [list, "some"])), ...answers };
}

/** What is not told of a stretch stands as it does at first; of what happens either everything is told or nothing. */
function stretchOf(told: Partial<Stretch>): Stretch {
  const counts = Object.entries(told.counts ?? FIRST_STRETCH.counts).filter(([, times]) => times > 0);
  return { ...FIRST_STRETCH, ...told, counts: Object.fromEntries(counts) };
}

function outlookOf({ battery, ...told }: PartOutlook): OutlookForm {
  return { ...FIRST_OUTLOOK, ...told, battery: battery ? { ...NO_BATTERY, ...battery } : null };
}
