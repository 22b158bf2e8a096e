/** いつまで: the day that is safe and the day that may still do, never drawn alike. */
import { html, nothing, type TemplateResult } from "lit";
import type { Day, Deadline, Option, Reason } from "../api/types.js";
import { isPast, writeDay, writeLeft } from "../text/days.js";
import type { Words } from "../text/text.js";
import { nb } from "./drawn.js";
import { fieldId, plainFact } from "./form-paths.js";
import { dayOf, type FormState } from "./form-state.js";
import { allReasons, leadingDay } from "./reasons.js";
import { factName } from "./why.js";

/** What the row needs besides the option. */
export interface DeadlineContext {
  /** The day of the question. */
  asOf: Day;
  /** What was entered. */
  form: FormState;
  /** Asks for the exact day of a fact. */
  ask: (fact: string) => void;
}

/** The row of days; nothing where the option has none. */
export function deadlineRow(option: Option, context: DeadlineContext, words: Words): TemplateResult | typeof nothing {
  const main = leadingDay(option);
  const rest = option.deadlines.filter((deadline) => deadline !== main && deadline.kind !== "cover_starts");
  if (!main && rest.length === 0) return nothing;
  return html`<section class="row">
    <h3>${words.say("row.until")}</h3>
    <div>
      ${main ? mainDays(option, main, context, words) : nothing}
      ${
        rest.length > 0
          ? html`<ul class=${main ? "more-days" : ""}>
              ${rest.map((deadline) => html`<li>${nb(oneLine(deadline, words), words)}</li>`)}
            </ul>`
          : nothing
      }
    </div>
  </section>`;
}

/** The deadline that settles the question: drawn where it speaks for the verdict, else told in a sentence. */
function mainDays(option: Option, main: Deadline, context: DeadlineContext, words: Words): TemplateResult {
  const speaks = isPast(context.asOf, main.on) === (option.verdict === "not_covered");
  if (speaks) return drawnDays(option, main, periodOf(option, main), context, words);
  return html`<p>${nb(plainDays(option, main, words), words)}</p>`;
}

/** The days as cells, under the condition that they close. */
function drawnDays(
  option: Option,
  main: Deadline,
  period: Reason | undefined,
  context: DeadlineContext,
  words: Words,
): TemplateResult {
  return html`<p>${period ? periodText(period, words) : words.say(`deadline.${main.kind}`)}</p>
    ${cells(main, period, context, words)} ${monthNote(option, main, period, context, words)}`;
}

function periodOf(option: Option, main: Deadline): Reason | undefined {
  return allReasons(option.reasons).find(
    (reason) =>
      reason.code === "within_period" &&
      (reason.values?.on === main.on || (reason.values?.months ?? reason.values?.days) !== undefined),
  );
}

function periodText(period: Reason, words: Words): string {
  const { months, days } = period.values ?? {};
  const length =
    months === undefined ? words.say("format.days", { days: days ?? 0 }) : words.say("format.months_long", { months });
  return words.say("ui.period_condition", { of: factName(anchorOf(period), words), length });
}

/** The fact from which a period counts, spelled as in the case. */
function anchorOf(period: Reason | undefined): string {
  const read = period?.facts[0];
  return (read === "covers" ? period?.values?.of : read) ?? "device.bought_on";
}

/** The month from which the period counts, where its day is forgotten. */
function anchorMonth(period: Reason | undefined, form: FormState): string | null {
  const entered = dayOf(form, anchorOf(period));
  return entered !== null && entered.length === 7 ? entered : null;
}

/** A day that is over for certain, with nothing to tell apart any more. */
function pastCell(main: Deadline, asOf: Day, words: Words): TemplateResult {
  const { say } = words;
  return html`<dl class="days one">
    <div class="safe">
      <dt><span class="dot fill"></span>${say("ui.last_day_label")}</dt>
      <dd class="day">${nb(say("ui.until_past", { day: writeDay(main.on, say) }), words)}</dd>
      <dd class="left">${writeLeft(asOf, main.on, say)}</dd>
    </div>
  </dl>`;
}

function cells(main: Deadline, period: Reason | undefined, context: DeadlineContext, words: Words): TemplateResult {
  const { say } = words;
  const { asOf } = context;
  if (isPast(asOf, main.on) && anchorMonth(period, context.form) === null) return pastCell(main, asOf, words);
  const past = isPast(asOf, main.safe_on);
  const left = (day: Day): string =>
    `${say("ui.year_of", { year: day.slice(0, 4) })}${say("format.joint")}${writeLeft(asOf, day, say)}`;
  const short = (day: Day): string => writeDay(day, say, "day_short");
  return html`<dl class=${main.on === main.safe_on ? "days one" : "days"}>
    <div class=${past ? "safe past" : "safe"}>
      <dt><span class="dot fill"></span>${say(past ? "ui.safe_day_past" : "ui.safe_day")}</dt>
      <dd class="day">
        ${nb(say(past ? "ui.until_sure_past" : "ui.until_sure", { day: short(main.safe_on) }), words)}
      </dd>
      <dd class="left">${left(main.safe_on)}</dd>
    </div>
    ${
      main.on === main.safe_on
        ? nothing
        : html`<div>
            <dt><span class="dot"></span>${say("ui.latest_day")}</dt>
            <dd class="day">${nb(short(main.on), words)}</dd>
            <dd class="left">
              ${isPast(asOf, main.on) ? `${left(main.on)}${say("format.joint")}` : nothing}${gap(main, period, context, words)}
            </dd>
          </div>`
    }
  </dl>`;
}

/** No day is drawn as if it helped: the period runs, but something else stands against the cover; or it is over, and something else may still answer. */
function plainDays(option: Option, main: Deadline, words: Words): string {
  const day = writeDay(main.safe_on, words.say);
  if (option.verdict !== "not_covered")
    return words.say("ui.past_but_open", {
      label: words.say(`deadline.${main.kind}`),
      day: writeDay(main.on, words.say),
    });
  if (main.on === main.safe_on) return words.say("ui.still_runs", { day });
  return words.say("ui.still_runs_two", { day, latest: writeDay(main.on, words.say) });
}

/** Why the two days differ: the day of purchase is forgotten, or only the way of counting. */
function gap(main: Deadline, period: Reason | undefined, { form }: DeadlineContext, words: Words): string {
  const month = anchorMonth(period, form);
  if (month === null) return words.say("ui.gap_counting", { by: words.say(`by_counting.${main.counting}`) });
  const counting = words.say(`counting.${main.counting}`);
  const anchor = plainFact(anchorOf(period));
  const of = words.say(`fact.${anchor}`);
  return words.first([`gap_month.${anchor}`, "gap_month.other"], { month: writeDay(month, words.say), counting, of });
}

function monthNote(
  option: Option,
  main: Deadline,
  period: Reason | undefined,
  { form, ask }: DeadlineContext,
  words: Words,
): TemplateResult | typeof nothing {
  if (main.on === main.safe_on || anchorMonth(period, form) === null) return nothing;
  const fact = anchorOf(period);
  const settled = option.verdict !== "unknown" && !option.missing.some((one) => one.fact === fact);
  const go = (event: Event): void => {
    event.preventDefault();
    ask(fact);
  };
  const label = words.first([`enter_day.${plainFact(fact)}`, "enter_day.other"], { fact: factName(fact, words) });
  return html`<p class="note after">
    <a href=${`#${fieldId(fact)}-day`} @click=${go}>${label}</a
    >${words.say("ui.enter_day_effect")}${settled ? words.say("ui.answer_stays") : nothing}
  </p>`;
}

function oneLine(deadline: Deadline, words: Words): string {
  const day = writeDay(deadline.safe_on, words.say);
  const label = words.say(`deadline.${deadline.kind}`);
  if (deadline.on === deadline.safe_on) return words.say("ui.deadline_line", { label, day });
  return words.say("ui.deadline_line_two", { label, day, latest: writeDay(deadline.on, words.say) });
}
