/** The figures of the chart as a table, and all of them as a file for a spreadsheet. */
import { html, type TemplateResult } from "lit";
import { writeMonths } from "../text/days.js";
import type { Words } from "../text/text.js";
import { saveFile } from "./save-file.js";
import { swatch } from "./outlook-drawing.js";
import type { ByMonth } from "./outlook-run.js";
import { cellsOf, choiceName, csvOf, tableMonths } from "./outlook-view.js";

/** Name of the file. */
const FILE = "hosho-outlook.csv";

/** One row a choice, one column a stretch; a choice of the chart bears its line. */
export function outlookTable(byMonth: ByMonth, drawn: string[], months: number, words: Words): TemplateResult {
  const { say } = words;
  const columns = tableMonths(months);
  const here = (month: number): string => (month === months ? "here" : "");
  return html`<table class="figures">
      <caption>
        ${say("outlook.table")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say("outlook.choice")}</th>
          ${columns.map((month) => html`<th scope="col" class=${here(month)}>${monthName(month, months, words)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...byMonth].map(([key, choice]) => {
          const place = drawn.indexOf(key);
          return html`<tr class=${place < 0 ? "" : `c${place}`} data-choice=${key}>
            <th scope="row">${place < 0 ? "" : swatch()}<span>${choiceName(choice.plans, words)}</span></th>
            ${cellsOf(choice, months, say).map(
              ({ month, mean, band }) =>
                html`<td class=${here(month)}>
                  <span class="label" aria-hidden="true">${monthName(month, months, words)}</span><b>${mean}</b
                  ><small>${band}</small>
                </td>`,
            )}
          </tr>`;
        })}
      </tbody>
    </table>
    <div class="acts">
      <button class="btn" type="button" @click=${() => saveFile(FILE, "text/csv", csvOf(byMonth, words))}>
        ${say("outlook.csv")}
      </button>
      <p class="note">${say("outlook.csv_note")}</p>
    </div>`;
}

function monthName(month: number, chosen: number, { say }: Words): string {
  const name = month % 12 === 0 ? say("format.years", { years: month / 12 }) : writeMonths(month, say);
  return month === chosen ? say("outlook.your_plan", { months: name }) : name;
}
