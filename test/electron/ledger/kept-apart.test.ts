import { describe, expect, it } from 'vitest';
import { addClient } from '../../../electron/ledger/clients.ts';
import {
  keepApart,
  mergeSuggestions,
  plainNumber,
  plainPhones,
} from '../../../electron/ledger/kept-apart.ts';
import { mergeClients } from '../../../electron/ledger/merge.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { client, invoice, newLedger, TODAY } from './made-ledger.ts';

const made = (
  ledger: Ledger,
  name: string,
  fields: { email?: string; phone?: string; number?: string } = {},
): number =>
  addClient(
    ledger,
    {
      name,
      number: fields.number ?? null,
      descriptor: null,
      contact: null,
      phone: fields.phone ?? null,
      email: fields.email ?? null,
      address: null,
      termsDays: null,
      since: null,
      notes: null,
      allTheSame: true,
    },
    TODAY,
  ).value;
const found = (ledger: Ledger) =>
  mergeSuggestions(ledger.read).map(({ one, other, because }) => [one.name, other.name, because]);

describe('clients that may be one', () => {
  it('are those of one name, e-mail, number or phone, as people write them', () => {
    const ledger = newLedger();
    made(ledger, 'Café Nero', { email: 'hello@nero.example' });
    made(ledger, 'CAFE  NERO');
    made(ledger, 'Larkfield Court', { phone: '01632 960142', number: '0012' });
    made(ledger, 'Denise Harrow', { phone: '+44 1632 960142' });
    made(ledger, 'Larkfield', { number: '12' });
    made(ledger, 'Nero & Sons', { email: 'Hello@Nero.example' });
    made(ledger, 'Nobody else', { phone: '01632 960143', number: '13', email: 'other@nero.example' });
    expect(found(ledger)).toEqual([
      ['Café Nero', 'CAFE  NERO', 'the same name'],
      ['Café Nero', 'Nero & Sons', 'the same e-mail, Hello@Nero.example'],
      ['Larkfield Court', 'Denise Harrow', 'the same phone number, +44 1632 960142'],
      ['Larkfield Court', 'Larkfield', 'the same client number but for zeros and blanks, 12'],
    ]);
  });

  it('come with what tells which is which, those with the most in common first', () => {
    const ledger = newLedger();
    made(ledger, 'Priory Lettings');
    made(ledger, 'Priory lettings');
    const one = made(ledger, 'The Wheatsheaf', { email: 'bar@wheatsheaf.example' });
    made(ledger, 'The Wheatsheaf', { email: 'bar@wheatsheaf.example' });
    invoice(ledger, one, '2026-10-01', 310_00);
    const [first] = mergeSuggestions(ledger.read);
    expect(first?.because).toBe('the same e-mail, bar@wheatsheaf.example and the same name');
    expect(first?.one).toMatchObject({ invoices: 1, owed: 310_00, newestInvoice: '2026-10-01' });
    expect(first?.other).toMatchObject({ invoices: 0, owed: 0, newestInvoice: null });
  });

  it('are no longer suggested once the owner said they are two, until that is undone', () => {
    const ledger = newLedger();
    const one = client(ledger, 'Mr Hussain');
    const other = made(ledger, 'Mr Hussain');
    const apart = keepApart(ledger, { oneId: other, otherId: one });
    expect(apart.label).toBe('Kept Mr Hussain and Mr Hussain as two clients');
    expect(found(ledger)).toEqual([]);
    expect(() => keepApart(ledger, { oneId: one, otherId: other })).toThrow('said that already');
    undoChange(ledger, apart.changeId);
    expect(found(ledger)).toHaveLength(1);
    mergeClients(ledger, { keepId: one, goneId: other, take: [] }, TODAY);
    expect(found(ledger)).toEqual([]);
  });

  it('are not all who share a landlord’s phone, nor every pair of a hundred of one name', () => {
    const ledger = newLedger();
    for (let n = 0; n < 7; n++) made(ledger, `Flat ${n}`, { phone: '01632 960199' });
    expect(found(ledger)).toEqual([]);
    for (let n = 0; n < 100; n++) made(ledger, 'Cash sale');
    const pairs = found(ledger);
    expect(pairs).toHaveLength(50);
  });

  it('say nothing of empty fields, or of ones that only look alike', () => {
    const ledger = newLedger();
    made(ledger, 'A', { phone: 'none' });
    made(ledger, 'B', { phone: 'none' });
    made(ledger, 'C', { phone: '12345', number: '1-01' });
    made(ledger, 'D', { phone: '12345', number: '101' });
    expect(found(ledger)).toEqual([]);
  });

  it('read numbers and phones as people write them', () => {
    expect(plainNumber(' C-0012')).toBe(plainNumber('c-12'));
    expect(plainNumber('1002')).not.toBe(plainNumber('12'));
    expect(plainNumber('000')).toBe('0');
    expect(plainPhones('01632 960142 ext 12, 07700 900123')).toEqual(['632960142', '700900123']);
  });
});
