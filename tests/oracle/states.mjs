// Kleene's tables over yes, no and not_stated. What the person did not say is thrown as a NeedFact and filled in from
// outside; `all` and `any` let it pass only if nothing else has settled the matter.

export class NeedFact extends Error {
  constructor(fact) {
    super(fact);
    this.fact = fact;
  }
}

function tried(parts) {
  const states = [];
  let need = null;
  for (const part of parts) {
    try {
      states.push(part());
    } catch (error) {
      if (!(error instanceof NeedFact)) throw error;
      need ??= error;
    }
  }
  return { states, need };
}

function settled(parts, settling, neutral) {
  const { states, need } = tried(parts);
  if (states.includes(settling)) return settling;
  if (need) throw need;
  return states.includes("not_stated") ? "not_stated" : neutral;
}

export const all = (...parts) => settled(parts, "no", "yes");
export const any = (...parts) => settled(parts, "yes", "no");
export const not = (state) => ({ yes: "no", no: "yes", not_stated: "not_stated" })[state];
export const yesIf = (holds) => (holds ? "yes" : "no");
