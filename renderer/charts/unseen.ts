/**
 * For what is drawn inside a mark or beside one: the mark's own label says it in words, and a screen reader would
 * otherwise read half of it twice.
 */
export const unseen = { 'aria-hidden': true } as const;
