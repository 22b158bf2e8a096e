/**
 * For articles that hold calculators in frames: each frame becomes as high as what is in it. The script gives every
 * frame an id and hears only what that frame says under it; without the script a frame scrolls inside.
 */

/** Pixels. What is higher is no calculator. */
const MOST = 25_600;

const { src } = document.currentScript as HTMLScriptElement;
const HOME = new URL("embed.html", src);
const FRAMES = `iframe[src^="${HOME.href}"]`;
const IDS = new WeakMap<Element, string>();

const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>(FRAMES)];

/** Tells a frame its id, and nothing of the article. */
function greet(frame: HTMLIFrameElement): void {
  const id = IDS.get(frame) ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
  IDS.set(frame, id);
  frame.contentWindow?.postMessage({ hosho: id }, HOME.origin);
}

addEventListener("message", ({ data, origin, source }: MessageEvent<{ hosho?: unknown; height?: unknown } | null>) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== HOME.origin || data?.hosho !== IDS.get(frame)) return;
  const height = Number.isInteger(data?.height) ? (data?.height as number) : 0;
  if (height > 0 && height <= MOST) frame.style.height = `${height}px`;
});

/** Greets a frame that has been loaded, also one that came later. */
function greetLoaded({ target }: Event): void {
  for (const frame of frames()) if (frame === target) greet(frame);
}
// The event does not bubble, and does not reach the window.
document.addEventListener("load", greetLoaded, true);
// One that still loads shows an empty page of the article's own.
for (const frame of frames()) if (frame.contentDocument?.URL !== "about:blank") greet(frame);

export {};
