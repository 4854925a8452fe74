import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonScanner } from '../../../shared/exports/json-scan.ts';

/** What a scanner hears of a text that comes in pieces of this length. */
function heard(text: string, length = text.length || 1): unknown[] {
  const told: unknown[] = [];
  const scanner = new JsonScanner({
    member: (name, value) => told.push([name, value]),
    table: (name) => told.push(name),
    row: (value) => told.push({ row: value }),
  });
  for (let at = 0; at < text.length; at += length) scanner.feed(text.slice(at, at + length));
  scanner.end();
  return told;
}

describe('the scanner', () => {
  it('hears everything in order, however the file is laid out and cut in pieces', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null), fc.boolean());
    const row = fc.dictionary(fc.string(), value, { maxKeys: 4 });
    const tables = fc.dictionary(fc.string(), fc.array(row, { maxLength: 4 }), { maxKeys: 4 });
    const members = fc.dictionary(
      fc.string().filter((name) => name !== 'tables'),
      value,
      { maxKeys: 3 },
    );
    fc.assert(
      fc.property(
        members,
        tables,
        fc.nat(2),
        fc.integer({ min: 1, max: 9 }),
        (head, rows, indent, length) => {
          const text = JSON.stringify({ ...head, tables: rows }, null, indent);
          const again = JSON.parse(text) as { tables: Record<string, unknown[]> } & Record<string, unknown>;
          const expected = Object.entries(again).flatMap(([name, one]): unknown[] =>
            name === 'tables'
              ? Object.entries(again.tables).flatMap(([table, all]) => [
                  table,
                  ...all.map((r) => ({ row: r })),
                ])
              : [[name, one]],
          );
          expect(heard(text, length)).toEqual(expected);
        },
      ),
    );
  });

  it.each([
    ['', 'breaks off'],
    ['[]', 'not JSON in the order'],
    ['{"a":1', 'breaks off'],
    ['{"a":1}{"b":2}', 'after its end'],
    ['{"a":1,"a":2}', 'twice'],
    ['{"tables":{"x":[],"x":[]}}', 'twice'],
    ['{"tables":{"x":[1 2]}}', 'not JSON'],
    ['{"tables":{"x":[{"a":1]]}}', 'not JSON'],
    ['{"tables":{"x":[{"a":}]}}', 'not JSON'],
    ['{"tables":{"x":{}}}', 'not JSON in the order'],
    ['{"tables":[]}', 'not JSON in the order'],
    ['{"tables":{"x":[{"a":1},]}}', 'not JSON'],
    ['{"a":"never ends', 'breaks off'],
    ['{a:1}', 'not JSON'],
    [`{"a":${'['.repeat(100_000)}`, 'deeper'],
    [`{"tables":{"x":[${'{"a":'.repeat(6)}`, 'deeper'],
  ])('refuses %.40j', (text, why) => {
    expect(() => heard(text)).toThrow(why);
    expect(() => heard(text, 3)).toThrow(why);
  });

  it('refuses a row longer than any of ours before it has filled the memory', () => {
    const scanner = new JsonScanner({ member: () => {}, table: () => {}, row: () => {} });
    scanner.feed('{"tables":{"x":["');
    const piece = 'a'.repeat(1_000_000);
    expect(() => {
      for (let n = 0; n < 40; n++) scanner.feed(piece);
    }).toThrow('far too long');
  });
});
