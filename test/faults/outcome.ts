/** What became of one kind of fault. */
export interface Outcome {
  readonly kind: string;
  /** Its counts, in one line. */
  readonly line: string;
  readonly failures: readonly string[];
  /** Not tried here, and why. */
  readonly skipped?: string;
}

export const skippedHere = (kind: string, why: string): Outcome => ({
  kind,
  line: `skipped, ${why}`,
  failures: [],
  skipped: why,
});
