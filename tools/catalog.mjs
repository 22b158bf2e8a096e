// Bundles data/ into the one catalogue that travels with the library. The folder is the registry: no list to update.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

/** The JSON files of a folder, in the order of their names; none where there is no such folder. */
function readFolder(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => readJson(join(folder, name)));
}

/** JSON with sorted keys: the same content gives the same text, however the file is laid out. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function assertUnique(what, ids) {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`Two ${what} have the id ${JSON.stringify(twice)}`);
}

/** `<day on which the newest plan was checked>+<hash of all the content>` */
function versionOf(content) {
  const checked = content.plans.map((plan) => plan.checked_on).filter((day) => typeof day === "string");
  const hash = createHash("sha256").update(canonical(content)).digest("hex").slice(0, 12);
  return `${checked.sort().at(-1) ?? "unchecked"}+${hash}`;
}

/** The catalogue of a data folder. Throws with the file's name where one is not JSON. */
export function buildCatalog(data) {
  const plans = readFolder(join(data, "plans"));
  const providers = join(data, "providers.json");
  const content = {
    plans,
    devices: readFolder(join(data, "devices")).flatMap((file) => file.devices),
    prices: readFolder(join(data, "prices")),
    providers: existsSync(providers) ? readJson(providers).providers : [],
    rates: readFolder(join(data, "rates")),
  };
  const known_plans = plans.map((plan) => plan.id);
  assertUnique("plans", known_plans);
  assertUnique(
    "devices",
    content.devices.map((device) => device.id),
  );
  return { data_version: versionOf(content), known_plans, ...content };
}

/**
 * A catalogue in parts, each with some of its members: `common` to all plans, `plans` and `rates`, and `plan-<id>` with one
 * plan alone. Put together, `common` and some plans are a catalogue that answers for these.
 */
export function catalogParts({ plans, rates, ...common }) {
  const each = plans.map((plan) => [`plan-${plan.id}`, { plans: [plan] }]);
  return { common, plans: { plans }, rates: { rates }, ...Object.fromEntries(each) };
}
