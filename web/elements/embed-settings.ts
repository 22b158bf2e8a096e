/** What an author has chosen for a calculator in an article, and how it is told to the element, and to a frame. */
import type { Lang } from "../text/text.js";
import { toCase, type FormState } from "./form-state.js";
import type { QuestionName } from "./questions.js";

/** Colours and sizes that an author may choose, by the end of `--hosho-…`, and the width. */
export type Look = Readonly<Partial<Record<"accent" | "ink" | "surface" | "radius" | "width", string>>>;

/** The choices of an author. */
export interface EmbedSettings {
  /** The phone and what happened to it, as far as the author tells it. */
  form: FormState;
  /** Ids of the plans that are asked about; none: all. */
  plans: readonly string[];
  /** Which question. */
  question: QuestionName;
  /** Its language; as the article where none is chosen. */
  lang: Lang | "";
  /** `light`, `dark` or `auto`; as the article where none is chosen. */
  theme: string;
  /** Only verdict, sum and days. */
  compact: boolean;
  /** Colours and sizes that are not those of the article. */
  look: Look;
}

/** Settings of which nothing has been chosen yet but what happened on which day. */
export const firstSettings = (form: FormState): EmbedSettings => ({
  form,
  plans: [],
  question: "broke",
  lang: "",
  theme: "",
  compact: false,
  look: {},
});

/** The attributes of `<hosho-calculator>`, in the order in which one reads them; one without a value is there or not. */
export function attributesOf({ form, plans, question, lang, theme, compact }: EmbedSettings): [string, string][] {
  const { device, incident } = toCase(form);
  const told: [string, string | null | undefined][] = [
    [plans.length > 1 ? "plans" : "plan", plans.join(" ")],
    ["question", question === "broke" ? "" : question],
    ["device", device?.model === "other" ? "" : device?.model],
    ["bought-on", device?.bought_on],
    ["bought-from", device?.bought_from],
    ["incident", question === "broke" ? incident?.kind : ""],
    ["lang", lang],
    ["theme", theme],
  ];
  const chosen = told.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return compact ? [...chosen, ["compact", ""]] : chosen;
}

/** The declarations of its `style`. */
export function styleOf({ look: { width, ...look } }: EmbedSettings): string {
  const own = Object.entries(look).map(([name, value]) => `--hosho-${name}:${value}`);
  return [...own, ...(width ? [`max-width:${width}`] : [])].join(";");
}

/** The same for a frame, behind the `#` of its address: attributes and look; its width is one of the frame itself. */
export function fragmentOf(settings: EmbedSettings): string {
  const look = Object.entries(settings.look).filter(([name]) => name !== "width");
  return new URLSearchParams([...attributesOf(settings), ...look]).toString();
}
