import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portions } from '../../../shared/summaries/client/portions.ts';
import { invoicesFrom, invoicesLeftOut, pairsLeftOut } from '../../../shared/summaries/client/rest.ts';
import { cut, makeShow } from '../../../shared/summaries/client/show.ts';
import type { SummaryInvoice } from '../../../shared/summaries/client-summary.ts';

const show = makeShow('GBP', 'en-GB');

describe('portions', () => {
  it('gives the whole text back, in pieces that are never too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 2, max: 60 }),
        (text, most) => {
          const pieces = portions(text, most);
          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('cuts after a sentence where there is one, and a word without end anywhere', () => {
    expect(portions('One sentence here. Another one.', 22)).toEqual(['One sentence here. ', 'Another one.']);
    expect(portions('x'.repeat(5), 2)).toEqual(['xx', 'xx', 'x']);
    expect(portions('', 10)).toEqual(['']);
    expect(() => portions('x', 0)).toThrow(RangeError);
    // Never between the two halves of one character.
    expect(portions('a😀b', 2)).toEqual(['a', '😀', 'b']);
  });
});

describe('cut', () => {
  it('ends at a word, on one line, and leaves what fits alone', () => {
    expect(cut('as it\nis', 20)).toBe('as it is');
    expect(cut('the hedge is crooked', 12)).toBe('the hedge …');
    expect([...cut('😀'.repeat(30), 10)].length).toBeLessThanOrEqual(11);
  });
});

const row = (more: Partial<SummaryInvoice>): SummaryInvoice => ({
  id: 1,
  number: '1',
  due: '1 Jan',
  amount: 100_00,
  open: 0,
  days: '3',
  strong: false,
  paid: true,
  late: true,
  ...more,
});

describe('what is left out', () => {
  const none = { count: 0, amount: 0, open: 0, paid: 0, late: 0 };

  it('is said in counts and sums', () => {
    const rows = [row({}), row({ late: false }), row({ late: false })];
    expect(invoicesLeftOut(invoicesFrom(rows, 0, none), show)).toBe(
      'and 3 earlier invoices, £300, all paid, 1 of them late',
    );
    expect(invoicesLeftOut(invoicesFrom(rows, 2, none), show)).toBe('and 1 earlier invoice, £100, paid');
    expect(invoicesLeftOut(invoicesFrom(rows, 3, none), show)).toBe('');
  });

  it('does not call paid what is open or was given up', () => {
    const rows = [row({ open: 40_00, paid: false, late: false }), row({ paid: false, late: false })];
    expect(invoicesLeftOut(invoicesFrom(rows, 0, none), show)).toBe(
      'and 2 more invoices, £200, £40 of it open, 0 of them paid',
    );
  });

  it('adds up what lies beyond, and does not say late to the client', () => {
    const beyond = { count: 2000, amount: 200_000_00, open: 0, paid: 2000, late: null };
    expect(invoicesLeftOut(invoicesFrom([row({ late: false })], 0, beyond), show)).toBe(
      'and 2,001 earlier invoices, £200,100, all paid',
    );
  });

  it('counts complaints, decisions and goodwill', () => {
    expect(pairsLeftOut({ complaints: 33, open: 0, decisions: 30, goodwill: 1240_00 }, show)).toBe(
      'and 33 earlier complaints, all settled, with 30 decisions, £1,240 goodwill',
    );
    expect(pairsLeftOut({ complaints: 1, open: 1, decisions: 0, goodwill: null }, show)).toBe(
      'and 1 more complaint, 1 of them open',
    );
    expect(pairsLeftOut({ complaints: 0, open: 0, decisions: 2, goodwill: null }, show)).toBe(
      'and 2 earlier answers',
    );
    expect(pairsLeftOut({ complaints: 0, open: 0, decisions: 0, goodwill: 0 }, show)).toBe('');
  });
});
