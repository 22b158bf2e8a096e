/**
 * For articles that hold calculators in frames: each frame becomes as high as what is in it. The script gives every
 * frame an id and hears only what that frame says under it; without the script a frame scrolls inside.
 */

/** Pixels. What is higher is no calculator. */
const MOST = 30_000;

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

// Also of frames that come later. The event does not bubble.
addEventListener(
  "load",
  ({ target }) =>
    frames()
      .filter((frame) => frame === target)
      .forEach(greet),
  true,
);
// One that still loads shows an empty page of the article's own.
frames()
  .filter(({ contentDocument }) => contentDocument?.URL !== "about:blank")
  .forEach(greet);

export {};
