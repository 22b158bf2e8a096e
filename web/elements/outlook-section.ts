import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, CatalogRates, EnrolmentOption, IncidentKind, YenRange } from "../api/types.js";
import { monthsSince, writeMonths } from "../text/format.js";
import { nb } from "./drawn.js";
import { costChart, legend, quantileList, stepChart, type Geometry } from "./outlook-drawing.js";
import {
  FIRST_OUTLOOK,
  keyOf,
  perYear,
  prospectOf,
  ratesFor,
  unpricedRates,
  type Assumed,
  type OutlookForm,
} from "./outlook-form.js";
import { batteryFields, priceFields, priceOf, type Prices } from "./outlook-prices.js";
import { OutlookRun, type ByMonth, type Looked, type OutlookJob } from "./outlook-run.js";
import { rateSliders } from "./outlook-sliders.js";
import { outlookTable } from "./outlook-table.js";
import {
  chanceLines,
  choiceName,
  choicesOf,
  drawnKeys,
  meanLine,
  remarkLines,
  turnLine,
  type Choices,
} from "./outlook-view.js";
import { HoshoPart } from "./part.js";
import type { Stretch } from "./stretch.js";
import { stretchEvent } from "./stretch-form.js";
import { yenField } from "./yen-field.js";

/** The section is made ready a little before it is seen. */
const AHEAD = "300px";
/** The kind of which a list price is asked for beside those of the rates. */
const WORN: IncidentKind = "battery_wear";

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
  #known = "";
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#measure?.disconnect();
    this.#run.stop();
  }

  #show(): void {
    this.#watch?.disconnect();
    this.seen = true;
    import("../chart/geometry.js").then(
      (geometry) => (this.geometry = geometry),
      () => (this.geometry = "missing"),
    );
  }

  #fit(): void {
    const room = this.querySelector<HTMLElement>(".chart")?.clientWidth ?? 0;
    if (room > 0) this.width = room;
  }

  protected override willUpdate(): void {
    if (!this.seen) return;
    const known = JSON.stringify([this.facts, this.from, this.stretch.fees]);
    if (known !== this.#known) this.#learn(known);
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

  /** What hangs on the case alone: which choices there are, and what repairs cost by the sources. */
  #learn(known: string): void {
    this.#known = known;
    const { file, hosho, facts } = this;
    const short = { ...prospectOf({ ...this.#assumed, form: FIRST_OUTLOOK }), months: 1, rates_per_year: {} };
    this.#choices = choicesOf(hosho.outlook(facts, { ...short, by_month: false }), this.open, this.words);
    const kinds = [...new Set([...(file?.rates.map(({ kind }) => kind) ?? []), WORN])];
    this.#ranges = Object.fromEntries(
      kinds.flatMap((kind) => [[kind, this.#listPrice(kind)]]).filter(([, range]) => range),
    );
  }

  /** What a repair costs without a cover, by the sources. */
  #listPrice(kind: IncidentKind): YenRange | undefined {
    const { options } = this.hosho.assess({ ...this.facts, incident: { kind, on: this.from } });
    return (
      options.find((option) => option.kind === "paid_repair" && option.you_pay_yen !== null)?.you_pay_yen ?? undefined
    );
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
              ${say("outlook.left_out", { kinds: words.list(without.map(({ name }) => words.name(name))) })}
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
      ${rateSliders({ file, rates: assumed.rates, form: assumed.form, tell }, words)} ${priceFields(prices, words)}
      ${this.#fees()} ${batteryFields(file, prices, words)}`;
  }

  get #drawn(): string[] {
    return drawnKeys(this.#choices.priced, this.#chosen);
  }

  #overMonths(): TemplateResult {
    const { words, byMonth, geometry } = this;
    const shown = this.#drawn.map((key) => byMonth?.get(key)).filter((choice) => choice !== undefined);
    return html`<figure class="chart">
      ${shown.length > 0 ? legend(shown, words) : nothing}
      ${this.#drawing((drawn) =>
        shown.length > 0
          ? costChart({ choices: shown, months: this.stretch.months, width: this.width }, drawn, words)
          : nothing,
      )}
      ${geometry === "missing" ? nothing : html`<figcaption class="note">${words.say("outlook.key")}</figcaption>`}
    </figure>`;
  }

  /** A drawing, once there is what draws and room to draw in; where it did not come, a sentence. */
  #drawing(draw: (geometry: Geometry) => unknown): unknown {
    const { geometry, words } = this;
    if (geometry === "missing") return html`<p class="note">${words.say("outlook.no_drawing")}</p>`;
    return geometry === null || this.width === 0 ? html`<div class="bones"></div>` : draw(geometry);
  }

  #oneChoice(assumed: Assumed): TemplateResult {
    const { words, looked } = this;
    const { say } = words;
    const chosen = this.#chosen;
    return html`<fieldset class="looked">
        <legend>${say("outlook.choose")}</legend>
        <div class="chips">
          ${[...this.#choices.priced, []].map((plans) => {
            const id = `o-choice-${keyOf(plans) || "none"}`;
            return html`<label class="chip" for=${id}
              ><input
                type="radio"
                id=${id}
                name="o-choice"
                .checked=${keyOf(plans) === keyOf(chosen)}
                @change=${() => this.#tell({ chosen: keyOf(plans) })}
              />${choiceName(plans, words)}</label
            >`;
          })}
        </div>
      </fieldset>
      ${looked === null ? html`<p class="note">${say("outlook.working")}</p>` : this.#look(looked, assumed)}`;
  }

  #look(looked: Looked, assumed: Assumed): TemplateResult {
    const { words } = this;
    const { say } = words;
    const { choice, none, months } = looked;
    const shown = choice ?? none;
    const place = this.#drawn.indexOf(keyOf(shown.plans));
    const { mean, band } = meanLine(looked, words);
    const [rate] = assumed.rates.filter((one) => !unpricedRates(assumed).includes(one));
    const turn = rate ? { rate, perYear: perYear(rate, assumed.form, assumed.factors) } : null;
    return html`<div class=${`look c${Math.max(0, place)}`}>
      <p class="amount"><span class="nb">${mean}</span></p>
      <p>${nb(say("outlook.mean_is", { name: choiceName(shown.plans, words), months, band }), words)}</p>
      ${
        choice
          ? html`<ul class="tells" role="list">
              ${chanceLines(choice, words).map((line) => html`<li>${line}</li>`)}
              <li class="turn">${nb(turnLine(choice, turn, words), words)}</li>
              ${remarkLines(choice, months, words).map((line) => html`<li>${nb(line, words)}</li>`)}
            </ul>`
          : nothing
      }
      ${looked.battery_month === null ? nothing : html`<p>${say("outlook.battery_month", { month: looked.battery_month + 1 })}</p>`}
      <h4>${say("outlook.steps", { name: choiceName(shown.plans, words) })}</h4>
      <figure class="chart c0">${this.#drawing((drawn) => stepChart(shown, this.width, drawn, words))}</figure>
      ${quantileList(shown, words)}
    </div>`;
  }

  #figures(): TemplateResult {
    const { words, byMonth, stretch } = this;
    if (byMonth === null) return html`<p class="note">${words.say("outlook.working")}</p>`;
    const order = ["", ...this.#choices.priced.map(keyOf)];
    const rows = [...byMonth].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    return outlookTable(new Map(rows), this.#drawn, stretch.months, words);
  }

  /** Fees that no source tells: without them a cover cannot be reckoned with. */
  #fees(): TemplateResult | typeof nothing {
    const { words, stretch } = this;
    const typed = this.open.map(({ plan }) => plan).filter((plan) => stretch.fees[plan] !== undefined);
    const plans = [...new Set([...this.#choices.feeless, ...typed])];
    if (plans.length === 0) return nothing;
    const { say } = words;
    return html`<div class="prices fees-told">
      <p class="note">${say("outlook.feeless")}</p>
      ${plans.map((plan) =>
        yenField(
          {
            id: `o-fee-${plan}`,
            label: say("outlook.fee", { plan: words.shortName(plan) }),
            note: say("outlook.fee_note"),
            typed: stretch.fees[plan],
            tell: (fee) => this.dispatchEvent(stretchEvent({ ...stretch, fees: { ...stretch.fees, [plan]: fee } })),
          },
          words,
        ),
      )}
    </div>`;
  }

  #tell(change: Partial<OutlookForm>): void {
    const detail = { ...this.#form, ...change };
    this.form = detail;
    this.dispatchEvent(new CustomEvent<OutlookForm>("outlook-change", { bubbles: true, composed: true, detail }));
  }
}

customElements.define("hosho-outlook", HoshoOutlook);
