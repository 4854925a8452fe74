import type { Client, ClientFields } from '../../shared/clients/client.ts';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { type MergeField, mergeFields } from '../../shared/views/merge.ts';
import { getClient } from './clients.ts';
import type { Reader } from './handles.ts';

/** Longest number of an invoice, as the ledger has it. */
const LONGEST_NUMBER = 60;

export interface MergePlan {
  readonly keep: Client;
  readonly gone: Client;
  /** Both say something, and not the same. */
  readonly differing: readonly MergeField[];
  /** Only the one that goes says something. */
  readonly taken: readonly MergeField[];
  /** Invoices of the one that goes whose number the other has too. */
  readonly renumbered: readonly { readonly id: number; readonly from: string; readonly to: string }[];
  /** The older of two red flags that are up. */
  readonly lift: Older | null;
  /** The older of two standings that hold. */
  readonly end: Older | null;
  /** A parting worksheet of the one that goes is under way. */
  readonly goingMoves: boolean;
  /** The owner said once that they are two. */
  readonly keptApart: boolean;
  /** Why they can't be merged as they are. */
  readonly refusal: string | null;
}

interface Older {
  readonly id: number;
  readonly since: Day;
  /** Whose it is. */
  readonly of: string;
  /** What the newer one says. */
  readonly stays: string;
}

/** What merging two clients will do. Throws OwnerError where either is no longer there. */
export function planMerge(read: Reader, keepId: number, goneId: number): MergePlan {
  if (keepId === goneId) throw new OwnerError('invalid', 'Choose two different clients.');
  const keep = getClient(read, keepId);
  const gone = getClient(read, goneId);
  const says = (client: ClientFields, field: MergeField) => client[field] !== null;
  const differing = mergeFields.filter(
    (field) => says(keep, field) && says(gone, field) && keep[field] !== gone[field],
  );
  const partings = { keep: partingOf(read, keepId), gone: partingOf(read, goneId) };
  return {
    keep,
    gone,
    differing,
    taken: mergeFields.filter((field) => !says(keep, field) && says(gone, field)),
    renumbered: renumbered(read, keepId, goneId),
    lift: older(read, keep, gone, {
      table: 'red_flag',
      since: 'raised_on',
      says: 'instruction',
      holds: 'lifted_on IS NULL',
    }),
    end: older(read, keep, gone, {
      table: 'standing_set',
      since: 'set_on',
      says: 'standing',
      holds: 'ended_on IS NULL',
    }),
    goingMoves: partings.gone === 'under way',
    keptApart: areKeptApart(read, keepId, goneId),
    refusal: refusalOf(keep, gone, partings),
  };
}

type PartingState = 'under way' | 'parted' | null;

function partingOf(read: Reader, clientId: number): PartingState {
  const row = read.get<{ finished: number }>(
    `SELECT finished_on IS NOT NULL AS finished FROM parting
     WHERE client_id = ? AND stopped_on IS NULL AND welcomed_on IS NULL ORDER BY finished DESC LIMIT 1`,
    clientId,
  );
  if (row === undefined) return null;
  return row.finished === 1 ? 'parted' : 'under way';
}

function refusalOf(
  keep: Client,
  gone: Client,
  partings: { keep: PartingState; gone: PartingState },
): string | null {
  if (partings.keep === null || partings.gone === null) return null;
  if (partings.keep === 'parted' && partings.gone === 'parted')
    return `Ways are parted with both. Welcome one of them back first, on the page where ways were parted.`;
  if (partings.keep === 'under way' && partings.gone === 'under way')
    return `A parting worksheet is under way for both. Stop one of them first.`;
  const [going, parted] = partings.keep === 'under way' ? [keep, gone] : [gone, keep];
  return `A parting worksheet is under way for ${going.name}, and ways are parted with ${parted.name}. Stop the worksheet first.`;
}

/** Of two rows that hold and of which only one may, the one that began first; null where not both have one. */
function older(
  read: Reader,
  keep: Client,
  gone: Client,
  of: { table: string; since: string; says: string; holds: string },
): Older | null {
  const rows = read.all<{ id: number; client_id: number; since: Day; says: string }>(
    `SELECT id, client_id, ${of.since} AS since, ${of.says} AS says FROM ${of.table}
     WHERE client_id IN (?, ?) AND ${of.holds} ORDER BY ${of.since}, id`,
    keep.id,
    gone.id,
  );
  const [first, second] = rows;
  if (first === undefined || second === undefined) return null;
  return {
    id: first.id,
    since: first.since,
    of: first.client_id === keep.id ? keep.name : gone.name,
    stays: second.says,
  };
}

function renumbered(read: Reader, keepId: number, goneId: number): MergePlan['renumbered'] {
  const twice = read.all<{ id: number; number: string }>(
    `SELECT id, number FROM invoice WHERE client_id = ?2
       AND number IN (SELECT number FROM invoice WHERE client_id = ?1) ORDER BY issued_on, id`,
    keepId,
    goneId,
  );
  if (twice.length === 0) return [];
  const numbers = read.all<{ number: string }>(
    'SELECT number FROM invoice WHERE client_id IN (?, ?)',
    keepId,
    goneId,
  );
  const known = new Set(numbers.map(({ number }) => number));
  return twice.map(({ id, number }) => {
    for (let n = 2; ; n++) {
      const mark = ` (${n})`;
      const to = `${cut(number, LONGEST_NUMBER - mark.length)}${mark}`;
      if (known.has(to)) continue;
      known.add(to);
      return { id, from: number, to };
    }
  });
}

/** At most `length` characters as SQLite counts them, which cuts no character in two. */
const cut = (text: string, length: number) => [...text].slice(0, length).join('');

function areKeptApart(read: Reader, oneId: number, otherId: number): boolean {
  const sql = 'SELECT 1 FROM kept_apart WHERE client_id = ? AND other_id = ?';
  return read.get(sql, Math.min(oneId, otherId), Math.max(oneId, otherId)) !== undefined;
}
