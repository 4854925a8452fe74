import type { Ledger } from '../../../electron/ledger/open.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import { OwnerError } from '../../../shared/result.ts';
import { TODAY } from './made-ledger.ts';

/** A die with as many sides as asked for: 0 to `sides` − 1. */
export type Roll = (sides: number) => number;

export type Do = (ledger: Ledger, roll: Roll) => unknown;

/** Some row's id; without any the change can't be made now. */
export function some(ledger: Ledger, roll: Roll, table: string, where = '1'): number {
  const ids = ledger.read.all<{ id: number }>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`);
  const row = ids[roll(Math.max(1, ids.length))];
  if (row === undefined) throw new OwnerError('notFound', 'There is none.');
  return row.id;
}
export const clientOf = (ledger: Ledger, table: string, id: number): number =>
  ledger.read.get<{ id: number }>(`SELECT client_id AS id FROM ${table} WHERE id = ?`, id)?.id ?? 0;

export const day = (roll: Roll): Day => addDays(TODAY, -roll(200));
export const amount = (roll: Roll): number => 1_00 + roll(300_00);
export const words = (roll: Roll): string =>
  ['The hedge is crooked.', 'Über zwei Stunden zu spät', '“quoted”, and more', '日本語の苦情'][roll(4)] ?? '';
export const look = {
  process: true,
  communication: false,
  value: false,
  training: false,
  found: 'The date.',
};

/** A die that falls as the seed has it (Park and Miller's minimal standard), so that a failure can be seen again. */
export function diceOf(seed: number): Roll {
  let state = (seed % 2147483646) + 1;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}
