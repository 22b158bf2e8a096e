/** One thing that is wrong with an input. */
export interface Problem {
  /** What is wrong: `unknown_key`, `bad_date`, … */
  code: string;
  /** JSON Pointer to the place. */
  path: string;
  /** What stands there. */
  found: string;
  /** What may stand there. */
  expected: string;
}

function describe({ code, path, found, expected }: Problem): string {
  const what = found === "" ? "" : `: found ${found}`;
  return `${code} at ${path === "" ? "the top" : path}${what}${expected === "" ? "" : `; expected ${expected}`}`;
}

/** Wrong input. The first problem gives `code`, `path` and `message`; all of them are in `problems`. */
export class HoshoError extends Error {
  override readonly name = "HoshoError";
  /** What is wrong. */
  readonly code: string;
  /** JSON Pointer to the place. */
  readonly path: string;
  /** Everything that is wrong, in input order. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const first = problems[0] ?? { code: "unknown", path: "", found: "", expected: "" };
    super(describe(first));
    this.code = first.code;
    this.path = first.path;
    this.problems = problems;
  }
}
