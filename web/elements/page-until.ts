import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { CaseFacts } from "../api/types.js";
import { define } from "./define.js";
import { fromCase, toCase, type Answer } from "./form-state.js";
import "./next-question.js";
import { HoshoQuestionPage, type Asked, type Outcome } from "./question-page.js";
import { emptyCard, problemCard } from "./surroundings.js";
import { saveCalendar } from "./timeline-calendar.js";
import { timelineDrawing } from "./timeline-drawing.js";
import { leavingFields, leavingOf, leavingResult, type Leaving } from "./timeline-leaving.js";
import { aheadList, behindList, type ListContext } from "./timeline-list.js";
import { coversHint, exampleText, nextCard, noDays, spokenOf } from "./timeline-next.js";
import { dayQuestion } from "./timeline-question.js";
import { rowsAhead, rowsBehind, type TimelineRow } from "./timeline-rows.js";

/** The timeline, ready to be told. */
interface Told {
  ahead: TimelineRow[];
  behind: TimelineRow[];
  leaving: Leaving | null;
}

/** The page for "until when": every day that matters, what happens on it, and the same days for the calendar. */
export class HoshoPageUntil extends HoshoQuestionPage {
  static override properties: PropertyDeclarations = { saved: { state: true } };

  /** What became of the calendar file. */
  declare saved: "" | "saved" | "failed";

  constructor() {
    super();
    this.saved = "";
  }

  override render(): TemplateResult {
    const { words, form } = this;
    const { answer, problem } = this.#asked();
    const { ahead } = answer ?? {};
    return this.framed({
      answer: this.askEngine((engine) => engine.assess(toCase(form))).answer,
      problem,
      asks: html`${ahead ? dayQuestion(ahead, form, words) : nothing} ${leavingFields(form, words)}`,
      result: this.notReady() ?? this.#result(answer, problem),
      plan: ahead?.[0]?.event.plan,
    });
  }

  #asked(): Asked<Told> {
    return this.askEngine((hosho) => {
      const facts = toCase(this.form);
      const ahead = rowsAhead(hosho, facts);
      return { ahead, behind: rowsBehind(hosho, facts), leaving: leavingOf(hosho, facts, ahead) };
    });
  }

  #result(told: Told | null, problem: Asked<Told>["problem"]): unknown {
    const { words, form } = this;
    if (problem) return problemCard(problem, words, this.toField);
    const example = this.#example();
    if (!told) {
      const inWords = example && exampleText(example, words);
      return emptyCard(words, "until.empty_note", inWords, (event) => this.#show(example, event));
    }
    const context: ListContext = { asOf: form.asOf, form, words, ask: this.toField };
    const { ahead, behind, leaving } = told;
    const hint = form.answers["covers"] === undefined ? coversHint(words, this.toField) : nothing;
    const save = (): void => void this.#save(ahead);
    return html`${ahead.length === 0 ? noDays(words) : nextCard(ahead, context, this.saved, save)} ${hint}
    ${leaving ? leavingResult(leaving, words) : nothing}
    ${ahead.length + behind.length === 0 ? nothing : this.#days(told, context)}`;
  }

  /** The picture, and beneath it the list, which is the content. */
  #days({ ahead, behind }: Told, context: ListContext): TemplateResult {
    const { say } = this.words;
    return html`<section class="panel" aria-labelledby="days-title">
      <h2 id="days-title">${say("until.days")}</h2>
      ${timelineDrawing(ahead, behind, context)} ${behindList(behind, context)} ${aheadList(ahead, context)}
    </section>`;
  }

  async #save(rows: TimelineRow[]): Promise<void> {
    this.saved = "";
    const { words, form } = this;
    try {
      await saveCalendar(rows, { asOf: form.asOf, form, words });
      this.saved = "saved";
    } catch {
      this.saved = "failed";
    }
  }

  protected override answered(answer: Answer): void {
    this.saved = "";
    super.answered(answer);
    const wrong = this.#asked().problem;
    if (wrong) this.barOpen = true;
  }

  protected override get afterFold(): string {
    return this.querySelector("#verdict-word") ? "#verdict-word" : super.afterFold;
  }

  /** The example of the catalogue that has the most days. */
  #example(): CaseFacts | null {
    const { hosho } = this;
    if (hosho === null) return null;
    const examples = hosho.catalog.plans?.flatMap((plan) => (plan["example"] as CaseFacts | undefined) ?? []) ?? [];
    const counted = examples.map((facts) => ({ facts, days: hosho.timeline(facts).events.length }));
    return counted.sort((one, other) => other.days - one.days)[0]?.facts ?? null;
  }

  #show(example: CaseFacts | null, event: Event): void {
    event.preventDefault();
    if (!example) return;
    const facts = structuredClone(example);
    delete facts.incident;
    this.enter(fromCase(facts));
    this.barOpen = false;
    this.announceSoon();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>("#verdict-word")?.focus({ preventScroll: true }),
    );
  }

  override get outcome(): Outcome | null {
    const { answer } = this.askEngine((hosho) => hosho.timeline(toCase(this.form)));
    return answer && { answer, verdict: null, total_yen: null };
  }

  protected override spoken(): string {
    const { answer, problem } = this.#asked();
    if (problem) return problem.text;
    const [next] = answer?.ahead ?? [];
    if (answer === null) return "";
    return next ? spokenOf(next, answer.ahead.length, this.words) : this.words.say("until.no_days");
  }
}

define("hosho-page-until", HoshoPageUntil);
