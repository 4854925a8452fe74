import { OwnerError } from '../../shared/result.ts';
import type { MergeSuggestion } from '../../shared/views/merge.ts';
import { type Changed, change, insert } from './change.ts';
import { getClient } from './clients.ts';
import type { Reader } from './handles.ts';
import { sideOf } from './merge-look.ts';
import type { Ledger } from './open.ts';
import { folded } from './twins.ts';

/** Pairs that are worked out at most: an owner goes through them one by one. */
const MOST = 50;
/** So many clients of one name may be pairs each with each; beyond it each is laid beside the oldest. */
const FEW = 6;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly number: string | null;
}

/** What two clients can share, the surest first. `common`: many may share it and be different, as a landlord's phone. */
const signs: readonly {
  readonly keys: (row: Row) => readonly string[];
  readonly words: (row: Row) => string;
  readonly common: boolean;
}[] = [
  {
    keys: ({ email }) => (email === null ? [] : [email.trim().toLowerCase()]),
    words: ({ email }) => `the same e-mail, ${email?.trim()}`,
    common: true,
  },
  { keys: ({ name }) => [folded(name)], words: () => 'the same name', common: false },
  {
    keys: ({ number }) => (number === null ? [] : [plainNumber(number)]),
    words: ({ number }) => `the same client number but for zeros and blanks, ${number?.trim()}`,
    common: false,
  },
  {
    keys: ({ phone }) => (phone === null ? [] : plainPhones(phone)),
    words: ({ phone }) => `the same phone number, ${phone?.trim()}`,
    common: true,
  },
];

/** “C-0012 ” and “c-12” are one: blanks, case and zeros that lead a row of digits aside. */
export function plainNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

/** The numbers in a phone field, each by its last nine digits, so that +44 1632 960142 is 01632 960142. */
export function plainPhones(phone: string): string[] {
  return phone
    .split(/[/,;|]|\bor\b/i)
    .map((one) => one.replace(/\b(ext|x)\.?\s*\d+\s*$/i, '').replace(/\D/g, ''))
    .filter((digits) => digits.length >= 6)
    .map((digits) => digits.slice(-9));
}

/** Pairs of clients that may be one, those with the most in common first. Pairs the owner told apart are left out. */
export function mergeSuggestions(read: Reader): MergeSuggestion[] {
  const rows = read.all<Row>('SELECT id, name, email, phone, number FROM client ORDER BY id');
  const apart = new Set(
    read
      .all<{ a: number; b: number }>('SELECT client_id AS a, other_id AS b FROM kept_apart')
      .map(({ a, b }) => pairKey(a, b)),
  );
  const found = new Map<string, { one: Row; other: Row; because: string[] }>();
  for (const { keys, words, common } of signs) {
    for (const group of groups(rows, keys)) {
      if (common && group.length > FEW) continue;
      for (const [one, other] of pairs(group)) {
        const key = pairKey(one.id, other.id);
        if (apart.has(key)) continue;
        const pair = found.get(key) ?? { one, other, because: [] };
        found.set(key, pair);
        const reason = words(other);
        if (!pair.because.includes(reason)) pair.because.push(reason);
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => b.because.length - a.because.length || a.one.id - b.one.id || a.other.id - b.other.id)
    .slice(0, MOST)
    .flatMap(({ one, other, because }) => {
      const [left, right] = [sideOf(read, one.id), sideOf(read, other.id)];
      return left && right ? [{ one: left, other: right, because: because.join(' and ') }] : [];
    });
}

/** Clients that share a key, each group once, the oldest client first. */
function groups(rows: readonly Row[], keys: (row: Row) => readonly string[]): Row[][] {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      if (key === '') continue;
      const group = byKey.get(key);
      if (group) group.push(row);
      else byKey.set(key, [row]);
    }
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}

function* pairs(group: readonly Row[]): Generator<readonly [Row, Row]> {
  for (const [at, one] of group.entries()) {
    for (const other of group.slice(at + 1)) yield [one, other];
    if (group.length > FEW) return;
  }
}

const pairKey = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;

/** The owner says they are two: the pair is not suggested again. */
export function keepApart(
  ledger: Ledger,
  { oneId, otherId }: { oneId: number; otherId: number },
): Changed<number> {
  if (oneId === otherId) throw new OwnerError('invalid', 'Choose two different clients.');
  const one = getClient(ledger.read, oneId);
  const other = getClient(ledger.read, otherId);
  const what = {
    kind: 'client.apart',
    label: `Kept ${one.name} and ${other.name} as two clients`,
    clientId: null,
  };
  return change(ledger, what, (write) => {
    const [first, second] = [Math.min(oneId, otherId), Math.max(oneId, otherId)];
    if (write.get('SELECT 1 FROM kept_apart WHERE client_id = ? AND other_id = ?', first, second))
      throw new OwnerError('conflict', 'You have said that already: they are two.');
    return insert(write, 'kept_apart', { client_id: first, other_id: second });
  });
}
