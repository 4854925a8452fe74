import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Day } from '../../../shared/dates.ts';
import { OwnerError } from '../../../shared/result.ts';
import type { ClientListQuery } from '../../../shared/views/client-list.ts';
import type { Rehearsal } from '../../../shared/views/restore.ts';
import { swapLedger } from '../../restoring/swap.ts';
import { checksumOf } from '../contents.ts';
import { listClients } from '../list.ts';
import { type Ledger, openLedger } from '../open.ts';
import { clientPage } from '../page.ts';
import type { Between } from './job.ts';

export interface RehearseInput {
  /** The checked copy that a look left. */
  readonly copy: string;
  /** A folder of the app's own, for a ledger that is restored there and thrown away. */
  readonly folder: string;
  /** checksumOf the copy, as the look found it. */
  readonly checksum: string;
  readonly today: Day;
}

/** The rest of a restore, into a temporary place: swapped in, opened as a ledger, read, compared. */
export async function rehearseJob(
  { copy, folder, checksum, today }: RehearseInput,
  between: Between,
): Promise<Rehearsal['steps']> {
  const place = join(folder, basename(copy));
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Something to take the place of, as there is in earnest.
    writeFileSync(place, 'the ledger before');
    swapLedger(place, copy, between);
    between.tell('Opening it as your ledger', null);
    between.goOn();
    const steps = await tryOut(place, today);
    between.tell('Comparing the contents', null);
    if (checksumIn(place, between) !== checksum)
      throw new OwnerError(
        'ledger',
        'What was restored is not what the backup holds. Make a new backup, on another disk.',
      );
    return [
      { what: 'Put into the place of a ledger', found: 'whole, byte for byte' },
      ...steps,
      { what: 'Compared what was restored with the backup', found: 'the same, to the last row' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const beginning: ClientListQuery = {
  filter: 'all',
  text: '',
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 50,
};

async function tryOut(file: string, today: Day): Promise<Rehearsal['steps']> {
  const ledger = openLedger(file);
  try {
    await ledger.checked;
    return [
      { what: 'Opened as your ledger', found: 'it opens, and its check finds nothing' },
      ...read(ledger, today),
    ];
  } finally {
    ledger.close();
  }
}

function read(ledger: Ledger, today: Day): Rehearsal['steps'] {
  const { rows, total } = listClients(ledger, beginning, today);
  const first = rows[0];
  const list = {
    what: 'Read the list of clients',
    found: total === 1 ? '1 client, with figures' : `${total} clients, with figures`,
  };
  if (first === undefined) return [{ ...list, found: 'there are none yet' }];
  const page = clientPage(ledger, first.id, today);
  return [list, { what: 'Read a client’s page', found: page.client.name }];
}

function checksumIn(file: string, between: Between): string {
  const db = new Database(file, { readonly: true });
  try {
    return checksumOf(db, { history: true }, () => between.goOn());
  } finally {
    db.close();
  }
}
