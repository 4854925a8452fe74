/** How a job tells how far it is, and hears that it was stopped. */
export interface Between {
  /** `step` in the owner's words; `part` from 0 to 1, null where it can't be told. */
  tell(step: string, part: number | null): void;
  /** Throws OwnerError('cancelled') once the owner stopped it. Called often: at each turn of a loop. */
  goOn(): void;
  /** Runs another job on a thread of its own, while this one goes on; absent where no thread can be had. */
  readonly beside?: (job: 'sound', input: { readonly file: string }) => Promise<boolean>;
}

/** Work on ledger files that would keep the window waiting: it runs on a thread of its own, with its own connections. */
export type Job<Input, Answer> = (input: Input, between: Between) => Answer | Promise<Answer>;

/** For tests and for work too short to be told of. */
export const quietly: Between = { tell: () => undefined, goOn: () => undefined };
