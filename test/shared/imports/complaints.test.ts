import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../shared/imports/choices.ts';
import { withoutCode } from '../../../shared/imports/codes.ts';
import { guessCause, guessKind } from '../../../shared/imports/complaints/guesses.ts';
import {
  decisionsOf,
  type ImportedComplaint,
  type ImportedKind,
} from '../../../shared/imports/complaints/record.ts';
import { previewImport } from '../../../shared/imports/preview.ts';
import { recogniseSubject } from '../../../shared/imports/subject.ts';
import { fixtureText, realFile } from './real-files.ts';

const cause = (id: number, name: string) => ({ id, name, group: 'outside' as const, own: false });
const causes = [
  cause(3, 'too little value for the price'),
  cause(5, 'late shipment'),
  cause(6, 'broken in transit'),
  cause(9, 'order mixed up'),
  cause(10, 'changed mind'),
  { ...cause(20, 'Billing dispute'), own: true },
];
const context = { currency: 'USD', today: '2026-11-17', causes };
const read = (text: string, choices: Choices = {}) => previewImport(text, choices, context);
const answered: Choices = { nameless: 'oneClient', closedEarly: 'open' };
const HEAD = 'Client,Complaint type,Complaint,Opened,Closed,Result,Refund,Satisfied';
const small = (...rows: string[]) => `${HEAD}\n${rows.join('\n')}\n`;
const reasons = (text: string, choices: Choices = {}) =>
  read(text, choices).unreadable.map(
    ({ line, column, value, reason, kind }) => `${line} ${column} ${value} ${kind}: ${reason}`,
  );

describe('what a file lists', () => {
  it.each([
    ['Client,Invoice No,Date,Due,Total', 'invoices', /no column is headed as in a list of complaints/],
    ['Business Name,Complaint Type,Mediation Start Date', 'complaints', /by the heading ‘Complaint Type’/],
    ['Kunde,Beschwerde,Datum', 'complaints', /‘Beschwerde’/],
    ['Cliente,Queja,Fecha', 'complaints', /‘Queja’/],
    // A list of invoices may say which of them are disputed.
    ['Kunde,Rechnungsnummer,Fälligkeit,Betrag,Reklamation', 'invoices', /‘Rechnungsnummer’ and ‘Fälligkeit’/],
    // A list of complaints may say which invoice each is about.
    ['Client,Invoice number,Complaint,Opened', 'complaints', /‘Complaint’/],
  ])('%s', (headings, subject, reason) => {
    const found = recogniseSubject(headings.split(','));
    expect(found.subject).toBe(subject);
    expect(found.reason).toMatch(reason);
  });

  it('the owner can say otherwise, and back', () => {
    const text = 'Client,Opened,What they said\nAnna,2026-03-04,Too late\n';
    const found = read(text).preview;
    expect(found.subject).toMatchObject({ value: 'invoices', chosen: false });
    expect(found.questions.length).toBeGreaterThan(0);
    const said = read(text, { subject: 'complaints' });
    expect(said.preview.subject).toEqual({ value: 'complaints', chosen: true, reason: 'as you said' });
    expect(said.preview.format.id).toBe('complaints');
    expect(said.preview.formats.map(({ id }) => id)).toEqual(['mediated-complaints', 'complaints']);
    expect(said.complaints).toMatchObject([{ clientName: 'Anna', opened: '2026-03-04', words: 'Too late' }]);
    expect(read(text, { formatId: 'complaints' }).preview.subject.value).toBe('complaints');
    expect(() => read(text, { subject: 'invoices', formatId: 'complaints' })).toThrow(/no import format/);
  });

  it('asks for the column of the day, and for the client’s', () => {
    const { preview, complaints } = read('Complaint,Betrag\nToo late,5\n', { subject: 'complaints' });
    expect(preview.questions.map((one) => one.kind === 'column' && one.field)).toEqual([
      'clientName',
      'opened',
    ]);
    expect(complaints).toEqual([]);
    expect(preview.complaints?.types).toBeNull();
  });
});

describe('our own list of mediated complaints', () => {
  const text = fixtureText('mediated-complaints.csv');

  it('is recognised, with its columns, its dates and its heading that ends in a blank', () => {
    const { preview } = read(text);
    expect(preview.format.id).toBe('mediated-complaints');
    expect(preview.mapping).toMatchObject({
      clientName: 0,
      descriptor: 1,
      complaintType: 2,
      opened: 3,
      closed: 4,
      result: 5,
      satisfied: 6,
      moneyBack: 7,
    });
    expect(preview.dateOrder.value).toBe('mdy');
    expect(preview.firstRows[0]?.cells.complaintType).toEqual({ kind: 'text', text: 'Damaged Goods' });
    expect(preview.columns.map(({ header }) => header)).toContain('Complainant Zip');
  });

  it('asks what becomes of odd rows, with the money in them, and takes none before', () => {
    const { preview, complaints } = read(text);
    expect(preview.questions.map(({ kind }) => kind)).toEqual(['nameless', 'closedEarly']);
    expect(preview.questions[0]?.text).toBe(
      '2 rows name no client (lines 6 and 7). $45.00 was given back in them. Whose are they?',
    );
    expect(preview.questions[1]?.text).toMatch(
      /^1 complaint was closed before it was opened, such as line 8: opened on 10 Apr 2019, closed on 7 Apr 2019\. \$664\.00/,
    );
    expect(complaints).toEqual([]);
    // What the words stand for can be looked at meanwhile.
    expect(preview.complaints?.results?.lines.length).toBeGreaterThan(0);
    expect(read(text, { nameless: 'oneClient' }).preview.questions).toHaveLength(1);
  });

  it('reads the rest, without codes, blank kinds and industries included', () => {
    const { complaints } = read(text, answered);
    expect(complaints[0]).toEqual({
      line: 2,
      clientNumber: null,
      clientName: 'TIDE & CO',
      email: null,
      phone: null,
      descriptor: 'Furniture Sales',
      opened: '2019-01-15',
      closed: '2019-02-14',
      closedEarlyOn: null,
      words: 'Damaged Goods',
      title: null,
      causeId: null,
      result: 'Cash Amount',
      kind: 'part refund',
      money: 146900,
      satisfied: true,
    });
    const jack = complaints.find(
      ({ clientName }) => clientName === 'JACK’S 99¢ SHOP' || /99¢/.test(clientName),
    );
    expect(jack).toMatchObject({ words: '', causeId: null, kind: null, descriptor: null, satisfied: false });
    expect(complaints.find(({ line }) => line === 13)).toMatchObject({
      closed: null,
      satisfied: null,
      result: null,
      causeId: 5,
    });
    expect(complaints.find(({ line }) => line === 3)).toMatchObject({ causeId: 9, kind: 'put right' });
  });

  it('lists what can’t be read with line, column, value, reason and what to do', () => {
    expect(reasons(text, answered)).toEqual(
      [
        '9 Restitution Bill Reduced - BLR unreadable: the cells of this row stand one column too far right: a comma in an earlier cell has moved them. Put that cell in quotation marks in the file and import it again, or enter this complaint by hand',
        '14 Mediation Start Date  unreadable: no day on which the complaint was made: give it in the file and import it again, or enter this complaint by hand',
        '15 Mediation Close Date 02/28/2031 unreadable: closed on 28 Feb 2031, which is yet to come: correct it in the file',
      ].map((line) => line.replace('Restitution Bill Reduced - BLR', 'Restitution Yes')),
    );
  });

  it('counts the money that is read, left out and unknown', () => {
    const { money } = read(text, answered);
    // The shifted row's 728.00 can't be told; the two others' can.
    expect(money).toEqual({ read: 223250, leftOut: 1900, repeated: 0, unknownRows: 1 });
    expect(read(text, { nameless: 'leaveOut', closedEarly: 'leaveOut' }).money).toEqual({
      read: 223250,
      leftOut: 1900 + 4500 + 66400,
      repeated: 0,
      unknownRows: 1,
    });
  });

  it.each<[Choices, unknown]>([
    [{ closedEarly: 'open' }, { closed: null, closedEarlyOn: '2019-04-07', money: 66400 }],
    [{ closedEarly: 'sameDay' }, { closed: '2019-04-10', closedEarlyOn: '2019-04-07' }],
    [{ closedEarly: 'leaveOut' }, undefined],
  ])('a complaint closed before it was opened: %j', (choices, expected) => {
    const { complaints, preview } = read(text, { nameless: 'oneClient', ...choices });
    const found = complaints.find(({ line }) => line === 8);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected as object);
    const listed = [...preview.unreadable, ...(preview.complaints?.adjusted ?? [])].filter(
      ({ line }) => line === 8,
    );
    expect(listed).toMatchObject([
      {
        column: 'Mediation Close Date',
        value: '04/07/2019',
        kind: choices.closedEarly === 'leaveOut' ? 'leftOut' : 'adjusted',
      },
    ]);
  });

  it('nameless rows go to one client, or are left out by name', () => {
    const taken = read(text, answered);
    expect(taken.complaints.filter(({ clientName }) => clientName === 'name not given')).toHaveLength(2);
    expect(taken.preview.complaints?.adjusted.map(({ line }) => line)).toEqual([8, 6, 7]);
    expect(
      reasons(text, { ...answered, nameless: 'leaveOut' }).filter((line) => /leftOut/.test(line)),
    ).toEqual([
      '6 Business Name  leftOut: no name: left out, as you chose',
      '7 Business Name NA leftOut: no name: left out, as you chose',
    ]);
  });
});

describe('what words stand for', () => {
  it.each<[string, ImportedKind | null]>([
    ['Cash Amount', 'part refund'],
    ['Bill Reduced', 'part refund'],
    ['Credit Card Refund and/or Contract Cancelled', 'part refund'],
    ['Store Credit', 'part refund'],
    ['Refunded in full', 'full refund'],
    ['Goods Repaired', 'put right'],
    ['Goods Exchanged', 'put right'],
    ['Complaint Invalid', 'hold firm'],
    ['Refund declined', 'hold firm'],
    ['Apologised by letter', 'apologise'],
    ['No refund', null],
    ['Not repaired', null],
    ['No Satisfactory Agreement', null],
    ['Advised to Sue', null],
    ['Resolved and Consumer Satisfied', null],
  ])('the result %s: %s', (text, kind) => expect(guessKind(text)).toBe(kind));

  it.each<[string, number | null]>([
    ['Late delivery', 5],
    ['Broken in transit', 6],
    ['BILLING  DISPUTE', 20],
    ['Wrong Goods', 9],
    ['Changed their mind', 10],
    // Damaged by whom? Not delivered, or late?
    ['Damaged Goods', null],
    ['Non-Delivery of Goods', null],
    ['Quality of Work', null],
    ['', null],
  ])('the kind %s: %s', (text, id) => expect(guessCause(text, causes)).toBe(id));

  it.each([
    ['Damaged Goods - D01', 'Damaged Goods'],
    ['Cash Amount - AMT', 'Cash Amount'],
    ['Laundry - 064', 'Laundry'],
    ['Damage / Estimate', 'Damage / Estimate'],
    ['Came late - again', 'Came late - again'],
    [' - D01', ' - D01'],
  ])('%s is without its code %s', (text, cut) => expect(withoutCode(text)).toBe(cut));

  it('only formats with codes cut them', () =>
    expect(read(small('Anna,Late - D01,,2026-03-01,,,,')).complaints[0]?.words).toBe('Late - D01'));

  it('the owner’s word counts, for every spelling of it, and can be none', () => {
    const text = small(
      'Anna,Wrong item,,2026-03-01,2026-03-02,Refund,5.00,',
      'Bob,WRONG  item,,2026-03-01,2026-03-02,Gone,0,',
      'Cy,__proto__,,2026-03-01,2026-03-02,constructor,,',
    );
    const { complaints, preview } = read(text, {
      causes: { 'wrong item': 3 },
      results: { gone: 'hold firm', refund: null },
    });
    expect(complaints.map(({ causeId, kind }) => [causeId, kind])).toEqual([
      [3, null],
      [3, 'hold firm'],
      [null, null],
    ]);
    expect(preview.complaints?.types?.lines[0]).toEqual({
      key: 'wrong item',
      text: 'Wrong item',
      rows: 2,
      money: 500,
      value: 3,
      chosen: true,
    });
    expect(read(text, { causes: { 'wrong item': null } }).complaints[0]?.causeId).toBeNull();
    // A cause that was taken back meanwhile: as if nothing had been said.
    expect(read(text, { causes: { 'wrong item': 99 } }).complaints[0]?.causeId).toBe(9);
  });

  it('shows 200 different ones, the commonest first, and says how many more', () => {
    const rows = Array.from({ length: 230 }, (_, n) => `Anna,Kind ${n},,2026-03-01,,,,`);
    const table = read(small(...rows, 'Anna,Kind 229,,2026-03-02,,,,', 'Anna,,,2026-03-03,,,,')).preview
      .complaints?.types;
    expect(table?.lines).toHaveLength(200);
    expect(table?.lines[0]?.text).toBe('Kind 229');
    expect(table).toMatchObject({ all: 230, blank: 1 });
  });
});

describe('a complaint’s decisions', () => {
  const complaint = (more: Partial<ImportedComplaint>): ImportedComplaint => ({
    line: 2,
    clientNumber: null,
    clientName: 'Anna',
    email: null,
    phone: null,
    descriptor: null,
    opened: '2026-03-01',
    closed: '2026-03-09',
    closedEarlyOn: null,
    words: 'Late',
    title: null,
    causeId: null,
    result: null,
    kind: null,
    money: 0,
    satisfied: null,
    ...more,
  });
  const told = (kind: ImportedKind | null, money: number) =>
    decisionsOf(complaint({ kind, money })).map(
      (one) => `${one.kind} ${one.amount}${one.withApology ? ' sorry' : ''}`,
    );
  it.each<[ImportedKind | null, number, string[]]>([
    [null, 0, []],
    [null, 500, ['part refund 500']],
    ['part refund', 500, ['part refund 500']],
    ['full refund', 500, ['full refund 500']],
    ['part refund', 0, []],
    ['full refund', 0, []],
    ['put right', 0, ['put right 0']],
    ['put right', 500, ['put right 0', 'part refund 500']],
    ['apologise', 0, ['apologise 0 sorry']],
    ['apologise', 500, ['part refund 500 sorry']],
    ['hold firm', 0, ['hold firm 0']],
    ['hold firm', 500, ['part refund 500']],
  ])('%s with %i back', (kind, money, decisions) => expect(told(kind, money)).toEqual(decisions));

  it('are dated by the closing day, or the opening day where there is none', () => {
    expect(decisionsOf(complaint({ money: 1 }))[0]?.on).toBe('2026-03-09');
    expect(decisionsOf(complaint({ money: 1, closed: null }))[0]?.on).toBe('2026-03-01');
  });
});

describe('odd rows', () => {
  it.each([
    ['Anna,Late,,2027-03-01,,,,', /opened on 1 Mar 2027, which is yet to come/],
    ['Anna,Late,,2026-02-30,,,,', /no 30 Feb 2026/],
    ['Anna,Late,,2026-03-01,never,,,', /‘never’ is not a date/],
    ['Anna,Late,,2026-03-01,,,-5.00,', /negative amount can’t have been given back/],
    ['Anna,Late,,2026-03-01,,,€5,', /in euros \(€\); this ledger is kept in USD/],
    ['Anna,Late,,2026-03-01,,,5.005,', /3 decimals/],
    ['Anna,Late,,2026-03-01,,,,perhaps', /neither yes nor no/],
    ['Total,,,,,,500.00,', /row of totals/],
    [`${'x'.repeat(201)},Late,,2026-03-01,,,,`, /longer than 200 characters/],
    ['Caf\ufffd,Late,,2026-03-01,,,,', /letter here is unreadable/],
  ])('%s', (row, reason) => {
    const { complaints, unreadable } = read(small(row, 'Zoe,Late,,2026-03-31,,,1.00,yes'));
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]?.reason).toMatch(reason);
    expect(complaints).toHaveLength(1);
  });

  it('money that says nothing is none', () =>
    expect(
      read(small('Anna,Late,,2026-03-01,,,n/a,', 'Bob,Late,,2026-03-01,,,-,')).complaints.map((c) => c.money),
    ).toEqual([0, 0]));

  it('a refund in a column of another currency is refused, no refund is not', () => {
    const text =
      'Client,Complaint,Opened,Refund (EUR)\nAnna,Late,2026-03-01,5.00\nBob,Late,2026-03-01,0.00\n';
    const { complaints, unreadable } = read(text);
    expect(unreadable.map(({ reason }) => reason)).toEqual([
      'its heading says EUR; this ledger is kept in USD',
    ]);
    expect(complaints).toHaveLength(1);
  });

  it('rows equal in every cell are asked about: complaints of their own, or read once', () => {
    const row = 'Anna,Late,,2026-03-01,2026-03-02,Refund,5.00,yes';
    const text = small(row, row, row);
    expect(read(text).preview.questions).toMatchObject([
      { kind: 'twins', text: expect.stringMatching(/^2 rows are equal in every cell .*\$10\.00/) },
    ]);
    expect(read(text, { twins: 'each' }).complaints).toHaveLength(3);
    const once = read(text, { twins: 'once' });
    expect(once.complaints).toHaveLength(1);
    expect(once.preview.repeated).toBe(2);
    expect(once.money).toMatchObject({ read: 1500, repeated: 1000 });
  });

  it('keeps their own words whole, and what it was about as the title', () => {
    const long = `${'word '.repeat(20)}end`;
    const { complaints, preview } = read(
      small('Anna,Late,"It came, late.",2026-03-01,,,,', `Bob,${long},Oh,2026-03-01,,,,`),
    );
    expect(complaints[0]).toMatchObject({ words: 'It came, late.', title: 'Late' });
    expect(complaints[1]?.title?.length).toBeLessThanOrEqual(60);
    expect(complaints[1]?.title).toMatch(/word…$/);
    expect(preview.notes.join(' ')).toMatch(
      /1 complaint has more than 60 characters .* shortened in the title/,
    );
  });
});

const real = realFile('mediated-complaints-2018-2020.csv');
describe.skipIf(real === null)('the real mediated-complaints-2018-2020.csv', () => {
  const text = real ?? '';
  it('asks about 38 nameless and 6 closed early, and reports the shifted row', () => {
    const { preview } = read(text);
    expect(preview.format.id).toBe('mediated-complaints');
    expect(preview.rows).toBe(3045);
    expect(preview.questions.map(({ text }) => text.split(' ', 2).join(' '))).toEqual([
      '38 rows',
      '6 complaints',
    ]);
    expect(preview.unreadable).toMatchObject([
      { line: 194, column: 'Restitution', value: 'Yes', kind: 'unreadable' },
    ]);
    expect(preview.complaints?.results?.lines).toHaveLength(23);
    expect(preview.complaints?.types?.blank).toBe(203);
  });
  it('gives back what README.md says, and not a cent of it is lost where rows are left out', () => {
    const whole = read(text, answered);
    expect(whole.complaints).toHaveLength(3044);
    expect(whole.money).toEqual({ read: 979_519_00, leftOut: 0, repeated: 0, unknownRows: 1 });
    const refunds = whole.complaints.flatMap(decisionsOf).filter(({ amount }) => amount > 0);
    expect(refunds).toHaveLength(735);
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(979_519_00);
    const part = read(text, { nameless: 'leaveOut', closedEarly: 'leaveOut' });
    expect(part.complaints).toHaveLength(3000);
    expect(part.money).toMatchObject({ read: 979_519_00, leftOut: 7_702_00 });
  });
});
