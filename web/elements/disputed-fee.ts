/** Where two passages name different monthly fees: what both come to, side by side. */
import { html, nothing, type TemplateResult } from "lit";
import type { Caution, Cite, Option, YenRange } from "../api/types.js";
import { exactly, writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import { nb, sourceName } from "./drawn.js";
import type { Compared } from "./join-view.js";

/** A row: the fee that is used, and the other one, over so many months. */
interface Line {
  months: number;
  used: YenRange;
  other: YenRange;
  /** The source states the other sum itself. */
  stated: boolean;
}

/** The table of both; nothing where the other passage names no sum. */
export function disputedFee(
  { other_sums: sums = [] }: Caution,
  { cites }: Option,
  row: Compared | undefined,
  words: Words,
): TemplateResult | typeof nothing {
  if (row === undefined || sums.length === 0) return nothing;
  const { say } = words;
  const totals = sums.filter(({ months, cite }) => months > 1 && cite !== undefined);
  return html`<table class="disputed">
      <caption>
        ${say("join.disputed")}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${say("join.disputed_used")}</th>
          <th scope="col">${say("join.disputed_other")}</th>
        </tr>
      </thead>
      <tbody>
        ${linesOf(sums, row).map((line) => lineOf(line, row.months, words))}
      </tbody>
    </table>
    ${
      totals.length === 0
        ? nothing
        : html`<p class="stated">
            ${say("join.disputed_stated")}
            ${quotes(
              totals.flatMap(({ cite }) => cites[cite ?? -1] ?? []),
              words,
            )}
          </p>`
    }`;
}

/** What one source says in several places. */
function quotes(said: Cite[], words: Words): TemplateResult {
  const [first] = said;
  return html`${said.map(({ quote }) => html`<q lang="ja">${quote}</q> `)}${first ? sourceName(first, words) : nothing}`;
}

/** The months that the source names, and those that were chosen. */
function linesOf(sums: NonNullable<Caution["other_sums"]>, { feesOver, months: chosen }: Compared): Line[] {
  const lines = sums.map(({ months, yen }) => ({ months, used: feesOver(months), other: exactly(yen), stated: true }));
  const monthly = sums.find(({ months }) => months === 1);
  if (monthly === undefined || lines.some(({ months }) => months === chosen)) return lines;
  const yours = { months: chosen, used: feesOver(chosen), other: feesOver(chosen, monthly.yen), stated: false };
  return [...lines, yours].sort((one, next) => one.months - next.months);
}

function lineOf({ months, used, other, stated }: Line, chosen: number, words: Words): TemplateResult {
  const { say } = words;
  const name = say(months === 1 ? "join.disputed_monthly" : "format.months_long", { months });
  return html`<tr class=${months === chosen ? "here" : ""}>
    <th scope="row">
      ${nb(name, words)}${months === chosen ? html`<small>${say("join.disputed_chosen")}</small>` : nothing}
    </th>
    <td>${writeRange(used, say)}</td>
    <td>${writeRange(other, say)}${stated ? nothing : html`<small>${say("join.disputed_counted")}</small>`}</td>
  </tr>`;
}
