import createHosho from "#hosho-lean-wasm";

import { calculatorOver, leanCalls, type LeanHosho } from "./calls.js";
import { toJson } from "./to-json.js";
import type { Catalog } from "./types.js";

/**
 * The engine in the bytes of `hosho-lean.wasm`, over a catalogue.
 * @throws HoshoError if the catalogue is wrong; its `path` is a JSON Pointer into it
 */
export const openLean = async (wasmBinary: Uint8Array, catalog: Catalog): Promise<LeanHosho> =>
  leanCalls(await calculatorOver(createHosho, wasmBinary, toJson(catalog)), catalog);
