/** The raw module: text in, text out. Only `web/api` imports it. */

/** An answer with distributions; `delete` frees it. */
export interface RawOutlook {
  text(): string;
  /** A view that lasts until the next call. */
  probabilities(choice: number): Float64Array;
  delete(): void;
}

/** The engine's calls, by name. */
export interface RawCalculator {
  /** Takes a catalogue's text apart; answers `{"ok": true}` or problems. */
  parse(catalogue: string | Uint8Array): string;
  /** Loads what was taken apart; answers likewise. */
  load_parsed(): string;
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

/** A compiled module of which only these calls are bound. */
export interface RawModule<Calls extends keyof RawCalculator> {
  /** The engine, one for each loaded library. */
  Calculator: new () => Pick<RawCalculator, Calls>;
}

/** How to instantiate a module. */
export interface RawOptions {
  /** The bytes of its `.wasm`: Node passes them, since 3.1.6 can fetch only over HTTP. */
  wasmBinary?: Uint8Array;
  /** Where its `.wasm` is. */
  locateFile?: (name: string) => string;
}

/** Instantiates `hosho.wasm`. */
export default function createHosho(options: RawOptions): Promise<RawModule<keyof RawCalculator>>;
