import { change, insert } from '../../electron/ledger/change.ts';
import { startLedger } from '../../electron/ledger/info.ts';
import { createLedger } from '../../electron/ledger/open.ts';
import { addDays, type Day } from '../../shared/dates.ts';
import { randomFor } from '../../shared/sample/random.ts';

/** A ledger of 2,000 clients and 100,000 invoices over four years, most of them paid, with complaints and coupons. */
export function makeLargeLedger(file: string, today: Day): void {
  const ledger = createLedger(file);
  const { between, chance } = randomFor(20261117, 'bench');
  const upTo = (n: number) => between(0, n - 1);
  startLedger(ledger, { business: 'Large & Sons', currency: 'EUR', isSample: false, hourlyCost: 3000 });
  change(ledger, { kind: 'bench', label: 'Bench data', clientId: null, bulk: true }, (write) => {
    for (let c = 1; c <= 2000; c++) {
      const client = insert(write, 'client', {
        number: `K${c}`,
        name: `Client ${c} of the ${['North', 'South', 'Mill', 'Park'][c % 4]} side`,
      });
      const habit = upTo(40) - 8;
      for (let n = 0; n < 50; n++) {
        const issued = addDays(today, -1460 + n * 29 + upTo(20));
        const due = addDays(issued, 30);
        const paid = addDays(due, habit + upTo(20) - 10);
        const isPaid = paid <= today && chance(0.99);
        const amount = 5000 + upTo(200_000);
        const invoice = insert(write, 'invoice', {
          client_id: client,
          number: `${c}-${n}`,
          title: 'Grounds',
          issued_on: issued,
          due_on: due,
          amount_minor: amount,
          open_minor: isPaid ? 0 : amount,
          settled_on: isPaid ? paid : null,
        });
        if (isPaid) {
          insert(write, 'payment', {
            client_id: client,
            invoice_id: invoice,
            paid_on: paid,
            amount_minor: amount,
            method: 'transfer',
          });
        }
      }
      for (let n = 0; n < upTo(4); n++) {
        const received = addDays(today, -upTo(900) - 30);
        const complaint = insert(write, 'complaint', {
          client_id: client,
          received_on: received,
          words: 'The edges were left ragged and nobody rang.',
          channel: 'phone',
          severity: 1 + upTo(4),
          cause_id: 1 + upTo(11),
          fault: 'ours',
          settled_on: chance(0.95) ? addDays(received, upTo(25)) : null,
        });
        insert(write, 'decision', {
          client_id: client,
          complaint_id: complaint,
          kind: 'put right',
          decided_on: addDays(received, 3),
          amount_minor: upTo(9000),
          redo_minutes: upTo(300),
          hourly_cost_minor: 3000,
          reason: 'Ours to mend.',
        });
      }
    }
  });
  ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  ledger.close();
}
