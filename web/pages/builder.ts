/** The page of the embed builder: the names of the catalogue, and the words of both languages. */
import { fetchJson } from "../api/fetch.js";
import { today } from "../api/today.js";
import type { Catalog } from "../api/types.js";
import { langIn } from "../elements/address.js";
import { HoshoEmbedBuilder, type BuilderParts } from "../elements/embed-builder.js";
import en from "../text/en-builder.table";
import ja from "../text/ja-builder.table";
import { learn, teach } from "../text/text.js";

/** The script of this version of the embed, and its digest; told by the build. */
declare const PINNED: BuilderParts["pinned"];

const folder = new URL("./", location.href).href;
const [catalog] = await Promise.all([
  fetchJson(new URL("catalog.json", folder)) as Promise<Catalog>,
  ...(["ja", "en"] as const).map((lang) => learn(lang, "page")),
]);
teach("ja", ja);
teach("en", en);
const parts = { catalog, day: today(), folder, pinned: { name: PINNED.name, integrity: PINNED.integrity } };
document.body.replaceChildren(new HoshoEmbedBuilder(parts, langIn(location)));
