/** Which models a typed text may mean. */
import type { CatalogDevice } from "../api/types.js";

const HIRAGANA = /[\u3041-\u3096]/g;
const TO_KATAKANA = 0x60;
/** Kana stand apart from everything else: people mix `iPhone` and プロ, which no single spelling does. */
const RUNS = /[ァ-ヺ]+|[^ァ-ヺ]+/g;
/** Further away than any spelling that holds the whole text. */
const MIXED = 1000;

/** The same spelling for everything that people type alike: width, case, kana, spaces, hyphens, long vowels, フォ or ホ. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_KATAKANA))
    .replace(/[\s\-‐-―・ー_]/g, "")
    .replace(/フォ/g, "ホ");
}

/** The words that are typed, folded. */
function wanted(text: string): string[] {
  return text
    .normalize("NFKC")
    .split(/\s+/)
    .map(folded)
    .filter((word) => word !== "");
}

function spellings(device: CatalogDevice): string[] {
  return [device.name.ja, device.name.en, device.id, ...(device.aliases ?? [])].map(folded);
}

/** Ids of the models that a text may mean, the closest first; all of them for an empty text. */
export function modelsLike(text: string, devices: CatalogDevice[]): string[] {
  const words = wanted(text);
  return devices
    .map((device) => ({ id: device.id, distance: distance(spellings(device), words) }))
    .filter((hit) => hit.distance !== Infinity)
    .sort((a, b) => a.distance - b.distance)
    .map((hit) => hit.id);
}

/** The one model that a text spells out; `undefined` where it is none or several. */
export function modelNamed(text: string, devices: CatalogDevice[]): string | undefined {
  const exact = devices.filter((device) => spellings(device).includes(folded(text)));
  return exact.length === 1 ? exact[0]?.id : undefined;
}

/**
 * 0 for a spelling that is the text, then by what it has more; far where only all spellings together hold every word,
 * and out of reach where they do not.
 */
function distance(names: string[], words: string[]): number {
  if (words.length === 0) return 0;
  const holding = names.filter((name) => words.every((word) => name.includes(word)));
  if (holding.length > 0) return Math.min(...holding.map((name) => name.length)) - words.join("").length;
  const runs = words.flatMap((word) => word.match(RUNS) ?? []);
  const isHeld = runs.every((run) => names.some((name) => name.includes(run)));
  return isHeld ? MIXED + Math.min(...names.map((name) => name.length)) : Infinity;
}
