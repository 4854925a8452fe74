import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../shared/imports/choices.ts';
import { FIELD_IDS } from '../../../shared/imports/fields.ts';
import { FORMATS, recogniseFormat } from '../../../shared/imports/formats/index.ts';
import { plainHeading } from '../../../shared/imports/headings.ts';
import { proposeMapping } from '../../../shared/imports/mapping.ts';
import { previewImport } from '../../../shared/imports/preview.ts';
import { fixture, fixtureText, realFile } from './real-files.ts';

const context = { currency: 'GBP', today: '2026-11-17' };
const read = (text: string, choices: Choices = {}, currency = 'GBP') =>
  previewImport(text, choices, { ...context, currency });

describe('every format', () => {
  it('has an id of its own, and headings as plainHeading makes them', () => {
    expect(new Set(FORMATS.map((format) => format.id)).size).toBe(FORMATS.length);
    for (const format of FORMATS)
      for (const id of FIELD_IDS)
        for (const heading of format.headings[id] ?? [])
          expect(plainHeading(heading), `${format.id} ${id}`).toBe(heading);
  });
  it('recognises its own fixture', () => {
    for (const id of ['receivables-sample', 'freshbooks', 'zoho', 'stripe-payments', 'mediated-complaints']) {
      const headers = fixtureText(`${id}.csv`).split(/\r?\n/)[0]?.split(/[,;]/) ?? [];
      expect(recogniseFormat(headers).id).toBe(id);
    }
  });
});

describe('headings of bookkeeping programs', () => {
  it.each<[string, string, Partial<Record<string, string>>]>([
    [
      'QuickBooks Online',
      'Date,Type,No.,Customer,Memo,Due date,Balance,Total,Status',
      {
        issued: 'Date',
        rowKind: 'Type',
        invoiceNumber: 'No.',
        clientName: 'Customer',
        title: 'Memo',
        due: 'Due date',
        balance: 'Balance',
        amount: 'Total',
        status: 'Status',
      },
    ],
    [
      'Xero',
      'ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Currency,Type,Status',
      {
        clientName: 'ContactName',
        email: 'EmailAddress',
        invoiceNumber: 'InvoiceNumber',
        issued: 'InvoiceDate',
        due: 'DueDate',
        amount: 'Total',
        paidAmount: 'InvoiceAmountPaid',
        balance: 'InvoiceAmountDue',
        currency: 'Currency',
      },
    ],
    [
      'Sage',
      'Account Ref,Invoice No,Date,Due Date,Net,Tax,Gross',
      {
        clientNumber: 'Account Ref',
        invoiceNumber: 'Invoice No',
        issued: 'Date',
        due: 'Due Date',
        amount: 'Gross',
      },
    ],
    [
      'Wave',
      'Customer,Invoice Number,Invoice Date,Due Date,Total,Amount Due,Status',
      { clientName: 'Customer', balance: 'Amount Due', amount: 'Total' },
    ],
    [
      'lexoffice',
      'Belegnummer,Belegdatum,Fälligkeit,Kunde,Kundennr.,Bruttobetrag,Bezahlt am,Währung',
      {
        invoiceNumber: 'Belegnummer',
        issued: 'Belegdatum',
        due: 'Fälligkeit',
        clientName: 'Kunde',
        clientNumber: 'Kundennr.',
        amount: 'Bruttobetrag',
        settledOn: 'Bezahlt am',
        currency: 'Währung',
      },
    ],
    [
      'French',
      'Nº de facture,Client,Date de facture,Date d’échéance,Montant TTC,Date de paiement,Statut',
      {
        clientName: 'Client',
        issued: 'Date de facture',
        due: 'Date d’échéance',
        amount: 'Montant TTC',
        settledOn: 'Date de paiement',
        status: 'Statut',
      },
    ],
    [
      'Spanish',
      'Número de factura,Cliente,Fecha,Fecha de vencimiento,Importe total,Fecha de cobro',
      {
        invoiceNumber: 'Número de factura',
        clientName: 'Cliente',
        issued: 'Fecha',
        due: 'Fecha de vencimiento',
        amount: 'Importe total',
        settledOn: 'Fecha de cobro',
      },
    ],
  ])('%s', (_, line, expected) => {
    const headers = line.split(',');
    const { mapping } = proposeMapping(headers, [], recogniseFormat(headers));
    const found = Object.fromEntries(FIELD_IDS.map((id) => [id, headers[mapping[id] ?? -1]]));
    expect(found).toMatchObject(expected);
  });
  it('never takes a subtotal or a net sum for the amount', () => {
    const headers = ['Client', 'Subtotal', 'Net', 'Item Total', 'VAT'];
    expect(proposeMapping(headers, [], recogniseFormat(headers)).mapping.amount).toBeNull();
  });
});

describe('own fixtures', () => {
  it('receivables sample: day first or month first by its dates, its own figures left out', () => {
    const { records, preview } = read(fixtureText('receivables-sample.csv'));
    expect(records.map((r) => [r.number, r.issued, r.amount, r.settledOn, r.disputed])).toEqual([
      ['0000000017', '2024-01-02', 12050, '2024-01-20', false],
      ['0000000018', '2024-03-04', 8000, '2024-04-10', true],
      ['4100000019', '2024-05-06', 3333, '2024-06-05', false],
    ]);
    expect(
      preview.columns.filter((column) => column.unusedBecause !== null).map((column) => column.header),
    ).toEqual(['countryCode', 'PaperlessDate', 'PaperlessBill', 'DaysToSettle', 'DaysLate']);
  });
  it('FreshBooks: lines add up, discounts included; terms are asked for; drafts are left out', () => {
    const text = fixtureText('freshbooks.csv');
    expect(read(text).preview.questions.map((question) => question.kind)).toEqual(['terms']);
    const { records, unreadable } = read(text, { termsDays: 14 });
    expect(records.map((r) => [r.number, r.amount, r.due, r.dueAssumed, r.settledOn, r.rows])).toEqual([
      ['0000007', 9000, '2024-03-18', true, '2024-03-30', 2],
      ['0000008', 36000, '2024-03-19', true, null, 1],
    ]);
    expect(unreadable).toMatchObject([{ line: 5, kind: 'leftOut', column: 'Invoice Status' }]);
  });
  it('Zoho: the total once for all lines, part payments, drafts and void ones left out', () => {
    const { records, unreadable, preview } = read(fixtureText('zoho.csv'));
    expect(records.map((r) => [r.number, r.amount, r.paid, r.settledOn, r.title])).toEqual([
      ['INV-000011', 30000, 30000, '2024-06-03', 'Spring service'],
      ['INV-000012', 9000, 6000, '2024-06-04', null],
      ['INV-000013', 7500, 0, null, null],
    ]);
    expect(unreadable.map(({ line, reason, kind }) => [line, reason, kind])).toEqual([
      [6, 'a draft: not sent to the client, so nothing is owed', 'leftOut'],
      [7, 'void: nothing is owed', 'leftOut'],
    ]);
    expect(preview).toMatchObject({ unreadableCount: 0, leftOutCount: 2, rows: 6 });
  });
  it('Stripe payments are refused', () =>
    expect(() => read(fixtureText('stripe-payments.csv'))).toThrow(/list of payments, not of invoices/));
  it('a German export', () => {
    const text = new TextDecoder('windows-1252').decode(fixture('german.csv'));
    const { records, unreadable, preview } = read(text, {}, 'EUR');
    expect(records.map((r) => [r.line, r.clientNumber, r.clientName, r.amount, r.settledOn])).toEqual([
      [2, '0042', 'Müller & Söhne', 102000, '2024-01-25'],
      [3, '0043', 'Café "Größe"; Inh. Jörg', 8550, null],
    ]);
    expect(unreadable.map(({ line, reason }) => [line, reason])).toEqual([
      [5, expect.stringMatching(/credit note/)],
      [6, expect.stringMatching(/totals/)],
    ]);
    expect(preview.blankLines).toBe(1);
    expect(preview.decimal.reason).toMatch(/decimal comma, because ‘1.020,00 €’ in line 2/);
  });
  it('what a spreadsheet destroyed is refused row by row, the rest is read', () => {
    const { records, unreadable } = read(fixtureText('spreadsheet-damage.csv'));
    expect(records.map((r) => r.number)).toEqual(['8']);
    expect(unreadable.map((row) => row.line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(unreadable.map((row) => row.reason).join(' ')).toMatch(
      /only a time is left.*day number.*too narrow.*spreadsheet’s error.*powers of ten.*shortened this number.*no 30 Feb 2024/,
    );
  });
});

describe('real files of others', () => {
  const file = (name: string) => realFile(name);
  it.skipIf(file('freshbooks_invoices.csv') === null)(
    'freshbooks_invoices.csv: one invoice of three lines, terms asked for',
    () => {
      const text = file('freshbooks_invoices.csv') ?? '';
      expect(read(text, {}, 'USD').preview.questions.map((question) => question.kind)).toEqual(['terms']);
      const { records, unreadable } = read(text, { termsDays: 30 }, 'USD');
      expect(unreadable).toEqual([]);
      expect(records).toMatchObject([
        {
          number: '0000001',
          clientName: 'X-Men',
          amount: 789000,
          rows: 3,
          issued: '2021-01-28',
          due: '2021-02-27',
          dueAssumed: true,
          settledOn: null,
        },
      ]);
      expect(read(text, { termsDays: 30 }, 'GBP').unreadable.map((row) => row.reason)).toEqual(
        Array(3).fill('in USD; this ledger is kept in GBP'),
      );
    },
  );
  it.skipIf(file('zoho_invoices.csv') === null)(
    'zoho_invoices.csv: 13 rows of drafts, left out with the reason; as sent invoices: three',
    () => {
      const text = file('zoho_invoices.csv') ?? '';
      const { preview, records } = read(text, {}, 'USD');
      expect(preview).toMatchObject({
        rows: 13,
        leftOutCount: 13,
        unreadableCount: 0,
        questions: [],
        format: { id: 'zoho' },
      });
      expect(records).toEqual([]);
      expect(
        read(text.replaceAll(',Draft,', ',Sent,'), {}, 'USD').records.map((r) => [
          r.number,
          r.amount,
          r.due,
          r.rows,
        ]),
      ).toEqual([
        ['INV-000001', 48975, '2021-01-28', 4],
        ['INV-000002', 46000, '2021-01-28', 5],
        ['INV-000003', 39000, '2021-02-27', 4],
      ]);
    },
  );
  it.skipIf(file('stripe-payments-semicolon.csv') === null)(
    'stripe-payments-semicolon.csv is refused as a list of payments',
    () =>
      expect(() => read(file('stripe-payments-semicolon.csv') ?? '')).toThrow(
        /list of payments, not of invoices/,
      ),
  );
  it.skipIf(file('coupon-redemptions.csv') === null)(
    'lists that hold neither invoices nor complaints ask for their columns and take nothing',
    () => {
      for (const name of ['coupon-redemptions.csv', 'freshbooks_clients.csv', 'zoho_contacts.csv']) {
        const { preview, records } = read(file(name) ?? '');
        expect(
          preview.questions.filter((question) => question.kind === 'column').length,
          name,
        ).toBeGreaterThanOrEqual(3);
        expect(records).toEqual([]);
        expect(preview.notes.join(' '), name).toMatch(/Is this the right file/);
      }
    },
  );
});
