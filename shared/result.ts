/** What kind of thing went wrong. `bug` is ours; every other code is something the owner can act on. */
export type ErrorCode =
  | 'invalid' // the input breaks a rule; `field` says which
  | 'notFound' // the row is gone
  | 'conflict' // the ledger holds something that contradicts the input
  | 'warned' // nothing stands in the way but a warning: say so again with `allTheSame`
  | 'busy' // an import is running
  | 'cancelled' // the owner stopped it
  | 'noBackup' // the backup that comes before a risky step failed; the owner may go on without
  | 'noLedger' // no ledger is open
  | 'ledger' // the ledger file can't be used: foreign, newer, damaged, read-only, disk full
  | 'bug';

/** An error as it crosses the border between main process and window: a value, never a rejection. */
export interface Failure {
  readonly code: ErrorCode;
  /** One or two sentences in the owner's words: what is wrong and what to do. */
  readonly message: string;
  /** The input's field the message is about, as a dotted path. */
  readonly field?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A user's mistake or a state of the world: shown to the owner as it is. Anything else thrown is a bug. */
export class OwnerError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  constructor(code: ErrorCode, message: string, field?: string) {
    super(message);
    this.name = 'OwnerError';
    this.code = code;
    this.field = field;
  }
}

/** Makes the compiler prove that every member of a union was handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
