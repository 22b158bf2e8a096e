import type { PropertyDeclarations } from "lit";
import type { Assessment } from "../api/types.js";
import type { FieldContext } from "./fields.js";
import type { FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import type { ToldProblem } from "./problem.js";

/** What the parts of the form share: what was entered, what came of it, and what is wrong with it. */
export abstract class HoshoFormPart extends HoshoPart {
  static override properties: PropertyDeclarations = {
    form: { attribute: false },
    answer: { attribute: false },
    problem: { attribute: false },
  };

  /** What was entered. */
  declare form: FormState;
  /** The answer to it, if there is one: it says which fields would change it. */
  declare answer: Assessment | null;
  /** What is wrong with one of the fields, if anything. */
  declare problem: ToldProblem | null;

  /** What every field needs to know. */
  protected get context(): FieldContext {
    return { form: this.form, words: this.words, problem: this.problem };
  }
}
