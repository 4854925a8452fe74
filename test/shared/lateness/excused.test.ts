import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { type ExcusingComplaint, markExcused } from '../../../shared/lateness/excused.ts';
import { AS_OF, anyInvoices, days, made } from './made-invoices.ts';

const complaint = (fields: Partial<ExcusingComplaint>): ExcusingComplaint => ({
  invoiceId: null,
  opened: '2026-03-01',
  settled: '2026-03-31',
  inside: true,
  ...fields,
});
const excused = (due: string, complaints: readonly ExcusingComplaint[], asOf = AS_OF) =>
  markExcused([made({ id: 1, due })], complaints, asOf)[0]?.excused;

describe('excused lateness', () => {
  it('has both ends of the complaint inclusive', () => {
    const one = [complaint({})];
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-15', '2026-03-31', '2026-04-01'].map((due) => excused(due, one)),
    ).toEqual([false, true, true, true, false]);
  });

  it('opened today, or settled today, is known today', () => {
    expect(excused('2026-03-01', [complaint({})], '2026-03-01')).toBe(true);
    expect(excused('2026-04-01', [complaint({})], '2026-03-31')).toBe(false);
  });

  it('needs an inside cause', () =>
    expect(excused('2026-03-10', [complaint({ inside: false })])).toBe(false));

  it('holds on for as long as the complaint is open', () => {
    expect(excused('2026-11-01', [complaint({ settled: null })])).toBe(true);
    expect(excused('2026-12-24', [complaint({ settled: null })])).toBe(true);
    expect(excused('2026-02-28', [complaint({ settled: null })])).toBe(false);
  });

  it('as at an earlier day a later settling, or a later complaint, is not known', () => {
    expect(excused('2026-04-05', [complaint({})], '2026-03-20')).toBe(true);
    expect(excused('2026-04-05', [complaint({})], '2026-03-31')).toBe(false);
    expect(excused('2026-03-05', [complaint({})], '2026-02-28')).toBe(false);
  });

  it('about one invoice excuses that one only; about the client it excuses all', () => {
    const invoices = [made({ id: 1, due: '2026-03-10' }), made({ id: 2, due: '2026-03-10' })];
    const marks = (one: ExcusingComplaint) =>
      markExcused(invoices, [one], AS_OF).map((invoice) => invoice.excused);
    expect(marks(complaint({ invoiceId: 2 }))).toEqual([false, true]);
    expect(marks(complaint({ invoiceId: null }))).toEqual([true, true]);
    expect(marks(complaint({ invoiceId: 99 }))).toEqual([false, false]);
  });

  it('closed before it was opened, as real files have it, excuses nothing', () => {
    expect(excused('2026-02-25', [complaint({ settled: '2026-02-20' })])).toBe(false);
    expect(excused('2026-03-05', [complaint({ settled: '2026-02-20' })])).toBe(false);
  });

  it('takes back an old mark, keeps the order and leaves the given rows alone', () => {
    const given = Object.freeze([Object.freeze(made({ id: 1, due: '2026-05-10', excused: true }))]);
    expect(markExcused(given, [], AS_OF).map((invoice) => invoice.excused)).toEqual([false]);
    expect(given[0]?.excused).toBe(true);
  });

  it('a bad day is a RangeError', () => {
    expect(() => markExcused([], [complaint({ opened: '2026-02-30' })], AS_OF)).toThrow(RangeError);
    expect(() => markExcused([], [complaint({ settled: 'never' })], AS_OF)).toThrow(RangeError);
  });

  it('agrees with the plain definition, however the complaints overlap', () => {
    const complaints = fc.array(
      fc
        .record({
          invoiceId: fc.option(fc.integer({ min: 1, max: 8 })),
          opened: days(),
          length: fc.option(fc.integer({ min: -5, max: 200 })),
          inside: fc.boolean(),
        })
        .map(({ length, ...rest }) => ({
          ...rest,
          settled: length === null ? null : addDays(rest.opened, length),
        })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyInvoices(8), complaints, (invoices, all) => {
        const plain = invoices.map((invoice) =>
          all.some(
            (one) =>
              one.inside &&
              (one.invoiceId === null || one.invoiceId === invoice.id) &&
              one.opened <= AS_OF &&
              one.opened <= invoice.due &&
              (one.settled === null || one.settled > AS_OF || invoice.due <= one.settled),
          ),
        );
        expect(markExcused(invoices, all, AS_OF).map((invoice) => invoice.excused)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});
