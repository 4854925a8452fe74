import { describe, expect, it, onTestFinished } from 'vitest';
import { change, insert, update } from '../../../../electron/ledger/change.ts';
import { raiseFlag } from '../../../../electron/ledger/flags.ts';
import { createLedger, type Ledger } from '../../../../electron/ledger/open.ts';
import { staffSheetDocument } from '../../../../electron/ledger/printed/staff-sheet.ts';
import { writeSample } from '../../../../electron/ledger/sample.ts';
import { client, newFile, newLedger, TODAY } from '../made-ledger.ts';
import { plantMarkers } from './markers.ts';

const sheet = (ledger: Ledger) => staffSheetDocument(ledger, TODAY, 'en-GB').accounts;
const said = (ledger: Ledger) => sheet(ledger).map(({ name, instructions }) => [name, ...instructions]);

const flag = (ledger: Ledger, clientId: number, instruction: string, raisedOn = '2026-06-01') =>
  raiseFlag(
    ledger,
    {
      clientId,
      raisedOn,
      reason: 'private',
      instruction,
      reviewOn: null,
      look: { process: false, communication: false, value: false, training: false, found: 'Nothing.' },
    },
    TODAY,
  );

function part(ledger: Ledger, clientId: number, more: Record<string, string | null> = {}): number {
  const row = {
    client_id: clientId,
    begun_on: '2026-07-01',
    finished_on: '2026-08-01',
    parts_on: '2026-08-31',
  };
  return change(ledger, { kind: 'test', label: 'Parted', clientId }, (write) =>
    insert(write, 'parting', { ...row, why: 'private', ...more }),
  ).value;
}

describe('the staff sheet', () => {
  it('is empty where no account needs care', () => {
    const ledger = newLedger();
    client(ledger);
    expect(sheet(ledger)).toEqual([]);
  });

  it('says of flagged and parted accounts what staff do, in the order of their names', () => {
    const ledger = newLedger();
    flag(ledger, client(ledger, 'Zander'), 'Half in advance.');
    part(ledger, client(ledger, 'birch'), { instruction: 'Hand the keys back.' });
    part(ledger, client(ledger, 'Ash'));
    client(ledger, 'Nobody special');
    expect(said(ledger)).toEqual([
      ['Ash', 'No new work: ask the owner first.'],
      ['birch', 'Hand the keys back.'],
      ['Zander', 'Half in advance.'],
    ]);
  });

  it('does not repeat a parting that the flag tells of, and adds one that it does not', () => {
    const ledger = newLedger();
    const told = client(ledger, 'Ash');
    part(ledger, told);
    flag(ledger, told, 'No new work: ways parted on 31 Aug 2026. Ask the owner first.', '2026-08-01');
    const older = client(ledger, 'Birch');
    flag(ledger, older, 'Half in advance.', '2026-06-01');
    part(ledger, older);
    const same = client(ledger, 'Cedar');
    flag(ledger, same, 'Hand the keys back.', '2026-06-01');
    part(ledger, same, { instruction: 'Hand the keys back.' });
    expect(said(ledger)).toEqual([
      ['Ash', 'No new work: ways parted on 31 Aug 2026. Ask the owner first.'],
      ['Birch', 'Half in advance.', 'No new work: ask the owner first.'],
      ['Cedar', 'Hand the keys back.'],
    ]);
  });

  it('leaves out a lifted flag, a worksheet under way and one who was welcomed back', () => {
    const ledger = newLedger();
    const lifted = client(ledger, 'Lifted');
    const { value } = flag(ledger, lifted, 'Half in advance.');
    change(ledger, { kind: 'test', label: 'Lifted', clientId: lifted }, (write) =>
      update(write, 'red_flag', value, { lifted_on: TODAY, lifted_reason: 'Paid' }),
    );
    part(ledger, client(ledger, 'Going'), { finished_on: null });
    part(ledger, client(ledger, 'Back'), { welcomed_on: TODAY, welcomed_why: 'New manager' });
    expect(sheet(ledger)).toEqual([]);
  });

  it('holds nothing else that the ledger knows, of anyone', () => {
    const ledger = createLedger(newFile());
    onTestFinished(() => ledger.close());
    writeSample(ledger, TODAY, 'GBP');
    const planted = plantMarkers(ledger, { except: ['client.name', 'red_flag.instruction'] });
    // The sample has words in all of these; a sheet that is empty would prove nothing.
    for (const place of [
      'red_flag.reason',
      'complaint.words',
      'note.words',
      'decision.reason',
      'client.contact',
    ])
      expect(planted).toContain(place);
    expect(sheet(ledger).length).toBeGreaterThan(1);
    const told = JSON.stringify(sheet(ledger)).match(/planted [\w.]+/gu) ?? [];
    // What staff are told of a parting is theirs to read.
    expect(told.filter((place) => place !== 'planted parting.instruction')).toEqual([]);
  });
});
