import type { Day } from '../../shared/dates.ts';
import type { ClientRef, Plan } from '../../shared/imports/plan.ts';
import { insert, update } from './change.ts';
import type { Writer } from './handles.ts';

/** The file an import is made from, and the change it is made in. */
export interface ImportSource {
  readonly changeId: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  readonly today: Day;
}

/** Notes in the ledger what was imported; rows brought by it point here. */
export function noteImport(
  write: Writer,
  source: ImportSource,
  counts: Readonly<Record<string, number>>,
): number {
  return insert(write, 'import', {
    change_id: source.changeId,
    file_name: source.fileName,
    sha256: source.sha256,
    format: source.format,
    imported_on: source.today,
    counts: JSON.stringify(counts),
  });
}

/** Adds the file's new clients and gives known ones their number; answers the new ones' ids. */
export function writeClients(
  write: Writer,
  { newClients, numberedClients }: Pick<Plan, 'newClients' | 'numberedClients'>,
): readonly number[] {
  const newIds = newClients.map(({ number, name, email, phone, descriptor }) =>
    insert(write, 'client', { number, name, email, phone, descriptor }),
  );
  for (const { id, to } of numberedClients) update(write, 'client', id, { number: to });
  return newIds;
}

export function clientIdOf(client: ClientRef, newIds: readonly number[]): number {
  const id = client.kind === 'known' ? client.id : newIds[client.index];
  if (id === undefined) throw new Error('The plan names a client it does not make');
  return id;
}
