/** いくら: the sum, what hangs on an event, and how it stands against the other ways out. */
import { html, nothing, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { barShares, isUnbounded, shownSum, writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import { citeLine, nb } from "./drawn.js";

/** The number large, its words small. */
function bigAmount(text: string): TemplateResult {
  const pieces = text.split(/([\d,]+)/).filter((piece) => piece !== "");
  const numbers = pieces.filter((piece) => /\d/.test(piece));
  return html`<p class=${numbers.length > 1 ? "amount two" : "amount"}>
    ${pieces.map((piece) => {
      if (/\d/.test(piece)) return html`<span class="nb">${piece}</span>`;
      return /^[〜–]$/.test(piece) ? html`<span class="to">${piece}</span>` : html`<small>${piece}</small>`;
    })}
  </p>`;
}

/** The row of the amount. */
export function amountRow(option: Option, rest: Option[], words: Words): TemplateResult {
  const { say } = words;
  const { range } = shownSum(option.total_yen, option.you_pay_yen);
  const bare = range === null || isUnbounded(range);
  return html`<section class="row amounts">
    <h3>${say("row.amount")}</h3>
    <div>
      ${bare ? html`<p class="no-amount">${nb(openText(option, words), words)}</p>` : html`${bigAmount(writeRange(range, say))}${basis(option, words)}`}
      ${chargeLines(option, words).map((line) => html`<p class="if">${nb(line, words)}</p>`)}
      ${rest.length > 0 ? comparison(option, rest, words) : nothing}
      ${rest.length > 0 || bare ? nothing : html`<p class="note">${taxNote([option], words)}</p>`}
    </div>
  </section>`;
}

/** No sum can be told: what it costs under the cover if that answers, else that nothing is known. */
function openText(option: Option, { say }: Words): string {
  if (option.verdict !== "unknown" || option.total_yen === null) return say("ui.amount_not_known");
  const ifCovered = option.reasons.find((reason) => reason.code === "payment" && reason.outcome === "yes")?.values?.yen;
  return ifCovered ? say("ui.amount_if_covered", { yen: writeRange(ifCovered, say) }) : say("ui.amount_open");
}

/** On what the sum rests: the source of a price, the price without this cover, what can be said so far. */
function basis(option: Option, words: Words): TemplateResult | typeof nothing {
  if (option.kind === "paid_repair") return html`<p>${priceSource(option, words)}</p>`;
  if (option.verdict === "not_covered")
    return html`<p>${words.say(nothingRepaired(option) ? "ui.nothing_repaired" : "ui.without_cover")}</p>`;
  return option.verdict === "unknown" ? html`<p>${words.say("ui.range_so_far")}</p>` : nothing;
}

/** Where the price of a paid repair stands. */
export function priceSource(option: Option, words: Words): TemplateResult | typeof nothing {
  const listed = option.reasons.find((reason) => reason.code === "list_price");
  return citeLine(listed?.cite === undefined ? undefined : option.cites[listed.cite], words);
}

function nothingRepaired(option: Option): boolean {
  return option.you_pay_yen !== null && option.you_pay_yen.max === 0;
}

/** Fees that are in the sum, and the first that may come on top of it. */
function chargeLines(option: Option, words: Words): string[] {
  const due = option.charges.filter((charge) => charge.triggered);
  const later = option.charges.find((charge) => !charge.triggered);
  const shown = later && option.verdict !== "not_covered" ? [later] : [];
  return [
    ...due.map((charge) => includedText(option, charge, words)),
    ...shown.map((one) => ifCharged(option, one, words)),
  ];
}

function includedText(option: Option, charge: Option["charges"][number], words: Words): string {
  if (isUnbounded(charge.yen)) return ifCharged(option, charge, words);
  const label = words.code("charge", charge.kind, option.plan);
  return words.say("ui.charge_included", { yen: writeRange(charge.yen, words.say), label });
}

/** What a charge costs and what triggers it, as one sentence. */
function ifCharged(option: Option, charge: Option["charges"][number], words: Words): string {
  const yen = writeRange(charge.yen, words.say);
  const label = words.code("charge", charge.kind, option.plan);
  const key = isUnbounded(charge.yen) ? "ui.charge_open" : `charge_if.${charge.kind}`;
  return words.own(option.plan, `${charge.kind}_if`, { yen }) ?? words.say(key, { yen, label });
}

function taxNote(options: Option[], words: Words): string {
  const labels = new Set(options.map((option) => option.tax));
  return words.say(`tax.${labels.size === 1 ? [...labels][0] : "mixed"}`);
}

function comparison(option: Option, rest: Option[], words: Words): TemplateResult {
  const { say } = words;
  const isOpen = isUnbounded(shownSum(option.total_yen, option.you_pay_yen).range ?? { min: 0, max: null });
  const rows = option.verdict === "not_covered" || isOpen ? rest : [option, ...rest];
  const sums = rows.map((row) => shownSum(row.total_yen, row.you_pay_yen).range);
  const shares = barShares(sums);
  return html`<table class="cmp">
    <caption>
      ${say(rows.includes(option) ? "ui.compared" : "ui.compared_paid", { tax: taxNote(rows, words) })}
    </caption>
    <tbody>
      ${rows.map((row, index) => {
        const share = shares[index] ?? { sure: 0, maybe: 0 };
        return html`<tr class=${row === option ? "here" : ""}>
          <th scope="row">${words.shortName(row.plan)}</th>
          <td class="track">${bar(share.sure, share.maybe, sums[index] === null)}</td>
          <td class="sum">${writeRange(sums[index] ?? null, say)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Certain part solid, possible part lighter; drawn in hundredths of the width. */
export function bar(sure: number, maybe: number, none: boolean): TemplateResult {
  const least = none ? 0 : Math.max(sure, maybe > 0 ? 0 : 2);
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="1"></rect>
    <rect class="sure" width=${least} height="1"></rect>
    <rect class="maybe" x=${sure} width=${maybe} height="1"></rect>
  </svg>`;
}
