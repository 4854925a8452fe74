import { join } from 'node:path';
import { change, insert } from '../../electron/ledger/change.ts';
import { startLedger } from '../../electron/ledger/info.ts';
import { createLedger } from '../../electron/ledger/open.ts';
import { addDays } from '../../shared/dates.ts';
import { temporaryFolder } from './app.ts';
import { TODAY } from './going.ts';

/** How the n-th client of `manyClients` is called, n from 1. */
export const manyName = (n: number) => `Client ${String(n).padStart(4, '0')}`;

/**
 * A ledger of so many clients that a list of them all would be slow: `count` clients, one paid invoice each, whose
 * days late grow with the client's number; every tenth has a second one open. Answers the ledger's file.
 */
export function manyClients(count: number): string {
  const file = join(temporaryFolder('many'), 'Many & Sons.evenhand');
  const ledger = createLedger(file);
  startLedger(ledger, { business: 'Many & Sons', currency: 'GBP', isSample: false, hourlyCost: 2800 });
  change(ledger, { kind: 'test', label: 'Many clients', clientId: null }, (write) => {
    for (let n = 1; n <= count; n++) {
      const client = insert(write, 'client', { number: `K${n}`, name: manyName(n) });
      const invoice = (number: string, due: string, paid: string | null) => {
        const id = insert(write, 'invoice', {
          client_id: client,
          number,
          title: 'Grounds',
          issued_on: addDays(due, -30),
          due_on: due,
          amount_minor: 10_000 + n,
          open_minor: paid === null ? 10_000 + n : 0,
          settled_on: paid,
        });
        if (paid === null) return;
        insert(write, 'payment', {
          client_id: client,
          invoice_id: id,
          paid_on: paid,
          amount_minor: 10_000 + n,
          method: 'transfer',
        });
      };
      const due = addDays(TODAY, -200);
      invoice(`${n}-1`, due, addDays(due, Math.floor(n / 20)));
      if (n % 10 === 0) invoice(`${n}-2`, addDays(TODAY, -10), null);
    }
  });
  ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  ledger.close();
  return file;
}
