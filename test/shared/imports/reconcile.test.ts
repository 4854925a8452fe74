import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownClient, type KnownInvoice, type Plan, showPlan } from '../../../shared/imports/plan.ts';
import { previewImport } from '../../../shared/imports/preview.ts';
import { reconcile } from '../../../shared/imports/reconcile.ts';
import type { ImportedInvoice } from '../../../shared/imports/records.ts';
import { realFile } from './real-files.ts';

interface Payment {
  id: number;
  on: string;
  amount: number;
  imported: boolean;
}
type Kept = Omit<KnownInvoice, 'open' | 'paidOrCredited' | 'settledOn' | 'importedPaymentId' | 'payments'> & {
  pays: Payment[];
};

/** A ledger in memory that carries out plans, as the real one must: changes before new invoices, numbers unique a client. */
class Ledger {
  clients: { id: number; name: string; number: string | null }[] = [];
  invoices: Kept[] = [];
  #next = 1;

  client(name: string, number: string | null = null): number {
    const id = this.#next++;
    this.clients.push({ id, name, number });
    return id;
  }
  invoice(clientId: number, fields: Partial<Kept> = {}): Kept {
    const made: Kept = {
      id: this.#next++,
      clientId,
      number: '1',
      issued: '2025-01-10',
      due: '2025-02-09',
      dueAssumed: false,
      amount: 10000,
      title: null,
      writtenOff: false,
      hasDispute: false,
      pays: [],
      ...fields,
    };
    this.invoices.push(made);
    return made;
  }
  known(): { clients: KnownClient[]; invoices: (ids: readonly number[]) => KnownInvoice[] } {
    return {
      clients: this.clients,
      invoices: (ids) =>
        this.invoices
          .filter((one) => ids.includes(one.clientId))
          .map(({ pays, ...one }) => {
            const paid = pays.reduce((sum, pay) => sum + pay.amount, 0);
            const open = one.writtenOff ? 0 : Math.max(0, one.amount - paid);
            const last =
              pays
                .map((pay) => pay.on)
                .sort()
                .at(-1) ?? null;
            return {
              ...one,
              open,
              paidOrCredited: paid,
              settledOn: paid >= one.amount ? last : null,
              importedPaymentId: pays.find((pay) => pay.imported)?.id ?? null,
              payments: pays.length,
            };
          }),
    };
  }
  plan(records: readonly ImportedInvoice[]): Plan {
    return reconcile(records, this.known(), { rows: records.length, repeated: 0, unreadable: 0, leftOut: 0 });
  }
  apply(plan: Plan): void {
    const fresh = plan.newClients.map((one) => this.client(one.name, one.number));
    for (const { id, to } of plan.numberedClients)
      for (const one of this.clients) if (one.id === id) one.number = to;
    const order = [...plan.invoices].sort((a, b) => Number(a.kind === 'new') - Number(b.kind === 'new'));
    for (const { record, client, invoiceId, changes, payment, movedPayment, dispute } of order) {
      const clientId = client.kind === 'known' ? client.id : (fresh[client.index] ?? -1);
      const target =
        invoiceId === null
          ? this.invoice(clientId, {
              number: record.number,
              issued: record.issued,
              due: record.due,
              dueAssumed: record.dueAssumed,
              amount: record.amount,
              title: record.title,
            })
          : this.invoices.find((one) => one.id === invoiceId);
      if (!target) throw new Error('no such invoice');
      for (const { field, to } of changes) if (field !== 'settledOn') Object.assign(target, { [field]: to });
      if (payment) target.pays.push({ id: this.#next++, ...payment, imported: true });
      if (movedPayment)
        for (const pay of target.pays) if (pay.id === movedPayment.id) pay.on = movedPayment.to;
      if (dispute) Object.assign(target, { hasDispute: true });
    }
    const keys = this.invoices.map((one) => `${one.clientId} ${one.number}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
  /** Everything but ids, in a fixed order. */
  facts(): string[] {
    const named = new Map(this.clients.map((one) => [one.id, `${one.number}/${one.name}`]));
    return this.invoices
      .map(({ id: _, clientId, pays, ...one }) =>
        JSON.stringify([
          named.get(clientId),
          one.number,
          one.issued,
          one.due,
          one.amount,
          one.hasDispute,
          pays.map((pay) => [pay.on, pay.amount]),
        ]),
      )
      .sort();
  }
}

const record = (fields: Partial<ImportedInvoice> = {}): ImportedInvoice => ({
  line: 2,
  rows: 1,
  clientNumber: 'C1',
  clientName: 'Acme',
  email: null,
  phone: null,
  number: '1',
  title: null,
  issued: '2025-01-10',
  due: '2025-02-09',
  dueAssumed: false,
  amount: 10000,
  settledOn: null,
  paid: 0,
  disputed: false,
  ...fields,
});
const paid = (on: string, amount = 10000) => ({ settledOn: on, paid: amount });

describe('clients', () => {
  it('by number; the ledger’s spelling is kept', () => {
    const ledger = new Ledger();
    const id = ledger.client('Acme Ltd', 'C1');
    const plan = ledger.plan([record()]);
    expect(plan.invoices[0]?.client).toEqual({ kind: 'known', id });
    expect(plan.notes.join(' ')).toMatch(/1 client is spelled in more than one way/);
  });
  it('by name where the file has no number: case, blanks and letter forms don’t matter', () => {
    const ledger = new Ledger();
    const id = ledger.client('Café  Größe', 'C9');
    for (const clientName of ['CAFÉ GRÖSSE', 'cafe\u0301 größe ', 'Café Größe'])
      expect(ledger.plan([record({ clientNumber: null, clientName })]).invoices[0]?.client).toEqual({
        kind: 'known',
        id,
      });
  });
  it('a client entered by hand gets its number from the file', () => {
    const ledger = new Ledger();
    const id = ledger.client('Acme');
    const plan = ledger.plan([record()]);
    expect(plan.numberedClients).toEqual([{ id, from: null, to: 'C1' }]);
    ledger.apply(plan);
    expect(ledger.plan([record()]).nothingToWrite).toBe(true);
  });
  it('but not where two numbers share the name', () => {
    const ledger = new Ledger();
    ledger.client('Acme');
    const plan = ledger.plan([record(), record({ line: 3, clientNumber: 'C2' })]);
    expect([plan.numberedClients.length, plan.counts.clientsNew]).toEqual([0, 2]);
  });
  it('a client number that lost its zeros is the same client under the same name, not under another', () => {
    const ledger = new Ledger();
    ledger.client('Acme', '0042');
    expect(ledger.plan([record({ clientNumber: '42' })]).counts).toMatchObject({
      clientsKnown: 1,
      clientsNew: 0,
    });
    expect(ledger.plan([record({ clientNumber: '42', clientName: 'Other' })]).counts).toMatchObject({
      clientsKnown: 0,
      clientsNew: 1,
    });
  });
  it('a name two clients share is refused where no number tells them apart', () => {
    const ledger = new Ledger();
    ledger.client('Acme', 'C1');
    ledger.client('Acme', 'C2');
    const plan = ledger.plan([record({ clientNumber: null })]);
    expect(plan.refused[0]?.reason).toMatch(/more than one client is called ‘Acme’/);
    expect(plan.counts).toMatchObject({ unreadable: 1, invoicesNew: 0, clientsNew: 0 });
  });
  it('new ones once, with what contact the file has', () => {
    const plan = new Ledger().plan([
      record(),
      record({ line: 3, number: '2', email: 'a@b.c' }),
      record({ line: 4, number: '3', clientNumber: null }),
    ]);
    expect(plan.newClients).toEqual([
      { number: 'C1', name: 'Acme', email: 'a@b.c', phone: null, descriptor: null },
    ]);
  });
});

describe('leading zeros', () => {
  const set = (...numbers: string[]) => {
    const ledger = new Ledger();
    const id = ledger.client('Acme', 'C1');
    for (const number of numbers) ledger.invoice(id, { number });
    return ledger;
  };
  it('the file’s fuller number is taken over', () => {
    const ledger = set('42');
    const plan = ledger.plan([record({ number: '0042' })]);
    expect(plan.invoices[0]).toMatchObject({
      kind: 'fullerNumber',
      changes: [{ field: 'number', from: '42', to: '0042' }],
    });
    expect(plan.notes.join(' ')).toMatch(/1 invoice number in the ledger has lost leading zeros/);
    ledger.apply(plan);
    expect(ledger.invoices.map((one) => one.number)).toEqual(['0042']);
    expect(ledger.plan([record({ number: '42' })])).toMatchObject({
      nothingToWrite: true,
      counts: { invoicesKnown: 1 },
    });
  });
  it('within one file, merging what each row knows', () => {
    const plan = new Ledger().plan([
      record({ number: '42', ...paid('2025-03-01') }),
      record({ line: 3, number: '0042', disputed: true }),
    ]);
    expect(plan.invoices).toMatchObject([
      {
        kind: 'new',
        record: { number: '0042', disputed: true },
        payment: { on: '2025-03-01', amount: 10000 },
        dispute: true,
      },
    ]);
    expect(plan.counts).toMatchObject({ rows: 2, repeated: 1, invoicesNew: 1 });
    expect(plan.total).toBe(10000);
  });
  it.each([{ issued: '2025-01-09' }, { due: '2025-02-10' }, { amount: 9999 }])(
    'other facts are another invoice: %j',
    (fields) => {
      expect(set('42').plan([record({ number: '0042', ...fields })]).counts).toMatchObject({
        invoicesNew: 1,
        invoicesKnown: 0,
      });
      expect(
        new Ledger().plan([record({ number: '42' }), record({ line: 3, number: '0042', ...fields })]).counts
          .invoicesNew,
      ).toBe(2);
    },
  );
  it('another client’s twin is another invoice', () => {
    const ledger = set('42');
    expect(
      ledger.plan([record({ number: '0042', clientNumber: 'C2', clientName: 'Other' })]).counts.invoicesNew,
    ).toBe(1);
  });
  it('zeros alone and zeros at the end are no leading zeros', () => {
    expect(set('0').plan([record({ number: '000' })]).counts.fullerNumbers).toBe(1);
    expect(set('42').plan([record({ number: '420' })]).counts.invoicesNew).toBe(1);
  });
  it('a changed number makes room for a new invoice of the shorter one', () => {
    const ledger = set('42');
    const plan = ledger.plan([record({ number: '42', amount: 5 }), record({ line: 3, number: '0042' })]);
    expect(plan.invoices.map((one) => [one.kind, one.record.number])).toEqual([
      ['new', '42'],
      ['fullerNumber', '0042'],
    ]);
    ledger.apply(plan);
    expect(ledger.facts()).toHaveLength(2);
  });
  it('two of the ledger that differ in zeros keep their own', () => {
    const ledger = set('42');
    ledger.invoice(ledger.clients[0]?.id ?? 0, { number: '0042', amount: 5 });
    const plan = ledger.plan([record({ number: '42' }), record({ line: 3, number: '0042', amount: 5 })]);
    expect(plan.nothingToWrite).toBe(true);
    // The file gives the facts of 42 under 0042, which the ledger uses otherwise: known, and no number changes hands.
    expect(ledger.plan([record({ number: '0042' })])).toMatchObject({ nothingToWrite: true });
  });
  it('refuses what would take a number the ledger keeps for a twin', () => {
    const ledger = set('0042');
    const plan = ledger.plan([record({ number: '42' }), record({ line: 3, number: '0042', amount: 5 })]);
    expect(plan.refused[0]).toMatchObject({ line: 3, value: '0042' });
    expect(plan.counts).toMatchObject({ invoicesKnown: 1, invoicesNew: 0, unreadable: 1 });
    ledger.apply(plan);
  });
});

describe('changes, payments and complaints', () => {
  const one = (fields: Partial<Kept> = {}) => {
    const ledger = new Ledger();
    ledger.invoice(ledger.client('Acme', 'C1'), fields);
    return ledger;
  };
  const pay = (on: string, amount = 10000, imported = true): Payment => ({ id: 900, on, amount, imported });
  it('the same again is known, with nothing to write', () => {
    expect(one().plan([record()])).toMatchObject({ nothingToWrite: true, counts: { invoicesKnown: 1 } });
    expect(one({ title: 'Mine' }).plan([record()]).nothingToWrite).toBe(true);
  });
  it('changed with before and after', () => {
    const plan = one().plan([record({ due: '2025-03-09', amount: 12000, title: 'Roof' })]);
    expect(plan.invoices[0]).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'due', from: '2025-02-09', to: '2025-03-09' },
        { field: 'amount', from: 10000, to: 12000 },
        { field: 'title', from: null, to: 'Roof' },
      ],
    });
    expect(showPlan(plan).changed[0]).toMatchObject({ number: '1', clientName: 'Acme' });
  });
  it('an assumed due day never replaces one that was given, but gives way to it', () => {
    expect(one().plan([record({ due: '2025-01-24', dueAssumed: true })]).nothingToWrite).toBe(true);
    expect(one({ due: '2025-01-24', dueAssumed: true }).plan([record()]).invoices[0]?.changes).toEqual([
      { field: 'due', from: '2025-01-24', to: '2025-02-09' },
      { field: 'dueAssumed', from: true, to: false },
    ]);
  });
  it('pays the open balance and no more', () => {
    expect(one().plan([record(paid('2025-03-01'))]).invoices[0]).toMatchObject({
      kind: 'known',
      payment: { on: '2025-03-01', amount: 10000 },
    });
    expect(
      one({ pays: [pay('2025-02-01', 4000)] }).plan([record(paid('2025-03-01'))]).invoices[0]?.payment,
    ).toEqual({ on: '2025-03-01', amount: 6000 });
    expect(
      one({ pays: [pay('2025-02-01', 4000)] }).plan([record(paid('2025-03-01', 5000))]).invoices[0]?.payment,
    ).toEqual({ on: '2025-03-01', amount: 1000 });
    expect(
      one({ pays: [pay('2025-02-01', 4000)] }).plan([record(paid('2025-02-01', 4000))]).nothingToWrite,
    ).toBe(true);
    expect(
      one({ pays: [pay('2025-03-01')] }).plan([record({ ...paid('2025-03-01', 12000), amount: 12000 })])
        .invoices[0],
    ).toMatchObject({ kind: 'changed', payment: { amount: 2000 } });
  });
  it('moves an imported payment, keeps one by hand, and says so', () => {
    const moved = one({ pays: [pay('2025-03-01')] }).plan([record(paid('2025-03-05'))]);
    expect(moved.invoices[0]).toMatchObject({
      kind: 'changed',
      movedPayment: { id: 900, from: '2025-03-01', to: '2025-03-05' },
      payment: null,
    });
    const kept = one({ pays: [pay('2025-03-01', 10000, false)] }).plan([record(paid('2025-03-05'))]);
    expect(kept.nothingToWrite).toBe(true);
    expect(kept.notes.join(' ')).toMatch(/the ledger’s day is kept/);
  });
  it('never takes a payment away', () =>
    expect(one({ pays: [pay('2025-03-01')] }).plan([record()]).nothingToWrite).toBe(true));
  it('a dispute becomes a complaint once', () => {
    expect(one().plan([record({ disputed: true })])).toMatchObject({
      nothingToWrite: false,
      counts: { complaints: 1, invoicesKnown: 1 },
    });
    expect(one({ hasDispute: true }).plan([record({ disputed: true })]).nothingToWrite).toBe(true);
  });
  it('two ways of naming one client: the same invoice once, differing ones refused', () => {
    const unnamed = record({ line: 3, clientNumber: null });
    expect(new Ledger().plan([record(), unnamed]).counts).toMatchObject({ invoicesNew: 1, repeated: 1 });
    expect(new Ledger().plan([record(), { ...unnamed, amount: 5 }])).toMatchObject({
      refused: [{ line: 2 }, { line: 3 }],
      counts: { invoicesNew: 0, unreadable: 2 },
    });
  });
});

describe('properties', () => {
  const records = fc
    .array(
      fc.record({
        clientNumber: fc.constantFrom('C1', 'C2', null),
        number: fc.constantFrom('7', '07', '007', '70', 'A7'),
        amount: fc.constantFrom(100, 200),
        issued: fc.constantFrom('2025-01-10', '2025-01-11'),
        settled: fc.boolean(),
        disputed: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((list) => {
      const seen = new Map(list.map((one) => [`${one.clientNumber} ${one.number}`, one]));
      return [...seen.values()].map(({ settled, ...one }, i) =>
        record({
          ...one,
          clientName: one.clientNumber ?? 'Nameless',
          line: i + 2,
          ...(settled ? paid('2025-02-01', one.amount) : {}),
        }),
      );
    });
  it('a file imported again writes nothing, and every record is accounted for', () => {
    fc.assert(
      fc.property(records, records, (first, second) => {
        const ledger = new Ledger();
        ledger.apply(ledger.plan(first));
        const plan = ledger.plan(second);
        const { counts } = plan;
        expect(
          counts.invoicesNew +
            counts.invoicesKnown +
            counts.invoicesChanged +
            counts.fullerNumbers +
            counts.repeated +
            counts.unreadable,
        ).toBe(second.length);
        ledger.apply(plan);
        if (plan.refused.length === 0)
          expect(ledger.plan(second).invoices.filter((one) => one.kind === 'new')).toEqual([]);
      }),
    );
  });
  it('losing leading zeros, before or after, in either order, ends the same', () => {
    const facts = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(facts, fc.integer({ min: 3, max: 6 }), (numbers, width) => {
        const full = numbers.map((n, i) =>
          record({
            line: i + 2,
            number: String(n).padStart(width, '0'),
            amount: 100 + n,
            ...paid('2025-02-01', 100 + n),
          }),
        );
        const bare = full.map((one) => ({ ...one, number: String(Number(one.number)) })).reverse();
        const ends = [[full, bare], [bare, full], [full], [bare, full, bare]].map((files) => {
          const ledger = new Ledger();
          for (const file of files) ledger.apply(ledger.plan(file));
          return ledger.facts();
        });
        for (const end of ends) expect(end).toEqual(ends[0]);
      }),
    );
  });
});

describe('both real files', () => {
  const texts = ['accounts-receivable-mdy.csv', 'accounts-receivable-dmy.csv'].map(realFile);
  const read = (text: string) => previewImport(text, {}, { currency: 'USD', today: '2026-11-17' }).records;
  it.skipIf(texts.includes(null))(
    'accounts-receivable-mdy.csv and -dmy.csv, in either order, end in the same 2,466 invoices',
    () => {
      const [mdy = [], dmy = []] = texts.map((text) => read(text ?? ''));
      const after = [
        [mdy, dmy],
        [dmy, mdy],
      ].map(([first = [], second = []], i) => {
        const ledger = new Ledger();
        const one = ledger.plan(first);
        expect(one.counts).toMatchObject({
          clientsNew: 100,
          invoicesNew: 2466,
          payments: 2466,
          complaints: 561,
          repeated: 0,
        });
        expect(one.total).toBe(14770318);
        ledger.apply(one);
        expect(ledger.plan(first).nothingToWrite).toBe(true);
        const two = ledger.plan(second);
        expect(two.counts).toMatchObject({
          clientsNew: 0,
          clientsKnown: 100,
          invoicesNew: 0,
          invoicesChanged: 0,
          payments: 0,
          complaints: 0,
          fullerNumbers: i === 0 ? 0 : 266,
          invoicesKnown: i === 0 ? 2466 : 2200,
        });
        expect(two.total).toBe(14770318);
        expect(two.nothingToWrite).toBe(i === 0);
        expect(two.notes.join(' ')).toMatch(
          /266 invoice numbers in the (file|ledger) have lost leading zeros/,
        );
        ledger.apply(two);
        expect(ledger.plan(first).nothingToWrite && ledger.plan(second).nothingToWrite).toBe(true);
        expect(ledger.invoices.filter((invoice) => invoice.number.startsWith('0'))).toHaveLength(266);
        return ledger.facts();
      });
      expect(after[0]).toHaveLength(2466);
      expect(after[1]).toEqual(after[0]);
    },
  );
});

it('100,000 records against as many known, in seconds', () => {
  const records = Array.from({ length: 100_000 }, (_, i) =>
    record({
      line: i + 2,
      number: String(i),
      clientNumber: `C${i % 2000}`,
      clientName: `Client ${i % 2000}`,
    }),
  );
  const plan = new Ledger().plan(records);
  const clients = plan.newClients.map(({ name, number }, i) => ({ id: i + 1, name, number }));
  const invoices = plan.invoices.map(({ record: { number, issued, due, amount }, client }, i) => ({
    id: i + 1,
    clientId: client.kind === 'new' ? client.index + 1 : 0,
    number,
    issued,
    due,
    dueAssumed: false,
    amount,
    title: null,
    settledOn: null,
    open: amount,
    paidOrCredited: 0,
    writtenOff: false,
    importedPaymentId: null,
    payments: 0,
    hasDispute: false,
  }));
  const again = reconcile(
    records,
    { clients, invoices: () => invoices },
    { rows: 100_000, repeated: 0, unreadable: 0, leftOut: 0 },
  );
  expect(again.nothingToWrite).toBe(true);
});
