/** More summaries than this are printed in several jobs: a print job of thousands of pages helps nobody. */
export const MOST_AT_ONCE = 500;
