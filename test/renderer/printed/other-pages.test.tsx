import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFormat } from '../../../renderer/make-format.ts';
import type { Flow } from '../../../renderer/printed/flow.ts';
import { letterFlow, textBlocks } from '../../../renderer/printed/letter.tsx';
import { monthFlow } from '../../../renderer/printed/month.tsx';
import { SheetFrame } from '../../../renderer/printed/sheet-frame.tsx';
import { staffSheetFlow } from '../../../renderer/printed/staff-sheet.tsx';
import { statementFlow } from '../../../renderer/printed/statement.tsx';
import type { DocumentHead, DocumentOf } from '../../../shared/summaries/document.ts';
import type { Three } from '../../../shared/summaries/month.ts';

afterEach(cleanup);

const head: DocumentHead = {
  business: 'Hollin Gardens',
  logo: null,
  asOf: '2026-11-17',
  currency: 'GBP',
  locale: 'en-GB',
};
const format = makeFormat('GBP', 'en-GB');

/** All that a flow draws, block by block, as text. */
function texts(flow: Flow): string[] {
  const draw = (node: ReactNode) => {
    const { container, unmount } = render(node);
    const text = container.textContent ?? '';
    unmount();
    return text;
  };
  return [...flow.top, ...flow.streams.flatMap(({ blocks }) => blocks)].map(({ node }) => draw(node));
}

describe('a statement of account', () => {
  const statement: DocumentOf<'statement'> = {
    ...head,
    kind: 'statement',
    title: 'Statement of account: Larkfield Court',
    clientId: 1,
    client: { name: 'Larkfield Court', number: 'C011', lines: ['Denise Harrow', 'Mill Lane'] },
    from: '2026-10-01',
    to: '2026-11-17',
    broughtForward: 100_00,
    lines: [
      {
        on: '2026-10-05',
        what: { of: 'payment', number: '12', method: 'cash' },
        charged: 20_00,
        credited: 20_00,
        balance: 100_00,
        afterWriteOff: true,
      },
      {
        on: '2026-10-06',
        what: { of: 'credit', number: '13', by: 'coupon', code: 'H4K' },
        charged: 0,
        credited: 130_00,
        balance: -30_00,
        afterWriteOff: false,
      },
    ],
    charged: 20_00,
    credited: 150_00,
    carriedForward: -30_00,
    owed: 0,
    inHand: 30_00,
    open: [],
    ageing: [],
  };

  it('says to whom, from what to what, and in whose favour it ends', () => {
    const said = texts(statementFlow(statement, format));
    expect(said[0]).toContain('1 Oct 2026 to 17 Nov 2026');
    expect(said[0]).toContain('In your favour£30.00');
    expect(said[2]).toBe('1 Oct 2026Brought forward£100.00');
    expect(said[3]).toBe(
      '5 Oct 2026Payment in cash, invoice 12, which had been written off£20.00£20.00£100.00',
    );
    expect(said[4]).toBe('6 Oct 2026Coupon H4K used on invoice 13£130.00−£30.00');
    expect(said[5]).toBe('17 Nov 2026Balance, in your favour£20.00£150.00−£30.00');
    expect(said[6]).toBe('No invoice is open.');
  });

  it('says its headings again where a table begins a new sheet', () => {
    const [stream] = statementFlow(statement, format).streams;
    const again = stream?.blocks.filter((block) => block.key.startsWith('line')).map((block) => block.again);
    expect(again).toHaveLength(2);
    expect(again?.every((node) => node !== undefined)).toBe(true);
  });

  it('says so where nothing happened, and what is left to pay', () => {
    const open = {
      number: '14',
      issued: '2026-09-01',
      due: '2026-10-01',
      amount: 5_00,
      open: 5_00,
      daysPastDue: 47,
    };
    const said = texts(
      statementFlow(
        { ...statement, from: null, lines: [], carriedForward: 5_00, owed: 5_00, inHand: 0, open: [open] },
        format,
      ),
    );
    expect(said[0]).toContain('From the beginning to 17 Nov 2026');
    expect(said[0]).toContain('To pay£5.00');
    expect(said.join('\n')).toContain('Nothing was charged, paid or credited in this time.');
    expect(said.join('\n')).toContain('141 Sept 2026'.replace('Sept', 'Sep'));
    expect(said.join('\n')).toContain('£5.00£5.0047');
  });
});

describe('the staff sheet', () => {
  const sheet = { ...head, kind: 'staff sheet', title: 'Accounts that need care' } as const;

  it('says to ask the owner, and one calm sentence where there is nothing', () => {
    const said = texts(staffSheetFlow({ ...sheet, accounts: [] }, format));
    expect(said[0]).toMatch(/ask the owner/);
    expect(said[1]).toBe('No account asks for anything special today.');
  });

  it('shows name, number and what to do', () => {
    const accounts = [{ name: 'Ash', number: 'C1', instructions: ['Half in advance.', 'No new work.'] }];
    expect(texts(staffSheetFlow({ ...sheet, accounts }, format))[2]).toBe(
      'AshClient number C1Half in advance.No new work.',
    );
  });
});

it('the ages of what is open never lie on a sheet by themselves', () => {
  const open = Array.from({ length: 40 }, (_, index) => ({
    number: `${index}`,
    issued: '2026-10-01',
    due: '2026-10-15',
    amount: 10_00,
    open: 10_00,
    daysPastDue: 33,
  }));
  const nothing = { from: null, broughtForward: 0, lines: [], charged: 0, credited: 0 };
  const { streams } = statementFlow(
    {
      ...head,
      ...nothing,
      kind: 'statement',
      title: 'Statement of account: Larkfield Court',
      clientId: 1,
      client: { name: 'Larkfield Court', number: null, lines: [] },
      to: '2026-11-17',
      carriedForward: 400_00,
      owed: 400_00,
      inHand: 0,
      open,
      ageing: [{ name: '31–60', amount: 400_00 }],
    },
    format,
  );
  const last = streams[0]?.blocks.slice(-4).map(({ key, withNext }) => [key, withNext ?? false]);
  expect(last).toEqual([
    ['open 38', false],
    ['open 39', true],
    ['owed', true],
    ['ageing', false],
  ]);
});

describe('a letter', () => {
  it('has the number of a sheet on its further ones, and nothing else of ours', () => {
    const sheet = (page: number, pages: number) => {
      const words = { name: 'letter', again: 'letter', foot: 'foot', plain: true };
      const frame = (
        <SheetFrame head={head} words={words} paper="A4" page={page} pages={pages} place={null} />
      );
      const { container, unmount } = render(frame);
      const text = container.textContent;
      unmount();
      return text;
    };
    expect([sheet(1, 1), sheet(1, 2), sheet(2, 2)]).toEqual(['', '', 'Page 2 of 2']);
  });

  const letter: DocumentOf<'letter'> = {
    ...head,
    kind: 'letter',
    letter: 'apology',
    title: 'Apology: Larkfield Court',
    clientId: 1,
    on: '2026-11-17',
    address: ['Denise Harrow', 'Mill Lane'],
    text: 'Dear Denise Harrow,\n\nWe are sorry.\n\nYours sincerely,\n\n\n\nHollin Gardens\n\n',
    coupon: null,
  };

  it('keeps its lines, and its greeting with the name below it', () => {
    const blocks = textBlocks(letter.text);
    expect(blocks.map(({ withNext }) => withNext)).toEqual([false, true, true, false]);
    expect(texts(letterFlow(letter, format))).toEqual([
      'Hollin Gardens17 November 2026Denise HarrowMill Lane',
      'Dear Denise Harrow,',
      'We are sorry.',
      'Yours sincerely,',
      'Hollin Gardens',
    ]);
    expect(textBlocks('')).toEqual([]);
  });

  it('breaks a paragraph longer than a page where a sentence ends, and loses no word', () => {
    const long = 'We have thought about it for long. '.repeat(300).trim();
    const parts = texts({ ...letterFlow({ ...letter, text: long }, format), top: [] });
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.every((part) => part.length <= 1400 && part.endsWith('.'))).toBe(true);
    expect(parts.join(' ')).toBe(long);
    const word = 'x'.repeat(5000);
    expect(texts({ ...letterFlow({ ...letter, text: word }, format), top: [] }).join('')).toBe(word);
  });

  it('carries its coupon with code, worth and how long it can be used', () => {
    const coupon = { code: 'H4K-9PQ', value: 50_00, validUntil: '2027-09-30', client: 'Larkfield Court' };
    const said = texts(letterFlow({ ...letter, coupon }, format)).at(-1);
    expect(said).toContain('£50 off');
    expect(said).toContain('until 30 September 2027');
    expect(said).toContain('H4K-9PQ');
    expect(
      texts(letterFlow({ ...letter, coupon: { ...coupon, validUntil: null } }, format)).at(-1),
    ).toContain('whenever you like');
  });
});

describe('the month on a page', () => {
  const none: Three = [null, null, null];
  const of = (value: number): Three => [value, value, null];
  const month: DocumentOf<'month'> = {
    ...head,
    kind: 'month',
    title: 'Month on a page: November 2026',
    from: '2026-11-01',
    to: '2026-11-17',
    soFar: true,
    spans: [{ from: '2026-11-01', to: '2026-11-17' }, { from: '2026-10-01', to: '2026-10-17' }, null],
    payments: {
      billed: of(0),
      received: of(0),
      writtenOff: of(0),
      owed: of(0),
      pastDue: of(0),
      over30: of(0),
    },
    ageing: [],
    slipped: { first: [], count: 0 },
    slipping: 0,
    lateness: [{ from: '2026-11-01', days: null, more: false, rung: 0, count: 0 }],
    complaints: {
      received: of(0),
      settled: of(0),
      open: of(0),
      usualDays: none,
      sides: { inside: of(0), between: of(0), outside: of(0), client: of(0), unknown: of(0) },
    },
    decisions: {
      made: of(0),
      goodwill: of(0),
      goodwillPercent: none,
      couponsGiven: of(0),
      couponsUsed: of(0),
      couponsLapsed: of(0),
      rulesBroken: of(0),
      kinds: [],
    },
    budget: null,
    goodwill: [{ from: '2026-11-01', cost: 0 }],
    cameOf: null,
    broken: [],
    reviews: { first: [], count: 0 },
    lessons: { first: [], count: 0 },
  };

  it('draws no chart of nothing, and says in a sentence what there is not', () => {
    const said = texts(monthFlow(month, format)).join('\n');
    for (const words of [
      'November 2026, so far',
      'Nothing is owed.',
      'Nothing fell due in these 12 months.',
      'Nobody slips.',
      'No goodwill was given in these 12 months.',
      'No red flag, standing or lesson asks to be looked at.',
      '1–17 Nov 2026',
    ])
      expect(said).toContain(words);
    expect(said).not.toMatch(/NaN|undefined|null/);
  });

  it('says how many more there are than it has room for', () => {
    const many: DocumentOf<'month'> = {
      ...month,
      soFar: false,
      slipped: { first: [{ name: 'Larkfield Court', slope: 3 }], count: 4 },
      slipping: 9,
      broken: [{ title: 'Settle a complaint within 7 days', count: 2 }],
      lateness: [{ from: '2026-11-01', days: 47, more: true, rung: 4, count: 3 }],
      goodwill: [{ from: '2026-11-01', cost: 148_00 }],
      budget: 240_00,
      lessons: { first: [{ lesson: 'x'.repeat(300), dueOn: '2026-12-01' }], count: 1 },
    };
    const said = texts(monthFlow(many, format)).join('\n');
    expect(said).toContain('Larkfield Court3.0 days an invoice');
    expect(said).toContain('and 3 more; 9 slip in all.');
    expect(said).toContain('Settle a complaint within 7 days2 times');
    expect(said).toContain('47+');
    expect(said).toContain('the budget of £240 a month');
    expect(said).toContain(`${'x'.repeat(109)}…1 Dec 2026`);
  });
});
