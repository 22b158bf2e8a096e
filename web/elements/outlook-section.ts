import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, CatalogRates, EnrolmentOption } from "../api/types.js";
import { writeDay, writeMonths } from "../text/days.js";
import { define } from "./define.js";
import { costChart, legend, MOST_BANDS, type Geometry } from "./outlook-drawing.js";
import { OutlookBasis } from "./outlook-basis.js";
import { keyOf, unpricedRates, type Assumed, type OutlookForm } from "./outlook-form.js";
import { choiceChips, lookAt } from "./outlook-look.js";
import { batteryFields } from "./outlook-battery.js";
import { feeFields, priceFields, type Prices } from "./outlook-prices.js";
import { OutlookEngine } from "./outlook-engine.js";
import { pictureButtons, type Picture } from "./outlook-picture.js";
import { OutlookRun, type ByMonth, type Looked } from "./outlook-run.js";
import { rateSliders } from "./outlook-sliders.js";
import { outlookTable } from "./outlook-table.js";
import { HoshoPart } from "./part.js";
import type { Stretch } from "./stretch.js";
import { stretchEvent } from "./stretch-form.js";

/** What the chart's bands are, in words. */
const keyOfBands = ({ length }: unknown[]): string => (length > MOST_BANDS ? "outlook.key_two" : "outlook.key");
/** The section is made ready a little before it is seen. */
const AHEAD = "300px";

/**
 * What each choice costs by probability: its mean and band over the months, the distribution of the one that is
 * looked at, what follows from it in words, and everything that was assumed for it.
 *
 * @fires outlook-change - something was assumed anew; `detail` is all of it
 * @fires stretch-change - a fee was typed that no source tells
 */
export class HoshoOutlook extends HoshoPart {
  static override properties: PropertyDeclarations = {
    hosho: { attribute: false },
    facts: { attribute: false },
    from: { attribute: false },
    stretch: { attribute: false },
    open: { attribute: false },
    form: { attribute: false },
    seen: { state: true },
    width: { state: true },
    geometry: { state: true },
    looked: { state: true },
    byMonth: { state: true },
    failed: { state: true },
  };

  /** The engine. */
  declare hosho: Hosho;
  /** The case. */
  declare facts: CaseFacts;
  /** The day of joining. */
  declare from: string;
  /** For how long the phone is kept, and fees that were typed. */
  declare stretch: Stretch;
  /** Covers that can or may be joined. */
  declare open: EnrolmentOption[];
  /** What was assumed. */
  declare form: OutlookForm | undefined;
  /** It has been on the screen. */
  declare seen: boolean;
  /** Room for a chart, in pixels. */
  declare width: number;
  /** What draws; `null` while it is loading. */
  declare geometry: Geometry | "missing" | null;
  /** The choice that is looked at. */
  declare looked: Looked | null;
  /** All choices by month. */
  declare byMonth: ByMonth | null;
  /** The engine did not answer. */
  declare failed: boolean;

  #basis = new OutlookBasis(this);
  #run: OutlookRun | null = null;
  #asked = "";
  #watch: IntersectionObserver | null = null;
  #measure: ResizeObserver | null = null;

  constructor() {
    super();
    this.seen = false;
    this.width = 0;
    this.geometry = null;
    this.looked = null;
    this.byMonth = null;
    this.failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#measure = new ResizeObserver(() => this.#fit());
    this.#watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#show(),
      {
        rootMargin: AHEAD,
      },
    );
    this.#watch.observe(this);
    addEventListener("beforeprint", this.#print);
    this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#print);
    this.#watch?.disconnect();
    this.#measure?.disconnect();
    this.#run?.stop();
    [this.#run, this.#asked] = [null, ""];
  }

  #show(): void {
    this.#watch?.disconnect();
    this.seen = true;
  }

  /** What draws has to be there before somebody prints: paper does not wait for it. */
  #load(): void {
    import("../chart/geometry.js").then(
      (geometry) => (this.geometry = geometry),
      () => (this.geometry = "missing"),
    );
  }

  /** All of it at once, also where it was never on the screen. */
  readonly #print = (): void => {
    this.#show();
    this.performUpdate();
    try {
      if (this.#basis.file && !this.failed) Object.assign(this, this.#runner.now(this.#basis.job));
    } catch {
      this.failed = true;
    }
    this.performUpdate();
  };

  #fit(): void {
    const room = this.querySelector<HTMLElement>(".chart")?.clientWidth ?? 0;
    if (room > 0) this.width = room;
  }

  protected override willUpdate(): void {
    if (!this.seen) return;
    try {
      if (this.#basis.learn()) [this.looked, this.byMonth] = [null, null];
    } catch {
      this.failed = true;
      return;
    }
    const { job } = this.#basis;
    const asked = JSON.stringify(job);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#runner.start(job, {
      looked: (looked) => ([this.looked, this.failed] = [looked, false]),
      byMonth: (byMonth) => (this.byMonth = byMonth),
      failed: () => (this.failed = true),
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("seen") || !this.seen) return;
    const chart = this.querySelector(".chart");
    if (chart) this.#measure?.observe(chart);
    this.#fit();
  }

  get #runner(): OutlookRun {
    return (this.#run ??= new OutlookRun(new OutlookEngine(this.hosho)));
  }

  override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const { file } = this.#basis;
    if (!file) return nothing;
    const { say } = words;
    return html`<section class="panel outlook" aria-labelledby="o-title">
      <h2 id="o-title">${say("outlook.title", { months: writeMonths(this.stretch.months, say) })}</h2>
      <p class="note">${say("outlook.about")}</p>
      ${this.seen ? this.#body(file) : nothing}
    </section>`;
  }

  #body(file: CatalogRates): TemplateResult {
    const { words } = this;
    const { say } = words;
    const { assumed, rangeOf } = this.#basis;
    const move = (change: Partial<OutlookForm>): void => void this.#move(change);
    const tell = (change: Partial<OutlookForm>): void => this.#tell(change);
    const prices: Prices = { assumed, rangeOf, tell };
    const without = unpricedRates(assumed);
    return html`${this.failed ? html`<p class="bar-note" role="alert">${say("outlook.failed")}</p>` : nothing}
      ${
        without.length === 0
          ? nothing
          : html`<p class="bar-note left-out">
              ${say("outlook.left_out", { kinds: words.list(without.map(({ kind }) => say(`incident.${kind}`))) })}
            </p>`
      }
      <h3>${say("outlook.over_months")}</h3>
      ${this.#drawnOnce(() => this.#overMonths())}
      <h3>${say("outlook.one_choice")}</h3>
      ${this.#oneChoice(assumed)}
      <h3>${say("outlook.figures")}</h3>
      ${this.#drawnOnce(() => this.#figures())}
      <h3>${say("outlook.assumed")}</h3>
      <p class="note">${say("outlook.assumed_note")}</p>
      ${rateSliders({ file, assumed, move, tell }, words)} ${priceFields(prices, words)} ${this.#fees()}
      ${batteryFields(file, prices, words)}`;
  }

  /** What shows the months is drawn again when these are there anew, not with every step of a slider. */
  #drawnOnce(draw: () => TemplateResult): unknown {
    const { words, byMonth, geometry, width, stretch } = this;
    return guard([words, byMonth, geometry, width, stretch.months, keyOf(this.#basis.chosen)], draw);
  }

  /** Which line of the chart a choice has. */
  #place(plans: string[]): number {
    return Math.max(0, this.#basis.drawn.indexOf(keyOf(plans)));
  }

  #overMonths(): TemplateResult {
    const { words, byMonth, geometry } = this;
    const { months } = this.stretch;
    const looked = this.#place(this.#basis.chosen);
    const shown = this.#basis.drawn.map((key) => byMonth?.get(key)).filter((choice) => choice !== undefined);
    return html`<figure class="chart">
      ${shown.length > 0 ? legend(shown, looked, words) : nothing}
      ${shown.length === 0 ? nothing : this.#drawing((drawn, width) => costChart({ choices: shown, months, looked, width }, drawn, words))}
      ${geometry === "missing" ? nothing : html`<figcaption class="note">${words.say(keyOfBands(shown))}</figcaption>`}
      ${shown.length > 0 && geometry && geometry !== "missing" ? this.#save({ choices: shown, months, looked }, geometry) : nothing}
    </figure>`;
  }

  /** The chart as a file. */
  #save(chart: Picture["chart"], geometry: Geometry): TemplateResult {
    const { words, hosho, facts, from } = this;
    const { say } = words;
    const months = chart.choices[0]?.monthly.length ?? 0;
    const title = say("outlook.picture_title", { phone: words.modelName(facts.device?.model ?? ""), months });
    const gaps = { day: writeDay(from, say, "day_plain"), version: hosho.info().data_version };
    const notes = [say(keyOfBands(chart.choices)), say("outlook.picture_source"), say("outlook.picture_made", gaps)];
    return pictureButtons({ chart, title, notes, geometry, words }, () => this.querySelector(".outlook") ?? this);
  }

  /** A drawing, once there is what draws and room to draw in; where it did not come, a sentence. */
  #drawing(draw: (geometry: Geometry, width: number) => unknown): unknown {
    const { geometry, width, words } = this;
    if (geometry === "missing") return html`<p class="note">${words.say("outlook.no_drawing")}</p>`;
    return geometry === null || width === 0 ? html`<div class="bones"></div>` : draw(geometry, width);
  }

  #oneChoice(assumed: Assumed): TemplateResult {
    const { words, looked } = this;
    const choose = (chosen: string): void => this.#tell({ chosen });
    return html`${choiceChips(this.#basis.choices.priced, this.#basis.chosen, choose, words)}
    ${
      looked === null
        ? html`<p class="note">${words.say("outlook.working")}</p>`
        : html`<div class=${`look c${this.#place((looked.choice ?? looked.none).plans)}`}>
            ${lookAt(looked, assumed, (draw) => this.#drawing(draw), words)}
          </div>`
    }`;
  }

  #figures(): TemplateResult {
    const { words, byMonth, stretch } = this;
    if (byMonth === null) return html`<p class="note">${words.say("outlook.working")}</p>`;
    const order = ["", ...this.#basis.choices.priced.map(keyOf)];
    const rows = order.flatMap((key) => [...byMonth].filter(([known]) => known === key));
    return outlookTable(new Map(rows), this.#basis.drawn, stretch.months, words);
  }

  /** Fees that no source tells, also after they were typed. */
  #fees(): TemplateResult | typeof nothing {
    const { words, stretch } = this;
    const typed = this.open.map(({ plan }) => plan).filter((plan) => stretch.fees[plan] !== undefined);
    const plans = [...new Set([...this.#basis.choices.feeless, ...typed])];
    const tell = (plan: string, fee: string): boolean =>
      this.dispatchEvent(stretchEvent({ ...stretch, fees: { ...stretch.fees, [plan]: fee } }));
    return plans.length === 0 ? nothing : feeFields(plans, stretch.fees, tell, words);
  }

  /** While a slider is held only this section follows: the rest of the page hears of it once it is let go. */
  #move(change: Partial<OutlookForm>): OutlookForm {
    return (this.form = { ...this.#basis.form, ...change });
  }

  #tell(change: Partial<OutlookForm>): void {
    const detail = this.#move(change);
    this.dispatchEvent(new CustomEvent<OutlookForm>("outlook-change", { bubbles: true, detail }));
  }
}

define("hosho-outlook", HoshoOutlook);
