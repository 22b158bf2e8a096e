// The data as it lies in the folder: plan files, models and price rows.

import { readFileSync, readdirSync } from "node:fs";

const DATA = new URL("../../data/", import.meta.url);

const readJson = (place) => JSON.parse(readFileSync(new URL(place, DATA), "utf8"));

const filesOf = (folder) =>
  readdirSync(new URL(folder, DATA))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readJson(`${folder}${name}`));

export const readCatalog = () => ({
  plans: filesOf("plans/"),
  devices: filesOf("devices/").flatMap(({ devices }) => devices),
  prices: filesOf("prices/").flatMap(({ rows }) => rows),
});
