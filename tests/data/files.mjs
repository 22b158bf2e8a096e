// Where the data lies, and how it is read here.
import { readdirSync, readFileSync } from "node:fs";

export const ROOT = new URL("../../", import.meta.url);
export const FIXTURES = new URL("tests/fixtures/plans/", ROOT);

export const readText = (path, from = ROOT) => readFileSync(new URL(path, from), "utf8");
export const readJson = (path, from = ROOT) => JSON.parse(readText(path, from));
export const namesIn = (folder, from = ROOT) =>
  readdirSync(new URL(folder, from))
    .filter((name) => name.endsWith(".json"))
    .sort();

// Path → content of every file of one kind. The folder is the registry.
const all = (folder) =>
  Object.fromEntries(namesIn(folder).map((name) => [`${folder}${name}`, readJson(`${folder}${name}`)]));

export const plans = all("data/plans/");
export const prices = all("data/prices/");
export const rates = all("data/rates/");
export const deviceTables = all("data/devices/");
export const providerTable = { "data/providers.json": readJson("data/providers.json") };
export const devices = Object.values(deviceTables).flatMap((table) => table.devices);
export const providers = providerTable["data/providers.json"].providers;
