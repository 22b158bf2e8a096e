/** The slip of the second question: which way is the cheaper one over the stretch, by how much, and until which month. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Cost, YenRange } from "../api/types.js";
import { writeMonths } from "../text/days.js";
import { barShares, isUnbounded, writeRange, writeSaving } from "../text/format.js";
import type { Words } from "../text/text.js";
import { bar } from "./amount-row.js";
import { breakEvenText, type BreakEven } from "./break-even.js";
import { cautions, conflicts } from "./cautions.js";
import { disputedFee } from "./disputed-fee.js";
import { nb, seal } from "./drawn.js";
import { asOption, outcomeOf, splitRows, thingsOf, type Compared } from "./join-view.js";
import { MOST_MONTHS, type Stretch } from "./stretch.js";

/** What the slip tells. */
export interface CostSlip {
  /** Every plan that can or may be joined, with its cost. */
  rows: Compared[];
  /** Over which stretch. */
  stretch: Stretch;
  /** The month in which a plan turns from the cheaper way into the dearer one. */
  evenOf: (row: Compared) => BreakEven;
}

/** The head of the slip: its word, and what it says below it. */
export function costHead({ rows, stretch }: CostSlip, words: Words): { tag: string; word: string; note: string } {
  const { say } = words;
  const { outcome, best } = outcomeOf(rows);
  const things = thingsOf(stretch, words);
  const months = writeMonths(stretch.months, say);
  const tag =
    things.length === 0 ? say("join.tag_nothing", { months }) : say("join.tag", { months, things: words.list(things) });
  if (outcome === "none") return { tag, word: say("join.word_none"), note: say("join.note_none") };
  const note = things.length === 0 && outcome === "dearer" ? "nothing" : outcome;
  if (best === null) return { tag, word: say(`join.word_${outcome}`), note: say(`join.note_${note}`) };
  const gaps = { plan: words.planName(best.option.plan), saving: writeSaving(best.cost.saving_yen, say) };
  const sure = best.option.verdict === "can_join" ? "cheaper" : "cheaper_if";
  return { tag, word: say(`join.word_${sure}`), note: say(`join.note_${sure}`, gaps) };
}

/** Nothing was entered yet, and nothing happened that an example could show. */
export function startCard({ say }: Words): TemplateResult {
  return html`<article class="slip" data-v="wait">
    <div class="verdict">
      ${seal("wait")}
      <div>
        <p class="tag">${say("ui.empty_tag")}</p>
        <h2>${say("join.empty_word")}</h2>
        <p class="plan">${say("join.empty_note")}</p>
      </div>
    </div>
  </article>`;
}

/** The slip; `asked` stands between its head and its sums. */
export function costSlip(slip: CostSlip, asked: unknown, words: Words): TemplateResult {
  const { say } = words;
  const head = costHead(slip, words);
  return html`<article class="slip" data-v="sum" aria-labelledby="verdict-word">
    <div class="verdict">
      ${scales()}
      <div>
        <p class="tag">${nb(head.tag, words)}</p>
        <h2 id="verdict-word" tabindex="-1">${head.word}</h2>
        <p class="plan">${nb(head.note, words)}</p>
      </div>
    </div>
    ${asked}
    ${
      slip.rows.length === 0
        ? nothing
        : html`<section class="row">
              <h3>${say("row.amount")}</h3>
              <div>${comparison(slip.rows, words)}</div>
            </section>
            <section class="row">
              <h3>${say("row.even")}</h3>
              <div>${turns(slip, words)}</div>
            </section>
            ${remarks(slip.rows, words)}`
    }
  </article>`;
}

/** Three bars: a comparison, no verdict. */
function scales(): TemplateResult {
  return html`<svg class="seal" viewBox="0 0 64 64" fill="none" stroke="currentColor" aria-hidden="true">
    ${svg`<rect x="2" y="2" width="60" height="60" rx="10" stroke-width="2.5"></rect>
    <path d="M19 47V33M32 47V17M45 47V26" stroke-width="7"></path>`}
  </svg>`;
}

/** The sums as bars: without a cover first, then each plan. */
function comparison(rows: Compared[], words: Words): TemplateResult {
  const { say } = words;
  const { priced, feeless } = splitRows(rows);
  const without = rows[0]?.cost.without_plan_yen ?? null;
  const shares = barShares([without, ...priced.map(({ cost }) => cost.total_yen)]);
  return html`<table class="cmp join">
      <caption>
        ${say("join.compared")}
      </caption>
      <tbody>
        ${lane(say("join.without"), say("join.without_is"), without, shares[0], words)}
        ${priced.map(({ option, cost }, index) =>
          lane(words.shortName(option.plan), sumText(cost, words), cost.total_yen, shares[index + 1], words, cost),
        )}
      </tbody>
    </table>
    ${feeless.length === 0 ? nothing : html`<p class="note feeless">${say("join.feeless", { plans: namesOf(feeless, words) })}</p>`}`;
}

function lane(
  name: string,
  about: string,
  sum: YenRange | null,
  share: { sure: number; maybe: number } | undefined,
  words: Words,
  cost?: Cost,
): TemplateResult {
  const { sure, maybe } = share ?? { sure: 0, maybe: 0 };
  return html`<tr class=${cost ? "" : "here"}>
    <th scope="row">${name}<small>${nb(about, words)}</small></th>
    <td class="track">${bar(sure, maybe, sum === null)}</td>
    <td class="sum">
      ${shortSum(sum, words)}${cost ? html`<small>${writeSaving(cost.saving_yen, words.say)}</small>` : nothing}
    </td>
  </tr>`;
}

/** A sum with little room: an open end is told by a word of its own. */
function shortSum(sum: YenRange | null, words: Words): string {
  return sum === null || isUnbounded(sum) ? words.say("join.sum_open") : writeRange(sum, words.say);
}

/** Of what a sum is made: fees and payments. */
function sumText({ fees_yen, you_pay_yen }: Cost, { say }: Words): string {
  const fees = isUnbounded(fees_yen) ? say("join.fees_open") : say("join.fees", { yen: writeRange(fees_yen, say) });
  const pay = isUnbounded(you_pay_yen) ? say("join.pay_open") : say("join.pay", { yen: writeRange(you_pay_yen, say) });
  return say("join.made_of", { fees, pay });
}

function namesOf(rows: Compared[], words: Words): string {
  return words.list(rows.map(({ option }) => words.shortName(option.plan)));
}

/** From which month on each plan costs more than none. */
function turns({ rows, stretch, evenOf }: CostSlip, words: Words): TemplateResult {
  const { say } = words;
  if (Object.keys(stretch.counts).length === 0) return html`<p>${say("join.even_nothing")}</p>`;
  const told = splitRows(rows).priced.map((row) => ({ row, ...breakEvenText(evenOf(row), MOST_MONTHS) }));
  const open = told.filter(({ key }) => key === "join.even_open");
  return html`<ul class="turns">
    ${told
      .filter((one) => !open.includes(one))
      .map(
        ({ row, key, gaps }) =>
          html`<li><b>${words.shortName(row.option.plan)}</b><span>${nb(say(key, gaps), words)}</span></li>`,
      )}
    ${
      open.length === 0
        ? nothing
        : html`<li class="note">
            ${say("join.even_open", {
              plans: namesOf(
                open.map(({ row }) => row),
                words,
              ),
            })}
          </li>`
    }
  </ul>`;
}

/** Where sources disagree about a sum that was compared, both statements; then what to bear in mind, once. */
function remarks(rows: Compared[], words: Words): TemplateResult | typeof nothing {
  const options = rows.map(({ option, cost }) => ({
    ...asOption(option),
    cautions: cost.cautions,
    cites: cost.cites,
    reasons: [],
  }));
  const clashes = options.flatMap((option, index) =>
    conflicts(option, words, (caution) => disputedFee(caution, option, rows[index], words)).map(
      (box) =>
        html`<p class="of">${words.shortName(option.plan)}</p>
          ${box}`,
    ),
  );
  const plain = options.find((option) => option.cautions.some(({ code }) => code === "tax_mixed"));
  if (clashes.length === 0 && plain === undefined) return nothing;
  const mixed = plain && { ...plain, cautions: plain.cautions.filter(({ code }) => code === "tax_mixed") };
  return html`<section class="row">
    <h3>${words.say("row.bear")}</h3>
    <div>${clashes}${mixed ? cautions(mixed, words) : nothing}</div>
  </section>`;
}
