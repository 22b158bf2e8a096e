import { LitElement, type PropertyDeclarations } from "lit";
import type { Words } from "../text/text.js";

/**
 * What every part of the page shares: it draws into its own light DOM, so that one stylesheet, labels and
 * descriptions reach across parts, and it is handed its words.
 */
export abstract class HoshoPart extends LitElement {
  static override properties: PropertyDeclarations = { words: { attribute: false } };

  /** Sentences and names in the language of the page. */
  declare words: Words;

  /** The document, or the shadow tree, in which the page stands. */
  protected get tree(): Document | ShadowRoot {
    return this.getRootNode() as Document | ShadowRoot;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
