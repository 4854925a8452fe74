import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../shared/imports/choices.ts';
import { FIELD_IDS } from '../../../shared/imports/fields.ts';
import { previewImport } from '../../../shared/imports/preview.ts';
import { OwnerError } from '../../../shared/result.ts';
import { realFile } from './real-files.ts';

const context = { currency: 'GBP', today: '2026-11-17' };
const read = (text: string, choices: Choices = {}, currency = 'GBP') =>
  previewImport(text, choices, { ...context, currency });
const HEAD = 'Client,Number,Date,Due,Total';
const reasons = (text: string, choices: Choices = {}) =>
  read(text, choices).unreadable.map(
    ({ line, column, value, reason }) => `${line} ${column} ${value}: ${reason}`,
  );
const accounted = ({ preview, records, unreadable }: ReturnType<typeof read>) =>
  records.reduce((sum, record) => sum + record.rows, 0) + unreadable.length + preview.repeated;

describe('one row', () => {
  it('is read with its text as it is', () => {
    const { records, preview } = read(
      'Customer No,Client,Invoice #,Date,Due date,Amount,Email,Phone,Subject\n 0042 , Zoë\u0308s  Café ,0007,31/12/2025,30/01/2026,"£1,020.50",z@x.uk,0123,Spring clean\n',
    );
    expect(records).toEqual([
      {
        line: 2,
        rows: 1,
        clientNumber: '0042',
        clientName: 'Zoë\u0308s  Café'.normalize('NFC'),
        email: 'z@x.uk',
        phone: '0123',
        number: '0007',
        title: 'Spring clean',
        issued: '2025-12-31',
        due: '2026-01-30',
        dueAssumed: false,
        amount: 102050,
        settledOn: null,
        paid: 0,
        disputed: false,
      },
    ]);
    expect(preview.dateOrder).toEqual({
      value: 'dmy',
      chosen: false,
      reason: 'day first, because ‘31/12/2025’ occurs in line 2',
    });
  });
  it.each([
    [',1,2025-12-31,2026-01-30,5', /^2 Client : no client$/],
    ['N/A,1,2025-12-31,2026-01-30,5', /no client/],
    ['A,,2025-12-31,2026-01-30,5', /^2 Number : no invoice number$/],
    ['A,1,,2026-01-30,5', /^2 Date : no invoice date$/],
    ['A,1,2025-12-31,2026-01-30,', /^2 Total : no amount$/],
    ['A,1,2025-12-31,2026-01-30,abc', /^2 Total abc: ‘abc’ is not an amount$/],
    ['A,1,2025-12-31,2026-01-30,(5.00)', /credit note: enter it as a credit/],
    ['A,1,2025-12-31,2026-01-30,0.00', /nothing is owed/],
    ['A,1,2025-12-31,2026-01-30,5.005', /3 decimals; GBP has 2/],
    ['A,1,2025-12-31,2026-01-30,€5', /in euros/],
    ['A,1,2025-02-30,2026-01-30,5', /no 30 Feb 2025/],
    ['A,1,2025-12-31,2025-12-30,5', /^2 Due 2025-12-30: due on 30 Dec 2025, before its invoice date/],
    ['A,1,2025-12-31,2045-12-30,5', /more than ten years/],
    ['A,1,2028-12-31,2028-12-31,5', /more than a year from now/],
    [`${'x'.repeat(201)},1,2025-12-31,2026-01-30,5`, /longer than 200 characters/],
    ['A,1.23E+11,2025-12-31,2026-01-30,5', /shortened this number/],
    ['A,2E+11,2025-12-31,2026-01-30,5', /shortened this number/],
    ['A,#NAME?,2025-12-31,2026-01-30,5', /spreadsheet’s error/],
    ['Caf\ufffd,1,2025-12-31,2026-01-30,5', /letter here is unreadable/],
    ['Total,,,,500', /row of totals/],
    [',Total,,,500', /row of totals/],
    [',,,,500', /row of totals/],
    ['Total for Acme,,,,500', /row of totals/],
  ])('%s', (row, reason) => {
    const result = read(`${HEAD}\n${row}\nZ,99,2025-12-31,2025-12-31,1.00\n`, { termsDays: null });
    expect(
      result.unreadable.map(
        ({ line, column, value, reason: why }) => `${line} ${column} ${value}: ${why}`,
      )[0],
    ).toMatch(reason);
    expect(result.records).toHaveLength(1);
  });
  it('due on the invoice date and a date within a year ahead are fine', () =>
    expect(read(`${HEAD}\nA,1,2027-01-01,2027-01-01,5\n`).records).toHaveLength(1));
  it('keeps spreadsheet-proof numbers', () =>
    expect(
      read(`${HEAD}\nA,"=""0012""",2025-12-31,2026-01-30,5\nB,="0013",2025-12-31,2026-01-30,5\n`).records.map(
        (r) => r.number,
      ),
    ).toEqual(['0012', '0013']));
});

describe('payments and disputes', () => {
  const PAID = 'Client,Number,Date,Due,Total,Paid on,Amount paid,Balance,Status,Disputed';
  const one = (rest: string) => {
    const { records, unreadable } = read(`${PAID}\nA,1,2025-01-10,2025-02-09,100.00,${rest}\n`);
    return records[0]
      ? { on: records[0].settledOn, paid: records[0].paid, disputed: records[0].disputed }
      : unreadable[0]?.reason;
  };
  it.each<[string, unknown]>([
    [',,,,', { on: null, paid: 0, disputed: false }],
    ['2025-02-20,,,,', { on: '2025-02-20', paid: 10000, disputed: false }],
    ['2025-02-20,100.00,0.00,Paid,Yes', { on: '2025-02-20', paid: 10000, disputed: true }],
    ['2025-02-20,,40.00,,N', { on: '2025-02-20', paid: 6000, disputed: false }],
    ['2025-02-20,60.00,,,', { on: '2025-02-20', paid: 6000, disputed: false }],
    ['2025-02-20,60.00,40.00,partially paid,ja', { on: '2025-02-20', paid: 6000, disputed: true }],
    [',0.00,100.00,Overdue,nein', { on: null, paid: 0, disputed: false }],
    ['n/a,,,sent,Sí', { on: null, paid: 0, disputed: true }],
    ['2025-02-20,,-10.00,,', { on: '2025-02-20', paid: 10000, disputed: false }],
    ['2024-12-20,,,,', { on: '2024-12-20', paid: 10000, disputed: false }],
  ])('%s', (rest, expected) => expect(one(rest)).toEqual(expected));
  it.each([
    ['2026-11-18,,,,', /yet to come/],
    ['2023-02-20,,,,', /more than a year before/],
    [',,,Paid,', /but not on which day/],
    [',,0.00,,', /but not on which day/],
    [',50.00,,,', /but not on which day/],
    ['2025-02-20,,100.00,,', /nothing of it is paid/],
    ['2025-02-20,,,partial,', /doesn’t say how much/],
    ['2025-02-20,90.00,0.00,,', /don’t add up/],
    ['2025-02-20,,120.00,,', /more is still owed/],
    ['2025-02-20,-5,,,', /negative/],
    ['2025-02-20,50.00,,paid,', /part of it is still owed/],
    [',,,,perhaps', /neither yes nor no/],
    [',,,draft,', /a draft/],
    [',,,VOID,', /void/],
  ])('%s', (rest, reason) => expect(one(rest)).toMatch(reason));
  it('notes write-offs and overpayments', () => {
    const { preview } = read(
      `${PAID}\nA,1,2025-01-10,2025-02-09,100.00,,,,Written off,\nA,2,2025-01-10,2025-02-09,100.00,2025-02-01,120.00,,,\n`,
    );
    expect(preview.notes.join(' ')).toMatch(/1 invoice is marked as written off.*1 invoice was paid more/);
  });
});

describe('questions', () => {
  const kinds = (text: string, choices: Choices = {}) =>
    read(text, choices).preview.questions.map((question) => question.kind);
  const AMBIGUOUS = `${HEAD}\nA,1,03/01/2012,04/02/2012,"1,020"\n`;
  it('asks what nothing decides, and reads nothing before', () => {
    const { preview, records } = read(AMBIGUOUS);
    expect(preview.questions.map((question) => question.kind)).toEqual(['dateOrder', 'decimal']);
    expect(preview.questions[0]?.choices.map((choice) => choice.label)).toEqual([
      'day first: 03/01/2012 is 3 Jan 2012',
      'month first: 03/01/2012 is 1 Mar 2012',
    ]);
    expect(records).toEqual([]);
    expect(preview.firstRows[0]?.cells.issued).toMatchObject({ kind: 'bad' });
  });
  it('reads as chosen', () => {
    const { records, preview } = read(AMBIGUOUS, { dateOrder: 'mdy', decimal: 'point' });
    expect(records[0]).toMatchObject({ issued: '2012-03-01', due: '2012-04-02', amount: 102000 });
    expect(preview.dateOrder.chosen).toBe(true);
    expect(read(AMBIGUOUS, { dateOrder: 'dmy', decimal: 'comma' }).records[0]).toMatchObject({
      issued: '2012-01-03',
      amount: 102,
    });
  });
  it('mixed dates: the rows that don’t fit the answer are unreadable', () => {
    const text = `${HEAD}\nA,1,31/12/2012,31/12/2012,5.00\nA,2,12/31/2012,12/31/2012,5.00\n`;
    expect(kinds(text)).toEqual(['dateOrder']);
    expect(reasons(text, { dateOrder: 'dmy' })).toEqual([
      '3 Date 12/31/2012: ‘12/31/2012’ has no month 31 (read day first)',
    ]);
  });
  it('asks for missing columns and the terms', () => {
    expect(kinds('Foo,Bar\n1,2\n')).toEqual(['column', 'column', 'column', 'column', 'terms']);
    expect(read('Foo,Bar\n1,2\n').preview.notes.join(' ')).toMatch(/Is this the right file/);
  });
  it('takes an edited mapping', () => {
    const { records } = read('Foo,Bar,Baz,Qux\nA,7,2025-01-10,5\n', {
      mapping: { clientName: 0, invoiceNumber: 1, issued: 2, amount: 3 },
      termsDays: 14,
    });
    expect(records[0]).toMatchObject({
      clientName: 'A',
      number: '7',
      due: '2025-01-24',
      dueAssumed: true,
      amount: 500,
    });
  });
  it('refuses a mapping that doesn’t fit the file', () => {
    for (const mapping of [{ clientName: 9 }, { clientName: 0, amount: 0 }])
      expect(() => read(`${HEAD}\nA,1,2025-01-10,,5\n`, { mapping })).toThrow(OwnerError);
    expect(() => read(`${HEAD}\nA,1,2025-01-10,,5\n`, { termsDays: 900 })).toThrow(OwnerError);
    expect(() => read(`${HEAD}\nA,1,2025-01-10,,5\n`, { formatId: 'nope' })).toThrow(OwnerError);
  });
  it('asks for terms where single due dates are missing; leaves them out if told so', () => {
    const text = `${HEAD}\nA,1,2025-01-10,,5\nA,2,2025-01-10,2025-01-20,5\n`;
    expect(read(text).preview.questions[0]).toMatchObject({
      kind: 'terms',
      text: expect.stringMatching(/^1 row has no due date/),
    });
    expect(read(text, { termsDays: 30 }).records.map((r) => [r.due, r.dueAssumed])).toEqual([
      ['2025-02-09', true],
      ['2025-01-20', false],
    ]);
    const left = read(text, { termsDays: null });
    expect(left.unreadable[0]).toMatchObject({ line: 2, kind: 'leftOut' });
    expect(left.preview.leftOutCount).toBe(1);
  });
  it('asks which of two columns of one heading counts, unless they are equal', () => {
    const text = 'Client,Number,Date,Due,Total,Total\nA,1,2025-01-10,2025-01-20,5,6\n';
    expect(read(text).preview.questions[0]).toMatchObject({
      kind: 'column',
      field: 'amount',
      choices: [{ value: 4 }, { value: 5 }],
    });
    expect(kinds(text.replace(',6\n', ',5\n'))).toEqual([]);
  });
  it('passes on the question about the encoding', () => {
    const question = { kind: 'encoding', text: '?', choices: [] } as const;
    const { preview } = previewImport(
      `${HEAD}\nA,1,2025-01-10,2025-01-20,5\n`,
      {},
      { ...context, encoding: { name: 'x', reason: 'y', question } },
    );
    expect(preview.questions).toEqual([question]);
    expect(preview.encoding).toEqual({ name: 'x', reason: 'y' });
  });
});

describe('rows of one invoice number', () => {
  it('an exact repetition counts once', () => {
    const result = read(`${HEAD}\nA,1,2025-01-10,2025-01-20,5\nA,1,2025-01-10,2025-01-20,5\n`);
    expect(result.records).toHaveLength(1);
    expect(result.preview.repeated).toBe(1);
    expect(accounted(result)).toBe(2);
  });
  it('the same number of two clients is two invoices', () =>
    expect(read(`${HEAD}\nA,1,2025-01-10,2025-01-20,5\nB,1,2025-01-10,2025-01-20,5\n`).records).toHaveLength(
      2,
    ));
  it('different dates: both refused, naming each other', () =>
    expect(reasons(`${HEAD}\nA,1,2025-01-10,2025-01-20,5\na ,1,2025-01-11,2025-01-20,5\n`)).toEqual([
      expect.stringMatching(/^2 Date 2025-01-10: line 3 has the same client and invoice number/),
      expect.stringMatching(/^3 Date 2025-01-11: line 2 has the same/),
    ]));
  const LINES =
    'Client,Number,Date,Due,Item,Total\nA,1,2025-01-10,2025-01-20,Hat,5\nA,1,2025-01-10,2025-01-20,Coat,5\nB,2,2025-01-10,2025-01-20,Hat,7\n';
  it('looks like item lines: asks instead of counting 5 twice or once', () => {
    const { preview, records } = read(LINES);
    expect(preview.questions[0]).toMatchObject({ kind: 'rows' });
    expect(records).toEqual([]);
    expect(read(LINES, { rowsPerInvoice: 'addUp' }).records.map((r) => [r.number, r.amount, r.rows])).toEqual(
      [
        ['1', 1000, 2],
        ['2', 700, 1],
      ],
    );
    expect(
      read(LINES, { rowsPerInvoice: 'repeat' }).records.map((r) => [r.number, r.amount, r.rows]),
    ).toEqual([
      ['1', 500, 2],
      ['2', 700, 1],
    ]);
    expect(read(LINES, { rowsPerInvoice: 'one' }).records.map((r) => [r.number, r.amount])).toEqual([
      ['1', 500],
      ['2', 700],
    ]);
  });
  it('an unreadable line takes its whole invoice with it', () => {
    const result = read(LINES.replace('Coat,5', 'Coat,abc'), { rowsPerInvoice: 'addUp' });
    expect(result.records.map((r) => r.number)).not.toContain('1');
    expect(accounted(result)).toBe(3);
  });
  it('a broken row holds back the invoices beside it', () => {
    const result = read(LINES.replace('A,1,2025-01-10,2025-01-20,Coat,5', 'A,1,2025'), {
      rowsPerInvoice: 'addUp',
    });
    expect(result.records).toEqual([]);
    expect(result.unreadable.map((row) => row.line)).toEqual([2, 3, 4]);
  });
});

describe('columns', () => {
  it('knows headings whatever their case, blanks and marks', () => {
    const { preview } = read(
      'customer_id , CLIENT NAME,Invoice-No.,invoiceDate,DUE_DATE,Total (GBP),Extra\n1,A,2,2025-01-10,2025-01-20,5,x\n',
    );
    expect(preview.columns.map((column) => column.field)).toEqual([
      'clientNumber',
      'clientName',
      'invoiceNumber',
      'issued',
      'due',
      'amount',
      null,
    ]);
    expect(preview.columns[6]).toMatchObject({ header: 'Extra', samples: ['x'], field: null });
    expect(preview.firstRows[0]?.cells).toMatchObject({
      amount: { kind: 'money', minor: 500 },
      issued: { kind: 'day', day: '2025-01-10' },
    });
  });
  it('a heading in another currency refuses its rows', () => {
    const { unreadable } = read('Client,Number,Date,Due,Total (USD)\nA,2,2025-01-10,2025-01-20,5\n');
    expect(unreadable[0]?.reason).toMatch(/heading says USD/);
  });
  it.each<[string, string, string]>([
    ['Paid', '2025-01-15', 'settledOn'],
    ['Paid', '5.00', 'paidAmount'],
    ['Paid', 'yes', 'status'],
  ])('tells what %s means by %s', (heading, cell, field) => {
    const { preview } = read(`${HEAD},${heading}\nA,1,2025-01-10,2025-01-20,5.00,${cell}\n`);
    expect(preview.columns[5]?.field).toBe(field);
  });
  it('takes a destroyed date column for one, so that the reason is told', () =>
    expect(reasons('Client,Number,Date,Due,Total\nA,1,00:00.0,00:00.0,5\n', { termsDays: null })[0]).toMatch(
      /destroyed this date/,
    ));
  it('warns of an open end only where the last column is used', () => {
    const note = (text: string) => read(text).preview.notes.join(' ');
    expect(note(`${HEAD}\nA,1,2025-01-10,2025-01-20,5`)).toMatch(/last row \(line 2\) has no line end/);
    expect(note(`${HEAD},Extra\nA,1,2025-01-10,2025-01-20,5,x`)).not.toMatch(/line end/);
  });
});

describe('the whole', () => {
  it('is plain data', () => {
    const { preview } = read(`${HEAD}\nA,1,2025-01-10,2025-01-20,5\nB,,,,\n`);
    expect(structuredClone(preview)).toEqual(preview);
    expect(Object.keys(preview.mapping).sort()).toEqual([...FIELD_IDS].sort());
  });
  it('can be stopped', () => {
    const text = `${HEAD}\n${Array.from({ length: 20_000 }, (_, i) => `A,${i},2025-01-10,2025-01-20,5\n`).join('')}`;
    expect(() => previewImport(text, {}, context, () => false)).toThrow(
      'The import was stopped. Nothing was changed.',
    );
    const phases = new Set<string>();
    previewImport(text, {}, context, ({ phase }) => {
      phases.add(phase);
      return undefined;
    });
    expect([...phases]).toEqual(['splitting', 'looking', 'reading']);
  });
  it('shows the first unreadable rows and counts all', () => {
    const { preview, unreadable } = read(
      `${HEAD}\n${Array.from({ length: 900 }, () => 'A,1,x,y,z\n').join('')}`,
    );
    expect([preview.unreadable.length, preview.unreadableCount, unreadable.length]).toEqual([500, 900, 900]);
  });
});

describe.each(['mdy', 'dmy'])('accounts-receivable-%s.csv', (order) => {
  const text = realFile(`accounts-receivable-${order}.csv`);
  it.skipIf(text === null)('holds every fact', () => {
    const { preview, records, unreadable } = read(text ?? '');
    expect(preview.questions).toEqual([]);
    expect(unreadable).toEqual([]);
    expect(preview.format.id).toBe('receivables-sample');
    expect(preview.dateOrder.value).toBe(order);
    expect(records).toHaveLength(2466);
    expect(new Set(records.map((r) => r.clientNumber)).size).toBe(100);
    expect(records.reduce((sum, r) => sum + r.amount, 0)).toBe(14770318);
    expect(records.filter((r) => (r.settledOn ?? '') > r.due)).toHaveLength(877);
    expect(records.filter((r) => r.disputed)).toHaveLength(561);
    expect(records.filter((r) => r.number.startsWith('0'))).toHaveLength(order === 'mdy' ? 266 : 0);
    expect(records.every((r) => r.paid === r.amount)).toBe(true);
  });
});
