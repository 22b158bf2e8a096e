/** The page as one file, in dist/. */
export const STANDALONE: string;
