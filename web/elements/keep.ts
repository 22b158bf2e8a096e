/**
 * What is remembered on this device: the link of what was entered, and nothing at all unless the reader chose it.
 * A browser may refuse to store anything, as in a private window.
 */
const NAME = "hosho";

/** The link that is remembered; `null` where there is none. */
export function remembered(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** Remembers a link in the place of the one before; `null` forgets it. False where the browser refuses. */
export function remember(link: string | null): boolean {
  try {
    if (link === null) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, link);
    return true;
  } catch {
    return false;
  }
}
