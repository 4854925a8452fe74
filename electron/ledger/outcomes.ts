import type { Day } from '../../shared/dates.ts';
import type { Outcome } from '../../shared/decisions/outcome.ts';
import type { CountableOutcome } from '../../shared/decisions/outcomes.ts';
import { OwnerError } from '../../shared/result.ts';
import type { OutcomesPage } from '../../shared/views/outcomes.ts';
import { atOnce, inSlices } from '../slices.ts';
import type { Reader } from './handles.ts';
import type { Ledger } from './open.ts';
import { DECIDED, type DecidedRow, outcomeSteps } from './outcome-facts.ts';
import { type Reckoning, reckon } from './outcome-reckoning.ts';

/** What came of these decisions, in the order of their ids; one that is no longer in the ledger is left out. */
export function outcomesOf(read: Reader, decisionIds: readonly number[], today: Day): Outcome[] {
  const found = countableOutcomes(read, decisionIds, today);
  return decisionIds.flatMap((id) => found.get(id) ?? []);
}

export function countableOutcomes(
  read: Reader,
  decisionIds: readonly number[],
  today: Day,
): ReadonlyMap<number, CountableOutcome> {
  const found = new Map<number, CountableOutcome>();
  if (decisionIds.length === 0) return found;
  const rows = read
    .all<DecidedRow>(
      `${DECIDED} WHERE decision.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(decisionIds),
    )
    .sort(byClientAndDay);
  atOnce(outcomeSteps(read, rows, today, (row, outcome) => found.set(row.id, outcome)));
  return found;
}

function byClientAndDay(a: DecidedRow, b: DecidedRow): number {
  if (a.client_id !== b.client_id) return a.client_id - b.client_id;
  if (a.decided_on !== b.decided_on) return a.decided_on < b.decided_on ? -1 : 1;
  return a.id - b.id;
}

/** How many periods are kept: the three of the screen, and one more. */
const KEPT = 4;
/** How often it begins anew when the ledger is written to meanwhile. */
const TRIES = 5;

interface Period {
  readonly promised: Promise<Reckoning>;
  ready: Reckoning | null;
}

/** What was reckoned as the ledger stood after its change `at`, by months. */
interface Kept {
  readonly at: number;
  readonly today: Day;
  readonly periods: Map<number | null, Period>;
}

const kept = new WeakMap<Ledger, Kept>();

function keptNow(ledger: Ledger, today: Day): Kept {
  const at = ledger.read.get<{ id: number | null }>('SELECT max(id) AS id FROM change')?.id ?? 0;
  const before = kept.get(ledger);
  if (before?.at === at && before.today === today) return before;
  const fresh: Kept = { at, today, periods: new Map() };
  kept.set(ledger, fresh);
  return fresh;
}

function keep(now: Kept, months: number | null, period: Period): void {
  now.periods.set(months, period);
  for (const oldest of now.periods.keys()) {
    if (now.periods.size <= KEPT) return;
    now.periods.delete(oldest);
  }
}

/**
 * What came of all decisions of a period (the last `months`; null: all), by kind and severity. Reckoned in slices, so
 * that fifty thousand decisions hold nobody up, and kept until the ledger changes. Rejects with OwnerError('conflict')
 * when the ledger was closed meanwhile.
 */
export async function outcomesPage(ledger: Ledger, months: number | null, today: Day): Promise<OutcomesPage> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const now = keptNow(ledger, today);
    const period = now.periods.get(months) ?? begin(ledger, now, months);
    const reckoning = await period.promised;
    refuseClosed(ledger);
    // Half of it from before a change and half from after would be neither.
    if (keptNow(ledger, today) === now) return reckoning.page;
  }
  throw new OwnerError('conflict', 'The ledger kept changing meanwhile. Try again in a moment.');
}

function begin(ledger: Ledger, now: Kept, months: number | null): Period {
  const goOn = () => refuseClosed(ledger);
  const promised = inSlices(reckon(ledger.read, months, now.today), { goOn });
  const period: Period = { promised, ready: null };
  keep(now, months, period);
  promised.then(
    (reckoning) => {
      period.ready = reckoning;
    },
    () => now.periods.delete(months),
  );
  return period;
}

function refuseClosed(ledger: Ledger): void {
  if (!ledger.db.open) throw new OwnerError('conflict', 'This ledger was closed meanwhile.');
}

/** The decisions behind the page: those kept from showing it or, where the ledger has changed since, found at once. */
export function reckoned(ledger: Ledger, months: number | null, today: Day): Reckoning {
  const now = keptNow(ledger, today);
  const ready = now.periods.get(months)?.ready ?? null;
  if (ready !== null) return ready;
  const reckoning = atOnce(reckon(ledger.read, months, today));
  keep(now, months, { promised: Promise.resolve(reckoning), ready: reckoning });
  return reckoning;
}
