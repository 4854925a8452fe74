import { change, insert } from '../../electron/ledger/change.ts';
import type { Writer } from '../../electron/ledger/handles.ts';
import { startLedger } from '../../electron/ledger/info.ts';
import { createLedger } from '../../electron/ledger/open.ts';
import { addDays, type Day } from '../../shared/dates.ts';
import { randomFor } from '../../shared/sample/random.ts';

const FAULTS = ['ours', 'shared', 'theirs', 'nobody'] as const;
const KINDS = ['put right', 'coupon', 'part refund', 'apologise', 'hold firm', 'full refund'] as const;

/**
 * 2,000 clients, 100,000 invoices over four years, most of them paid, 10,000 complaints, nearly all decided on; `times`
 * as many of all of them.
 */
export function makeLargeLedger(file: string, today: Day, times = 1): void {
  const ledger = createLedger(file);
  const { between, chance } = randomFor(20261117, 'bench');
  const upTo = (n: number) => between(0, n - 1);
  startLedger(ledger, { business: 'Large & Sons', currency: 'EUR', isSample: false, hourlyCost: 3000 });
  change(ledger, { kind: 'bench', label: 'Bench data', clientId: null, bulk: true }, (write) => {
    for (let c = 1; c <= Math.round(2000 * times); c++) {
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
      for (let n = 0; n < 5; n++) {
        const received = addDays(today, -upTo(1400) - 4);
        const settled = chance(0.99) ? addDays(received, upTo(4)) : null;
        const complaint = insert(write, 'complaint', {
          client_id: client,
          received_on: received,
          words: 'The edges were left ragged and nobody rang.',
          channel: 'phone',
          severity: 1 + upTo(4),
          cause_id: 1 + upTo(11),
          fault: FAULTS[upTo(4)] ?? 'ours',
          replied_on: chance(0.9) ? received : null,
          settled_on: settled,
        });
        if (settled !== null) decide(write, client, complaint, settled, upTo);
      }
    }
  });
  ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  ledger.close();
}

function decide(
  write: Writer,
  client: number,
  complaint: number,
  on: Day,
  upTo: (n: number) => number,
): void {
  const kind = KINDS[upTo(KINDS.length)] ?? 'put right';
  const refund = kind === 'part refund' || kind === 'full refund';
  const decision = insert(write, 'decision', {
    client_id: client,
    complaint_id: complaint,
    kind,
    decided_on: on,
    amount_minor: kind === 'coupon' || refund ? 1000 + upTo(9000) : 0,
    redo_minutes: kind === 'put right' ? 30 + upTo(300) : 0,
    hourly_cost_minor: 3000,
    paid_back: refund ? 'money' : null,
    reason: 'As in like cases.',
  });
  if (kind !== 'coupon') return;
  insert(write, 'coupon', {
    decision_id: decision,
    client_id: client,
    code: `L${decision}`,
    value_minor: 1000,
    valid_until: addDays(on, 180),
  });
}
