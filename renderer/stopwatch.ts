import { useQueryClient } from '@tanstack/react-query';
import { call, keyOf, useAsk } from './api.ts';

/** Time being spent on one client. It is kept in the ledger as a draft, so closing the window does not stop it. */
export interface Stopwatch {
  readonly clientId: number;
  readonly clientName: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null while it runs; then it waits to be noted or thrown away. */
  readonly stoppedAt: number | null;
}

const KEY = 'stopwatch';
const MINUTE = 60_000;
/** The most that can be noted at once. */
const MOST_MINUTES = 6000;

/** What the draft holds, or null where it is something else: a draft is what any version may have written. */
export function readStopwatch(value: unknown): Stopwatch | null {
  if (typeof value !== 'object' || value === null) return null;
  const { clientId, clientName, startedAt, stoppedAt } = value as Record<string, unknown>;
  if (typeof clientId !== 'number' || typeof clientName !== 'string' || typeof startedAt !== 'number')
    return null;
  return { clientId, clientName, startedAt, stoppedAt: typeof stoppedAt === 'number' ? stoppedAt : null };
}

/** Whole minutes to note: 1 to 6,000. A clock put back makes no negative time. */
export function minutesOn(watch: Stopwatch, now: number): number {
  const minutes = Math.round(((watch.stoppedAt ?? now) - watch.startedAt) / MINUTE);
  return Math.min(Math.max(minutes, 1), MOST_MINUTES);
}

/** “42 s”, “25 min”, “1:05 h”: as it stands at `now`, cut and not rounded. */
export function showTime(watch: Stopwatch, now: number): string {
  const seconds = Math.max(0, Math.floor(((watch.stoppedAt ?? now) - watch.startedAt) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}

export interface StopwatchDesk {
  readonly watch: Stopwatch | null;
  readonly start: (client: { readonly id: number; readonly name: string }) => void;
  /** Stops it and answers the minutes; it stays until it is cleared, so that closing a form loses no time. */
  readonly stop: () => number;
  readonly clear: () => void;
}

/** The one stopwatch of the open ledger. */
export function useStopwatch(): StopwatchDesk {
  const queries = useQueryClient();
  const key = keyOf('drafts.load', { key: KEY });
  const asked = useAsk('drafts.load', { key: KEY });
  const watch = readStopwatch(asked.data?.value);
  const keep = (next: Stopwatch | null): void => {
    queries.setQueryData(key, next === null ? null : { value: next });
    // While an import holds the ledger it can't be kept there; the window still has it.
    void (
      next === null
        ? call('drafts.clear', { key: KEY })
        : call('drafts.save', { key: KEY, value: { ...next } })
    ).catch(() => undefined);
  };
  return {
    watch,
    start: ({ id, name }) => keep({ clientId: id, clientName: name, startedAt: Date.now(), stoppedAt: null }),
    stop: () => {
      if (watch === null) return 1;
      const stopped = { ...watch, stoppedAt: watch.stoppedAt ?? Date.now() };
      keep(stopped);
      return minutesOn(stopped, stopped.stoppedAt);
    },
    clear: () => keep(null),
  };
}
