/** Ends a task: a page paints, and hears keys, before the next step. */
export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));
