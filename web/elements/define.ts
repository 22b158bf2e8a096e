/**
 * Defines an element, unless its name is taken: names are those of the whole document, and where a page of this build
 * has calculators in its text, its elements may be there already.
 */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
