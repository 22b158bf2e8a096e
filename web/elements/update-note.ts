/** A newer version of the page is there. */
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../text/text.js";

/** A note that offers the newer version; nothing where there is none. What was entered stands in the address and stays. */
export function updateNote(takeOver: (() => void) | null, { say }: Words): TemplateResult | typeof nothing {
  if (takeOver === null) return nothing;
  return html`<div class="bar-note newer" role="status">
    <p>${say("ui.newer")}</p>
    <button class="btn" type="button" @click=${takeOver}>${say("ui.newer_load")}</button>
  </div>`;
}
