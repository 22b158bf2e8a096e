/** The questions of the page, in the order of their links. */
export const QUESTIONS = ["broke", "join", "until"] as const;

/** One of them. */
export type QuestionName = (typeof QUESTIONS)[number];
