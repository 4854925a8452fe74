/** Work on the main thread is cut into slices of this many ms, so that the window keeps answering. */
const SLICE = 8;

export interface Between<Step> {
  /** Told the last step before each pause. */
  readonly tell?: (step: Step) => void;
  /** Called after each pause; what it throws ends the work, as when it was stopped or its ledger was closed. */
  readonly goOn?: () => void;
}

/**
 * Runs a generator to its end in slices with a pause for everyone else between them. A generator yields wherever it can
 * be left for a moment; no slice is longer than `SLICE` and its longest step.
 */
export async function inSlices<Step, Answer>(
  steps: Generator<Step, Answer>,
  between: Between<Step> = {},
): Promise<Answer> {
  let ended = false;
  try {
    let begun = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) {
        ended = true;
        return step.value;
      }
      if (performance.now() - begun < SLICE) continue;
      between.tell?.(step.value);
      await new Promise((resolve) => setImmediate(resolve));
      between.goOn?.();
      begun = performance.now();
    }
  } finally {
    // Lets what it holds go: its own `finally` blocks run.
    if (!ended) steps.return(undefined as Answer);
  }
}

/** Runs a generator to its end at once, where someone waits for the answer and there is little to do. */
export function atOnce<Answer>(steps: Generator<unknown, Answer>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
