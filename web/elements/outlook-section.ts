import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, CatalogRates, EnrolmentOption, IncidentKind, YenRange } from "../api/types.js";
import { monthsSince } from "../text/axis.js";
import { writeMonths } from "../text/format.js";
import { costChart, legend, MOST_BANDS, type Geometry } from "./outlook-drawing.js";
import {
  FIRST_OUTLOOK,
  keyOf,
  prospectOf,
  ratesFor,
  unpricedRates,
  type Assumed,
  type OutlookForm,
} from "./outlook-form.js";
import { choiceChips, lookAt } from "./outlook-look.js";
import { batteryFields, feeFields, listPrices, priceFields, priceOf, type Prices } from "./outlook-prices.js";
import { OutlookRun, type ByMonth, type Looked, type OutlookJob } from "./outlook-run.js";
import { rateSliders } from "./outlook-sliders.js";
import { outlookTable } from "./outlook-table.js";
import { choicesOf, drawnKeys, type Choices } from "./outlook-view.js";
import { HoshoPart } from "./part.js";
import type { Stretch } from "./stretch.js";
import { stretchEvent } from "./stretch-form.js";

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

  #run = new OutlookRun((prospect) => this.hosho.outlook(this.facts, prospect));
  #asked = "";
  #choices: Choices = { priced: [], feeless: [] };
  #ranges: Partial<Record<IncidentKind, YenRange>> = {};
  #learned = "";
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
    this.#run.stop();
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
      if (this.file && !this.failed) Object.assign(this, this.#run.now(this.#job));
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
    const known = JSON.stringify([this.facts, this.from, this.stretch.fees]);
    try {
      if (known !== this.#learned) this.#learn(known);
    } catch {
      this.failed = true;
      return;
    }
    const asked = JSON.stringify([known, this.#job]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#run.start(this.#job, {
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

  /** What hangs on the case alone; what was worked out before is of another case. */
  #learn(key: string): void {
    const { hosho, facts, from, open, words, file } = this;
    [this.#learned, this.looked, this.byMonth] = [key, null, null];
    const prospect = prospectOf({ ...this.#assumed, form: FIRST_OUTLOOK });
    this.#choices = choicesOf(
      hosho.outlook(facts, { ...prospect, months: 1, rates_per_year: {}, by_month: false }),
      open,
      words,
    );
    this.#ranges = listPrices(hosho, facts, from, file?.rates ?? []);
  }

  /** The rates of the catalogue; without them there is no outlook. */
  get file(): CatalogRates | undefined {
    return this.hosho.catalog.rates?.[0];
  }

  get #form(): OutlookForm {
    return this.form ?? FIRST_OUTLOOK;
  }

  get #assumed(): Assumed {
    const { file, facts, from, stretch } = this;
    const bought = facts.device?.bought_on;
    const age = bought ? monthsSince(bought, from) : null;
    const middle = age === null ? null : age + stretch.months / 2;
    return {
      facts,
      from,
      months: stretch.months,
      rates: file ? ratesFor(file, middle) : [],
      factors: file?.factors ?? [],
      worst: file?.worst_case,
      listed: Object.fromEntries(Object.entries(this.#ranges).map(([kind, range]) => [kind, priceOf(range)])),
      fees: stretch.fees,
      form: this.#form,
    };
  }

  /** The choice that is looked at: the one that was chosen if it is still there, else the first with a fee. */
  get #chosen(): string[] {
    const { chosen } = this.#form;
    const { priced } = this.#choices;
    if (chosen === "") return [];
    return priced.find((plans) => keyOf(plans) === chosen) ?? priced[0] ?? [];
  }

  get #job(): OutlookJob {
    return { prospect: prospectOf(this.#assumed), chosen: this.#chosen, choices: this.#choices.priced };
  }

  override render(): TemplateResult | typeof nothing {
    const { words, file } = this;
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
    const assumed = this.#assumed;
    const tell = (change: Partial<OutlookForm>): void => this.#tell(change);
    const prices: Prices = { assumed, ranges: this.#ranges, tell };
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
      ${this.#overMonths()}
      <h3>${say("outlook.one_choice")}</h3>
      ${this.#oneChoice(assumed)}
      <h3>${say("outlook.figures")}</h3>
      ${this.#figures()}
      <h3>${say("outlook.assumed")}</h3>
      <p class="note">${say("outlook.assumed_note")}</p>
      ${rateSliders({ file, assumed, tell }, words)} ${priceFields(prices, words)} ${this.#fees()}
      ${batteryFields(file, prices, words)}`;
  }

  get #drawn(): string[] {
    return drawnKeys(this.#choices.priced, this.#chosen);
  }

  /** Which line of the chart a choice has. */
  #place(plans: string[]): number {
    return Math.max(0, this.#drawn.indexOf(keyOf(plans)));
  }

  #overMonths(): TemplateResult {
    const { words, byMonth, geometry } = this;
    const { months } = this.stretch;
    const looked = this.#place(this.#chosen);
    const shown = this.#drawn.map((key) => byMonth?.get(key)).filter((choice) => choice !== undefined);
    return html`<figure class="chart">
      ${shown.length > 0 ? legend(shown, words) : nothing}
      ${shown.length === 0 ? nothing : this.#drawing((drawn, width) => costChart({ choices: shown, months, looked, width }, drawn, words))}
      ${geometry === "missing" ? nothing : html`<figcaption class="note">${words.say(shown.length > MOST_BANDS ? "outlook.key_two" : "outlook.key")}</figcaption>`}
    </figure>`;
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
    return html`${choiceChips(this.#choices.priced, this.#chosen, choose, words)}
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
    const order = ["", ...this.#choices.priced.map(keyOf)];
    const rows = order.flatMap((key) => [...byMonth].filter(([known]) => known === key));
    return outlookTable(new Map(rows), this.#drawn, stretch.months, words);
  }

  /** Fees that no source tells, also after they were typed. */
  #fees(): TemplateResult | typeof nothing {
    const { words, stretch } = this;
    const typed = this.open.map(({ plan }) => plan).filter((plan) => stretch.fees[plan] !== undefined);
    const plans = [...new Set([...this.#choices.feeless, ...typed])];
    const tell = (plan: string, fee: string): boolean =>
      this.dispatchEvent(stretchEvent({ ...stretch, fees: { ...stretch.fees, [plan]: fee } }));
    return plans.length === 0 ? nothing : feeFields(plans, stretch.fees, tell, words);
  }

  #tell(change: Partial<OutlookForm>): void {
    const detail = { ...this.#form, ...change };
    this.form = detail;
    this.dispatchEvent(new CustomEvent<OutlookForm>("outlook-change", { bubbles: true, composed: true, detail }));
  }
}

customElements.define("hosho-outlook", HoshoOutlook);
