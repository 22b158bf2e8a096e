// The licences of what others wrote and dist/ carries. The bundler is asked what that is, so that no list has to be kept.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LICENCE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;
const RULE = `\n${"-".repeat(72)}\n\n`;

/** The folders of the packages of which something is in a bundle, by esbuild's own account. */
export function packagesIn(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** Name, version and licence of a package. Throws where it has no licence: then it cannot be shipped. */
function packageNotice(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => LICENCE.test(one));
  if (file === undefined) throw new Error(`${folder}: no licence that could be shipped with what is bundled of it`);
  return { name: `${name} ${version}`, text: readFileSync(join(folder, file), "utf8").trim() };
}

/** What has to be said of `folders` and of the runtime of the core; packages of one licence text share it. */
export function noticesOf(root, folders) {
  const named = new Map();
  for (const folder of folders) {
    const { name, text } = packageNotice(join(root, folder));
    named.set(text, [...(named.get(text) ?? []), name]);
  }
  const packages = [...named].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`);
  return [readFileSync(join(root, "wasm/notice.txt"), "utf8"), ...packages].join(RULE);
}
