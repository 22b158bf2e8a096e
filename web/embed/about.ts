import type { Hosho } from "../api/hosho.js";
import type { Engine } from "./engine.js";

/** The engine, speaking of some plans alone; of all where none is named. A question asks no more of it than it has. */
export function about(engine: Engine, plans: readonly string[]): Hosho {
  const hosho = engine as Hosho;
  const named = plans.filter((plan) => engine.catalog.plans?.some(({ id }) => id === plan));
  if (named.length === 0) return hosho;
  return {
    ...hosho,
    assess: (facts) => hosho.assess(facts, { plans: named }),
    enrolment: (facts) => hosho.enrolment(facts, { plans: named }),
    timeline: (facts) => {
      const told = hosho.timeline(facts);
      return { ...told, events: told.events.filter(({ plan }) => named.includes(plan)) };
    },
  };
}
