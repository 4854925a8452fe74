/** Keeps what was typed into one form: saved a moment after the last change, at once on `flush`. */
export interface DraftKeeper {
  /** Something changed; null: nothing is left to keep. */
  note(value: Draft | null): void;
  /** Saves now what still waits. */
  flush(): void;
  /** Forgets the draft, here and in the ledger; a waiting save is dropped. */
  clear(): void;
}

/** Values of a form's fields as they were typed, by field name. */
export type Draft = Readonly<Record<string, DraftValue>>;
export type DraftValue = string | number | boolean | null;

/** How long after the last change a draft is saved, in milliseconds. */
export const DRAFT_DELAY = 300;

/** However long somebody types on without a pause, no more than this much of it waits, in milliseconds. */
const LONGEST_WAIT = 500;

/** `save` and `clear` reach the ledger; both may fail without harm, so the caller swallows their failures. */
export function keepDraft(save: (value: Draft) => void, clear: () => void, delay = DRAFT_DELAY): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Draft | null | undefined;
  /** When the oldest change was made that still waits. */
  let since = 0;

  const flush = () => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const value = waiting;
    waiting = undefined;
    if (value === null) clear();
    else save(value);
  };
  return {
    note(value) {
      if (waiting === undefined) since = performance.now();
      waiting = value;
      clearTimeout(timer);
      timer = setTimeout(flush, Math.max(0, Math.min(delay, since + LONGEST_WAIT - performance.now())));
    },
    flush,
    clear() {
      clearTimeout(timer);
      waiting = undefined;
      clear();
    },
  };
}

/**
 * What of a stored draft still fits the form: only fields the form has, holding the kind of value they held.
 * A field may have been dropped or changed since the draft was written.
 */
export function fittingDraft(stored: unknown, defaults: Draft): Draft | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const fitting: Record<string, DraftValue> = {};
  for (const [name, value] of Object.entries(stored)) {
    if (!(name in defaults) || !isDraftValue(value)) continue;
    const before = defaults[name];
    // null stands for "nothing yet" in amounts and pickers, so it fits any of them and any value fits it.
    if (value === null || before === null || typeof value === typeof before) fitting[name] = value;
  }
  return Object.keys(fitting).length === 0 ? null : fitting;
}

function isDraftValue(value: unknown): value is DraftValue {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}

/** The fields that differ from how the form opened; null where none does. */
export function changedFields(values: Draft, defaults: Draft): Draft | null {
  const changed = Object.entries(values).filter(([name, value]) => value !== defaults[name]);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** A number field holds NaN while its text is no number; JSON has no such value, and nothing is lost but that text. */
export function storable(values: Draft): Draft {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'number' && !Number.isFinite(value) ? null : value]),
  );
}
