import { describe, expect, it } from 'vitest';
import { forgetPrint, keepPrints, keptPrint, listKeptPrints } from '../../../electron/ledger/kept-prints.ts';
import { documentHead } from '../../../electron/ledger/printed/head.ts';
import { staffSheetDocument } from '../../../electron/ledger/printed/staff-sheet.ts';
import { statementDocument } from '../../../electron/ledger/printed/statement.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { keepDocument, keptDocument } from '../../../shared/summaries/kept.ts';
import { client, contents, invoice, newLedger, pay, TODAY } from './made-ledger.ts';

const kept = ['kept_print'];

function printed() {
  const ledger = newLedger();
  const id = client(ledger);
  const bill = invoice(ledger, id, '2026-10-01', 300_00);
  const statement = () => statementDocument(ledger, { clientId: id, from: null, to: TODAY }, TODAY, 'en-GB');
  return { ledger, id, bill, statement };
}

describe('copies of what was printed', () => {
  it('stay as they were, whatever the ledger says by then', () => {
    const { ledger, id, bill, statement } = printed();
    const before = statement();
    const { label, value } = keepPrints(ledger, [before], TODAY, '14:05');
    expect(label).toBe('Kept a copy of “Statement of account: Larkfield Court”');
    pay(ledger, id, bill, '2026-11-17', 300_00);
    expect(statement()).not.toEqual(before);
    expect(keptPrint(ledger.read, value)).toEqual(before);
  });

  it('are listed newest first, of one client or of all', () => {
    const { ledger, id, statement } = printed();
    const staff = staffSheetDocument(ledger, TODAY, 'en-GB');
    keepPrints(ledger, [staff], '2026-11-16', '09:00');
    keepPrints(ledger, [statement()], TODAY, '08:00');
    const all = listKeptPrints(ledger.read, null);
    expect(all.map(({ kind, keptOn, clientName }) => [kind, keptOn, clientName])).toEqual([
      ['statement', TODAY, 'Larkfield Court'],
      ['staff sheet', '2026-11-16', null],
    ]);
    expect(listKeptPrints(ledger.read, id).map(({ kind }) => kind)).toEqual(['statement']);
    expect(listKeptPrints(ledger.read, id + 1)).toEqual([]);
  });

  it('of one job are one change, undone in one step', () => {
    const { ledger, statement } = printed();
    const { changeId, label } = keepPrints(ledger, [statement(), statement(), statement()], TODAY, '08:00');
    expect(label).toBe('Kept copies of 3 prints');
    expect(listKeptPrints(ledger.read, null)).toHaveLength(3);
    undoChange(ledger, changeId);
    expect(listKeptPrints(ledger.read, null)).toEqual([]);
  });

  it('can be forgotten, and come back to the letter', () => {
    const { ledger, statement } = printed();
    const { value } = keepPrints(ledger, [statement()], TODAY, '08:00');
    const before = contents(ledger, kept);
    const { changeId, label } = forgetPrint(ledger, { id: value });
    expect(label).toBe('Forgot the copy of “Statement of account: Larkfield Court”');
    expect(() => keptPrint(ledger.read, value)).toThrow('This copy is no longer in the ledger.');
    expect(() => forgetPrint(ledger, { id: value })).toThrow('no longer in the ledger');
    undoChange(ledger, changeId);
    expect(contents(ledger, kept)).toEqual(before);
  });

  it('a title longer than the ledger takes is cut, the copy is not', () => {
    const ledger = newLedger();
    const name = 'N'.repeat(200);
    const head = documentHead(ledger, TODAY, 'en-GB');
    const staff = { ...head, kind: 'staff sheet' as const, title: `${name}${name}`, accounts: [] };
    const { value } = keepPrints(ledger, [staff], TODAY, '08:00');
    expect(listKeptPrints(ledger.read, null)[0]?.title).toHaveLength(300);
    expect(keptPrint(ledger.read, value)).toEqual(staff);
  });
});

describe('a copy that can’t be drawn', () => {
  const sheet = () => staffSheetDocument(newLedger(), TODAY, 'en-GB');
  const altered = (change: (copy: { shape: number; document: Record<string, unknown> }) => unknown) => {
    const copy = JSON.parse(keepDocument(sheet())) as { shape: number; document: Record<string, unknown> };
    return JSON.stringify(change(copy));
  };

  it('of a newer version is refused, not drawn wrong', () => {
    expect(() => keptDocument(altered((copy) => ({ ...copy, shape: copy.shape + 1 })))).toThrow(
      'newer version',
    );
    const unheard = altered((copy) => ({ ...copy, document: { ...copy.document, kind: 'hologram' } }));
    expect(() => keptDocument(unheard)).toThrow('newer version');
    // Not a kind, though every object has it.
    const inherited = altered((copy) => ({ ...copy, document: { ...copy.document, kind: 'constructor' } }));
    expect(() => keptDocument(inherited)).toThrow('newer version');
  });

  it('of an older version is refused', () => {
    expect(() => keptDocument(altered((copy) => ({ ...copy, shape: copy.shape - 1 })))).toThrow(
      'older version',
    );
  });

  it('that is no document is refused', () => {
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{"shape":1}',
      '{"shape":1,"document":{"kind":"month"}}',
      '{"sha',
    ])
      expect(() => keptDocument(text)).toThrow('can’t be read');
    const noDay = altered((copy) => ({ ...copy, document: { ...copy.document, asOf: '2026-02-30' } }));
    expect(() => keptDocument(noDay)).toThrow('can’t be read');
  });
});
