/** The raw module: text in, text out. Only `web/api` imports it. */

/** An answer with distributions; `delete` frees it. */
export interface RawOutlook {
  text(): string;
  /** A view that lasts until the next call. */
  probabilities(choice: number): Float64Array;
  delete(): void;
}

interface RawCalculator {
  /** A catalogue's text; answers `{"ok": true}` or problems. */
  load(catalogue: string | Uint8Array): string;
  /** `{"case": …, "plans"?: […]}`. */
  assess(request: string): string;
  /** `{"case": …, "fact": …}`. */
  what_if(request: string): string;
  /** `{"case": …, "scenario": …}`. */
  cost(request: string): string;
  /** `{"case": …}`. */
  timeline(request: string): string;
  /** `{"case": …, "plans"?: […]}`. */
  enrolment(request: string): string;
  /** `{"case": …, "outlook": …}`. */
  outlook(request: string): RawOutlook;
  /** A plan file's text; diagnostics under `"ok"`. */
  check(plan: string | Uint8Array): string;
  /** `{"from", "months" | "days", "first_day"}`. */
  period_end(period: string): string;
  /** What is loaded. */
  info(): string;
}

interface RawModule {
  /** The engine, one for each loaded library. */
  Calculator: new () => RawCalculator;
}

/** Instantiates the module; Node passes the bytes, since 3.1.6 can fetch only over HTTP. */
export default function createHosho(options: {
  /** The bytes of `hosho.wasm`. */
  wasmBinary?: Uint8Array;
  /** Where `hosho.wasm` is. */
  locateFile?: (name: string) => string;
}): Promise<RawModule>;
