import { describe, expect, it } from 'vitest';
import { MAX_CELL } from '../../../shared/imports/csv.ts';
import { readTable } from '../../../shared/imports/table.ts';
import { OwnerError } from '../../../shared/result.ts';

const refusal = (text: string) => {
  try {
    readTable(text);
  } catch (error) {
    if (error instanceof OwnerError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'not refused';
};
const rows = (text: string) => readTable(text).rows.map(({ line, cells }) => [line, ...cells]);

describe('separators', () => {
  it.each([
    ['a,b,c\n1,2,3\n', 'comma, because it splits each of the first 2 rows into 3 cells'],
    ['a;b;c\n1,5;2;3\n4,5;6;7', 'semicolon, because it splits each of the first 3 rows into 3 cells'],
    ['a\tb\tc\n1,5\t2\t3\n', 'tab, because it splits each of the first 2 rows into 3 cells'],
    ['a|b|c\n1|2|3\n', 'vertical bar, because it splits each of the first 2 rows into 3 cells'],
    ['sep=;\na;b\n1;2\n', 'semicolon, because the first line says so (sep=;)'],
  ])('%j', (text, reason) => expect(readTable(text).separatorReason).toBe(reason));
  it('counts lines on from Excel’s own first line', () =>
    expect(rows('sep=;\r\na;b\r\n1;2\r\n')).toEqual([[3, '1', '2']]));
  it('is not misled by commas within semicolon rows', () =>
    expect(readTable('name;amount\nA, B, C;1,50\nD, E;2,50\nF;3,00\n').separator).toBe(';'));
  it('is not misled by quoted separators', () =>
    expect(readTable('a,b\n"x;y;z",1\n"p;q;r",2\n').separator).toBe(','));
});

describe('rows and lines', () => {
  it('understands CRLF, LF and CR, also mixed', () => {
    const expected = [
      [2, '1', '2'],
      [3, '3', '4'],
    ];
    for (const text of ['a,b\r\n1,2\r\n3,4\r\n', 'a,b\n1,2\n3,4', 'a,b\r1,2\r3,4\r', 'a,b\r\n1,2\n3,4\r'])
      expect(rows(text)).toEqual(expected);
  });
  it('counts physical lines through quoted cells of several lines', () => {
    expect(rows('a,b\n"one\r\ntwo\n\nthree",1\nx,2\n"y\n",3\nz,4')).toEqual([
      [2, 'one\r\ntwo\n\nthree', '1'],
      [6, 'x', '2'],
      [7, 'y\n', '3'],
      [9, 'z', '4'],
    ]);
  });
  it('understands doubled quotes, blanks around quotes and separators inside', () => {
    expect(rows('a,b\n"say ""hi"", Joe" , "x,y"\n"",""\n"""",q\n')).toEqual([
      [2, 'say "hi", Joe', 'x,y'],
      [4, '"', 'q'],
    ]);
  });
  it('leaves quotes within unquoted cells alone', () =>
    expect(rows('a,b\n5" pipe,1\n')).toEqual([[2, '5" pipe', '1']]));
  it('skips blank lines and rows of empty cells, and counts them', () => {
    const table = readTable('\n\na,b\n\n1,2\n,\n  \n3,4\n\n');
    expect(table.rows.map((row) => row.line)).toEqual([5, 8]);
    expect(table.headerLine).toBe(3);
    expect(table.blankLines).toBe(4);
  });
  it('passes over a title above the headings and says so', () => {
    const table = readTable('Sales report\nJan 2024,,,\nClient,No,Date,Total\nA,1,x,2\nB,2,y,3\n');
    expect(table.headers).toEqual(['Client', 'No', 'Date', 'Total']);
    expect(table.notes[0]).toMatch(/stand 2 lines .*line 1 and 2/);
  });
  it('trims headings and drops empty ones at the end', () =>
    expect(readTable(' Client , No ,,\nA,1,,\n').headers).toEqual(['Client', 'No']));
  it('names doubled headings', () =>
    expect(readTable('Amount,amount,b\n1,2,3\n').notes[0]).toBe('More than one column is headed ‘Amount’.'));
});

describe('rows that don’t fit', () => {
  const unreadable = (text: string) =>
    readTable(text).unreadable.map(({ line, reason }) => `${line}: ${reason}`);
  it('too many and too few cells', () => {
    expect(unreadable('a,b,c\n1,2\n1,2,3,4\n1,2,3\n')).toEqual([
      '2: 2 cells where the headings have 3',
      '3: 4 cells where the headings have 3',
    ]);
  });
  it('but empty cells too many are fine', () => expect(rows('a,b\n1,2,,\n')).toEqual([[2, '1', '2']]));
  it('cut off in the middle of a row', () => {
    expect(unreadable('a,b,c\n1,2,3\n4,5')).toEqual(['3: the file is cut off here: 2 of 3 cells']);
    expect(unreadable('a,b,c\n1,2,3\n4,"fi')).toEqual([
      '3: a quotation mark opens here and is never closed; the file may be cut off',
    ]);
  });
  it('tells an open end, at which a file may be cut off in its last cell', () => {
    expect(readTable('a,b\n1,2\n3,4').openEnd).toBe(3);
    expect(readTable('a,b\n1,2\n3,4\n').openEnd).toBeNull();
  });
  it('a stray quote costs its own row and no other', () => {
    const table = readTable('a,b\n1,x\n"2,y\n3,"z"\n"4" q,w\n5,v\n');
    expect(table.rows.map((row) => row.line)).toEqual([2, 4, 6]);
    expect(table.unreadable.map(({ line, value }) => [line, value?.slice(0, 4)])).toEqual([
      [3, '"2,y'],
      [5, '"4" '],
    ]);
  });
  it('an unclosed quote in the middle leaves the rows below readable', () => {
    const table = readTable(`a,b\n1,x\n"2,y\n${Array.from({ length: 500 }, (_, i) => `${i},z\n`).join('')}`);
    expect(table.rows).toHaveLength(501);
    expect(table.unreadable.map((row) => row.line)).toEqual([3]);
  });
  it('a cell of 50 MB, plain or quoted, without hanging', () => {
    const huge = 'x'.repeat(50 * 1024 * 1024);
    for (const cell of [huge, `"${huge}"`, `"${'line\n'.repeat(10_000_000)}"`]) {
      const table = readTable(`a,b\n1,2\n${cell},3\n4,5\n`);
      expect(table.rows.map((row) => row.cells[0])).toEqual(['1', '4']);
      expect(table.unreadable[0]).toMatchObject({ line: 3, column: 'a' });
      expect(table.unreadable[0]?.reason).toMatch(/^a cell holds more than 65,534 characters/);
      expect(table.unreadable[0]?.value?.length).toBeLessThan(100);
    }
  });
  it('a cell of 50 MB whose quote is never closed', () => {
    const table = readTable(`a,b\n1,2\n"${'x'.repeat(50 * 1024 * 1024)},3`);
    expect(table.rows).toHaveLength(1);
    expect(table.unreadable[0]?.reason).toMatch(/never closed/);
  });
  it('a cell at the limit is read', () =>
    expect(readTable(`a,b\n${'x'.repeat(MAX_CELL)},1\n`).rows).toHaveLength(1));
});

describe('files that are no table', () => {
  it.each([
    ['', /empty/],
    [' \n\r\n ', /empty/],
    ['a,b,c\n', /headings \(line 1\) but no rows/],
    ['a,b,c', /headings \(line 1\) but no rows/],
    ['a,b,c\n\n,,\n', /no rows/],
    ['just\nsome\nlines\n', /not a table/],
    ['Hello, world. This is a letter.\n', /no rows/],
    ['1/2/2013,12.50,x\n1/3/2013,13.50,y\n', /holds data, not headings: ‘1\/2\/2013’/],
    ['<!DOCTYPE html><html><table><tr><td>1</td></tr></table>', /web page/],
    ['<?xml version="1.0"?><a,b>', /XML/],
    ['[{"a":1,"b":2}]', /JSON/],
    ['!TRNS\tTRNSID\tDATE\n', /bookkeeping exchange/],
    ['%PDF-1.7,x\n', /PDF/],
  ])('%j', (text, reason) => expect(refusal(text)).toMatch(reason));
  it('a million columns', () => {
    expect(refusal(`${'a,'.repeat(1_000_000)}b\n${'1,'.repeat(1_000_000)}2\n`)).toMatch(/1,000,001 columns/);
  });
  it('a million cells in one row under few headings', () => {
    expect(readTable(`a,b\n${'1,'.repeat(1_000_000)}2\n3,4\n`).unreadable[0]?.reason).toBe(
      '1,000,001 cells where the headings have 2',
    );
  });
  it('a heading of 50 MB', () =>
    expect(refusal(`a,${'x'.repeat(50 * 1024 * 1024)}\n1,2\n`)).toMatch(
      /The headings in line 1 can’t be read: a cell holds more than/,
    ));
  it('quotation marks broken throughout', () =>
    expect(refusal(`a,b\n${'"x"y,1\n'.repeat(1_200)}`)).toMatch(/quotation marks in this file are broken/));
});
