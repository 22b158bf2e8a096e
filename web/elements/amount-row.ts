/** いくら: the sum, what hangs on an event, and how it stands against the other ways out. */
import { html, nothing, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { barShares, isUnbounded, writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import { nb } from "./drawn.js";

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
  const untriggered = option.charges.find((charge) => !charge.triggered);
  const bare = option.total_yen === null || (option.verdict === "not_covered" && isUnbounded(option.total_yen));
  return html`<section class="row amounts">
    <h3>${say("row.amount")}</h3>
    <div>
      ${bare ? html`<p class="no-amount">${say("ui.amount_not_known")}</p>` : bigAmount(writeRange(option.total_yen, say))}
      ${option.verdict === "not_covered" && !bare ? html`<p>${say(nothingRepaired(option) ? "ui.nothing_repaired" : "ui.without_cover")}</p>` : nothing}
      ${option.verdict === "unknown" && !bare ? html`<p>${say("ui.range_so_far")}</p>` : nothing}
      ${option.charges.filter((charge) => charge.triggered).map((charge) => chargeLine(option, charge, words))}
      ${untriggered && option.verdict !== "not_covered" ? html`<p class="if">${nb(ifCharged(option, untriggered, words), words)}</p>` : nothing}
      ${rest.length > 0 ? comparison(option, rest, words) : nothing}
      ${rest.length > 0 || bare ? nothing : html`<p class="note">${taxNote([option], words)}</p>`}
    </div>
  </section>`;
}

function nothingRepaired(option: Option): boolean {
  return option.you_pay_yen !== null && option.you_pay_yen.max === 0;
}

function chargeLine(option: Option, charge: Option["charges"][number], words: Words): TemplateResult {
  const label = words.code("charge", charge.kind, option.plan);
  return html`<p>${nb(words.say("ui.charge_included", { yen: writeRange(charge.yen, words.say), label }), words)}</p>`;
}

/** What a charge costs and what triggers it, as one sentence. */
export function ifCharged(option: Option, charge: Option["charges"][number], words: Words): string {
  const yen = writeRange(charge.yen, words.say);
  const key = `charge_if.${charge.kind}`;
  return (
    words.own(option.plan, `${charge.kind}_if`, { yen }) ??
    words.say(key, { yen, label: words.code("charge", charge.kind, option.plan) })
  );
}

function taxNote(options: Option[], words: Words): string {
  const labels = new Set(options.map((option) => option.tax));
  return words.say(`tax.${labels.size === 1 ? [...labels][0] : "mixed"}`);
}

function comparison(option: Option, rest: Option[], words: Words): TemplateResult {
  const { say } = words;
  const rows = option.verdict === "not_covered" ? rest : [option, ...rest];
  const shares = barShares(rows.map((row) => row.total_yen));
  return html`<table class="cmp">
    <caption>
      ${say(option.verdict === "not_covered" ? "ui.compared_paid" : "ui.compared", { tax: taxNote(rows, words) })}
    </caption>
    <tbody>
      ${rows.map((row, index) => {
        const share = shares[index] ?? { sure: 0, maybe: 0 };
        return html`<tr class=${row === option ? "here" : ""}>
          <th scope="row">${words.planName(row.plan)}</th>
          <td class="lane">${bar(share.sure, share.maybe, row.total_yen === null)}</td>
          <td class="sum">${writeRange(row.total_yen, say)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Certain part solid, possible part lighter; drawn in hundredths of the width. */
function bar(sure: number, maybe: number, none: boolean): TemplateResult {
  const least = none ? 0 : Math.max(sure, maybe > 0 ? 0 : 2);
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="1"></rect>
    <rect class="sure" width=${least} height="1"></rect>
    <rect class="maybe" x=${sure} width=${maybe} height="1"></rect>
  </svg>`;
}
