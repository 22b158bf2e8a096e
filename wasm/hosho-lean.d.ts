/** The raw module of the lean engine: text in, text out. Only `web/api` imports it. */

import type { RawModule, RawOptions } from "./hosho.js";

/** Instantiates `hosho-lean.wasm`. */
export default function createHosho(
  options: RawOptions,
): Promise<RawModule<"parse" | "load_parsed" | "assess" | "info">>;
