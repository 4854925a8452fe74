import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  type LaidSheet,
  layOut,
  type Piece,
  type ToLay,
} from '../../../renderer/printed/lay-out.ts';

const piece = (height: number, more: Partial<Piece> = {}): Piece => ({
  height,
  again: 0,
  withNext: false,
  mayGo: false,
  ...more,
});
const rows = (count: number, height: number, more: Partial<Piece> = {}): Piece[] =>
  Array.from({ length: count }, () => piece(height, more));
const column = (pieces: readonly Piece[], more: Partial<Column> = {}): Column => ({
  pieces,
  rest: null,
  filler: null,
  ...more,
});
const lay = (given: Partial<ToLay>): LaidSheet[] =>
  layOut({ top: [], columns: [], first: 100, next: 120, mostSheets: null, ...given });
/** The numbers of a column's pieces, sheet by sheet. */
const numbers = (sheets: readonly LaidSheet[], at = 0) =>
  sheets.map((sheet) => (sheet.columns[at]?.pieces ?? []).map(({ index }) => index));

describe('laying pieces on sheets', () => {
  it('nothing at all is still a sheet', () => {
    expect(lay({})).toEqual([{ top: { pieces: [], rest: null, filler: null }, columns: [] }]);
    expect(lay({ columns: [column([])] })).toHaveLength(1);
  });

  it('fills a sheet to its last pixel before it turns', () => {
    expect(numbers(lay({ columns: [column(rows(5, 25))] }))).toEqual([[0, 1, 2, 3], [4]]);
    expect(numbers(lay({ columns: [column(rows(4, 25.01))] }))).toEqual([[0, 1, 2, 3]]);
    expect(numbers(lay({ columns: [column(rows(4, 25.2))] }))).toEqual([[0, 1, 2], [3]]);
  });

  it('says a heading again where a row begins a sheet, which takes room there', () => {
    const sheets = lay({ columns: [column(rows(14, 20, { again: 30 }))] });
    expect(numbers(sheets)).toEqual([[0, 1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13]]);
    expect(sheets.map((sheet) => sheet.columns[0]?.pieces.map(({ again }) => again))).toEqual([
      [false, false, false, false, false],
      [true, false, false, false],
      [true, false, false, false],
      [true],
    ]);
  });

  it('says nothing again before the very first row, though the sheet before had no room for it', () => {
    const [first, second] = lay({ top: [piece(95)], columns: [column(rows(2, 20, { again: 30 }))] });
    expect(first?.columns[0]?.pieces).toEqual([]);
    expect(second?.columns[0]?.pieces).toEqual([
      { index: 0, again: false, scale: 1 },
      { index: 1, again: false, scale: 1 },
    ]);
  });

  it('keeps a heading with what follows it, and headings with headings', () => {
    const pieces = [...rows(4, 20), piece(10, { withNext: true }), piece(5, { withNext: true }), piece(15)];
    expect(numbers(lay({ columns: [column(pieces)] }))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('parts a heading from what no sheet could hold together, and draws the giant smaller, not cut', () => {
    const pieces = [piece(20), piece(30, { withNext: true }), piece(240)];
    const sheets = lay({ columns: [column(pieces)] });
    expect(numbers(sheets)).toEqual([[0, 1], [2]]);
    expect(sheets[1]?.columns[0]?.pieces).toEqual([{ index: 2, again: false, scale: 0.5 }]);
  });

  it('a heading that is the last of all is not lost', () => {
    expect(numbers(lay({ columns: [column([piece(90), piece(20, { withNext: true })])] }))).toEqual([
      [0],
      [1],
    ]);
  });

  it('begins the columns under what goes over the full width, which may take sheets itself', () => {
    const sheets = lay({ top: rows(4, 40), columns: [column(rows(3, 30)), column(rows(1, 30))] });
    expect(sheets.map(({ top }) => top.pieces.map(({ index }) => index))).toEqual([[0, 1], [2, 3], []]);
    // The second sheet has 40 left under it.
    expect(numbers(sheets)).toEqual([[], [0], [1, 2]]);
    expect(numbers(sheets, 1)).toEqual([[], [0], []]);
  });

  it('lets each column flow by itself; there are as many sheets as the longest takes', () => {
    const sheets = lay({ columns: [column(rows(2, 50)), column(rows(5, 50))] });
    expect(numbers(sheets, 0)).toEqual([[0, 1], [], []]);
    expect(numbers(sheets, 1)).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('leaves out from the end what may go, and makes room to say so', () => {
    const pieces = [piece(20), ...rows(20, 20, { mayGo: true })];
    const sheets = lay({ mostSheets: 2, columns: [column(pieces, { rest: () => 15 })] });
    expect(numbers(sheets)).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ]);
    expect(sheets[1]?.columns[0]?.rest).toBe(10);
    expect(sheets[0]?.columns[0]?.rest).toBeNull();
  });

  it('leaves nothing out that fits, and asks for no words about it', () => {
    const rest = () => {
      throw new Error('asked for words about nothing');
    };
    const sheets = lay({ mostSheets: 1, columns: [column(rows(5, 20, { mayGo: true }), { rest })] });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.columns[0]?.rest).toBeNull();
  });

  it('takes more sheets than wished for rather than leave out what may not go', () => {
    const pieces = [...rows(9, 40), ...rows(3, 40, { mayGo: true })];
    const sheets = lay({ mostSheets: 2, columns: [column(pieces, { rest: () => 10 })] });
    expect(numbers(sheets).flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(sheets.at(-1)?.columns[0]?.rest).toBe(9);
    expect(sheets.length).toBe(4);
  });

  it('counts the sheets that the full width takes among the most', () => {
    const top = rows(3, 60);
    const sheets = lay({ top, mostSheets: 3, columns: [column(rows(20, 20, { mayGo: true }))] });
    expect(sheets).toHaveLength(3);
  });

  it('tells the room for a filler on the last sheet of its column, if there is enough', () => {
    const of = (height: number) =>
      lay({ columns: [column([piece(height)], { filler: 30 }), column(rows(4, 50))] })[0]?.columns[0]?.filler;
    expect(of(60)).toBe(40);
    expect(of(70)).toBe(30);
    expect(of(71)).toBeNull();
  });
});

describe('whatever is laid', () => {
  const pieces = fc.array(
    fc.record({
      height: fc.oneof(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        fc.float({ min: 1, max: 90, noNaN: true }),
      ),
      again: fc.integer({ min: 0, max: 30 }),
      withNext: fc.boolean(),
      mayGo: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  const inOrder = (given: readonly Piece[]) => [...given].sort((a, b) => Number(a.mayGo) - Number(b.mayGo));

  it('lies there once, in order, within the room, with nothing cut', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.array(pieces, { maxLength: 3 }),
        fc.integer({ min: 40, max: 200 }),
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        fc.integer({ min: 0, max: 20 }),
        (top, streams, first, more, mostSheets, restHeight) => {
          const columns = streams.map((given) =>
            column(inOrder(given), { rest: () => restHeight, filler: 5 }),
          );
          const next = first + more;
          const sheets = layOut({ top, columns, first, next, mostSheets });
          expect(sheets.flatMap((sheet) => sheet.top.pieces.map(({ index }) => index))).toEqual(
            top.map((_, i) => i),
          );
          for (const [at, { pieces: given }] of columns.entries()) {
            const laid = sheets.map((sheet) => sheet.columns[at]);
            const indices = laid.flatMap((one) => one?.pieces.map(({ index }) => index) ?? []);
            const said = laid.filter((one) => one?.rest !== null && one?.rest !== undefined);
            expect(indices).toEqual(indices.map((_, i) => i));
            if (indices.length < given.length) {
              // What is missing may be missing, and one line, at the end, says so.
              expect(mostSheets).not.toBeNull();
              expect(given.slice(indices.length).every((one) => one.mayGo)).toBe(true);
              expect(said).toHaveLength(1);
              expect(said[0]?.rest).toBe(indices.length);
            } else expect(said).toHaveLength(0);
          }
          for (const [number, sheet] of sheets.entries()) {
            const room = number === 0 ? first : next;
            const used = (given: readonly Piece[], laid: LaidSheet['top']) =>
              laid.pieces.reduce((sum, { index, again, scale }) => {
                const one = given[index];
                return sum + (one ? one.height * scale + (again ? one.again : 0) : 0);
              }, 0);
            const above = used(top, sheet.top);
            // A thing that is said again may alone be higher than the room; everything else keeps within it.
            expect(above).toBeLessThanOrEqual(room + 0.5);
            for (const [at, { pieces: given }] of columns.entries()) {
              const laid = sheet.columns[at];
              if (!laid) continue;
              const rest = laid.rest === null ? 0 : restHeight;
              expect(above + used(given, laid) + rest + (laid.filler ?? 0)).toBeLessThanOrEqual(room + 0.5);
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a heading never ends a sheet where a fresh one could hold it with what follows', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 60, max: 200 }), (given, room) => {
        const small = given.map((one) => ({
          ...one,
          height: Math.min(one.height, 12),
          again: 0,
          mayGo: false,
        }));
        const sheets = layOut({
          top: [],
          columns: [column(small)],
          first: room,
          next: room,
          mostSheets: null,
        });
        const laid = numbers(sheets);
        laid.forEach((sheet, number) => {
          const last = sheet.at(-1);
          if (last === undefined || number === laid.length - 1) return;
          // The run of headings that ends here, with the piece after it.
          let begin = last;
          while (begin > 0 && small[begin - 1]?.withNext) begin--;
          let end = last;
          while (end < small.length - 1 && small[end]?.withNext) end++;
          const run = small.slice(begin, end + 1).reduce((sum, one) => sum + one.height, 0);
          if (small[last]?.withNext && last < small.length - 1) expect(run).toBeGreaterThan(room);
        });
      }),
    );
  });
});
