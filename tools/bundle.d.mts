/** The folder that is shipped. */
export const DIST: string;
/** Bundles the plans of `data` into `to`. */
export function bundle(options?: { data?: string; to?: string }): Promise<void>;
