import { describe, expect, it } from 'vitest';
import { excuses, linkedWith } from '../../../renderer/screens/client/links.ts';
import { larkfield } from './larkfield.ts';
import { cause, complaint, decision, page } from './page-maker.ts';

const of = (key: string) => [...linkedWith(larkfield)(key)].sort();

describe('what belongs together', () => {
  it('a complaint: its decisions and the invoices it excuses', () => {
    expect(of('complaint-6')).toEqual(['decision-6', 'invoice-22', 'invoice-23']);
  });

  it('a coupon: its complaint and the invoice it was redeemed on', () => {
    expect(of('decision-2')).toEqual(['complaint-2', 'invoice-9']);
  });

  it('from an excused invoice to the complaint and its decision, but not to the other invoices', () => {
    expect(of('invoice-23')).toEqual(['complaint-6', 'decision-6']);
  });

  it('an invoice nothing happened on stands alone', () => expect(of('invoice-14')).toEqual([]));

  it('two complaints that excuse one invoice stay two stories', () => {
    const inside = { cause: cause('process') };
    const two = page({
      invoices: [{ id: 1, due: '2026-03-10', late: 5 }],
      complaints: [
        complaint({ id: 1, receivedOn: '2026-03-01', settledOn: '2026-03-20', ...inside }),
        complaint({ id: 2, receivedOn: '2026-03-05', settledOn: '2026-03-25', ...inside }),
      ],
      decisions: [decision({ id: 9, complaintId: 2, kind: 'apologise', decidedOn: '2026-03-06' })],
    });
    expect([...linkedWith(two)('complaint-1')]).toEqual(['invoice-1']);
    expect([...linkedWith(two)('invoice-1')].sort()).toEqual(['complaint-1', 'complaint-2', 'decision-9']);
  });
});

describe('which complaint excuses which invoice', () => {
  it('agrees with what the ledger marked', () => {
    for (const invoice of larkfield.invoices) {
      expect(larkfield.complaints.some((one) => excuses(one, invoice))).toBe(invoice.excused);
    }
  });
});
