/**
 * A calculator alone in a frame: what an article would say by attributes and by `--hosho-…`, the fragment says.
 * A fragment is sent to no server.
 */

/** Colours and sizes that an article may choose, and what each has to be. */
const LOOK = {
  accent: "color",
  font: "font-family",
  ground: "color",
  ink: "color",
  radius: "border-radius",
  size: "font-size",
  surface: "color",
};
/** How the frame itself is painted; as the calculator. */
const SCHEMES: Record<string, string> = { light: "light", dark: "dark", auto: "light dark" };

const page = document.documentElement;

/** The script of the article that asks for the height, and by which id it knows this frame. */
let host: { id: string; window: Window } | null = null;

// Ready before anything is waited for: the script may ask as soon as the page is loaded.
addEventListener("message", ({ data, source }: MessageEvent<{ hosho?: unknown } | null>) => {
  if (source !== parent || parent === window || typeof data?.hosho !== "string") return;
  host = { id: data.hosho, window: parent };
  tellHeight();
});
new ResizeObserver(tellHeight).observe(document.body);

/** A number and the id it was asked with: whoever has put the frame there may know it. */
function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  host?.window.postMessage({ hosho: host.id, height }, "*");
}

/** Sets what the fragment says, and takes back what it says no more. */
function show(calculator: HTMLElement, attributes: readonly string[]): void {
  const told = new URLSearchParams(location.hash.slice(1));
  for (const name of attributes) {
    const value = told.get(name);
    if (value === null) calculator.removeAttribute(name);
    else calculator.setAttribute(name, value);
  }
  for (const [name, kind] of Object.entries(LOOK)) {
    const value = told.get(name) ?? "";
    calculator.style.setProperty(`--hosho-${name}`, CSS.supports(kind, value) ? value : "");
  }
  page.lang = told.get("lang") === "en" ? "en" : "ja";
  page.style.colorScheme = SCHEMES[told.get("theme") ?? ""] ?? "";
}

const element = await customElements.whenDefined("hosho-calculator");
const calculator = document.createElement("hosho-calculator");
// What the page says until then stands behind it, where it cannot come.
calculator.append(...document.body.children);
const { observedAttributes } = element as unknown as { observedAttributes: readonly string[] };
show(calculator, observedAttributes);
document.body.append(calculator);
addEventListener("hashchange", () => show(calculator, observedAttributes));

export {};
