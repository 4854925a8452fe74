import { describe, expect, it } from 'vitest';
import { complaintOf, judgeComplaint } from '../../../electron/ledger/complaints.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { judgeInput } from '../../../shared/complaints/complaint.ts';
import type { Input } from '../../../shared/contract.ts';
import { client, complaint, contents, invoice, newLedger, TODAY } from './made-ledger.ts';

const judge = (ledger: Ledger, input: Input<'complaints.judge'>) =>
  judgeComplaint(ledger, judgeInput.parse(input), TODAY);
const lineOf = (ledger: Ledger, id: number) => complaintOf(ledger.read, id, TODAY).line;
const notes = (ledger: Ledger) =>
  ledger.read.all<{ words: string; complaint_id: number }>('SELECT * FROM note');

describe('judging a complaint at the desk', () => {
  it('changes what is given and leaves the rest as it was', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09', {
      receivedTime: '10:00',
      words: 'The gate was left open.',
      wants: 'A new lock',
      weWant: 'A key for us too',
      fault: 'ours',
      causeId: 1,
      redoAsked: true,
      reviewPosted: true,
      reviewWhere: 'the village page',
    });
    const before = lineOf(ledger, id);
    judge(ledger, { id, canPutRight: true });
    expect(lineOf(ledger, id)).toEqual({ ...before, canPutRight: true });
    judge(ledger, { id, canPutRight: false, ofNoUse: true, stillUnhappy: true, lostTime: true });
    expect(lineOf(ledger, id)).toEqual({
      ...before,
      canPutRight: false,
      ofNoUse: true,
      stillUnhappy: true,
      lostTime: true,
    });
  });

  it('takes null and an empty text for “not known”, and undefined for “as it is”', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09', {
      fault: 'ours',
      causeId: 1,
      weWant: 'Peace',
    });
    judge(ledger, { id, canPutRight: true, claimNote: 'Claim £40 from the carrier' });
    // The window's calls may carry a key that holds undefined: structured cloning keeps it.
    judge(ledger, { id, causeId: undefined, fault: undefined, weWant: undefined, canPutRight: undefined });
    expect(lineOf(ledger, id)).toMatchObject({
      cause: { id: 1 },
      fault: 'ours',
      weWant: 'Peace',
      canPutRight: true,
      claimNote: 'Claim £40 from the carrier',
    });
    judge(ledger, { id, causeId: null, fault: null, weWant: '', canPutRight: null, claimNote: ' ' });
    expect(lineOf(ledger, id)).toMatchObject({
      cause: null,
      fault: null,
      weWant: null,
      canPutRight: null,
      claimNote: null,
    });
  });

  it('keeps what an import left unknown: no severity, no words, no channel', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09');
    ledger.db.exec(`INSERT INTO change (id, at, kind, label, first_row) VALUES (99, '2026-11-17T08:00:00.000Z', 't', 't', 1);
      INSERT INTO open_change (id, change_id) VALUES (1, 99);
      UPDATE complaint SET words = '', channel = 'unknown', severity = NULL; DELETE FROM open_change`);
    judge(ledger, { id, lostTime: true });
    expect(lineOf(ledger, id)).toMatchObject({
      words: '',
      channel: 'unknown',
      severity: null,
      lostTime: true,
    });
    judge(ledger, { id, severity: 4 });
    expect(lineOf(ledger, id)).toMatchObject({ severity: 4, lostTime: true });
  });

  it('notes a broken boundary with the complaint, once for each time it is said', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09');
    const { changeId, label } = judge(ledger, { id, boundary: ' Shouted at the apprentice ' });
    expect(label).toBe('Broken boundary with Larkfield Court noted');
    expect(notes(ledger)).toMatchObject([
      { words: 'Shouted at the apprentice', complaint_id: id, kind: 'boundary broken', noted_on: TODAY },
    ]);
    expect(lineOf(ledger, id).boundaryBroken).toBe(true);
    judge(ledger, { id, boundary: null });
    judge(ledger, { id, boundary: '' });
    expect(notes(ledger)).toHaveLength(1);
    undoChange(ledger, changeId);
    expect(notes(ledger)).toEqual([]);
    expect(lineOf(ledger, id).boundaryBroken).toBe(false);
  });

  it('is taken back whole, and says what it was', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09', { receivedTime: '10:00' });
    const before = contents(ledger, ['complaint', 'note']);
    const replied = judge(ledger, { id, repliedOn: TODAY, repliedTime: '09:15' });
    expect(replied.label).toBe('Reply to Larkfield Court noted');
    expect(lineOf(ledger, id).firstReplyAfter).toEqual({ unit: 'minutes', count: 8 * 1440 - 45 });
    undoChange(ledger, replied.changeId);
    expect(contents(ledger, ['complaint', 'note'])).toEqual(before);
    expect(judge(ledger, { id, settledOn: TODAY }).label).toBe('Complaint from Larkfield Court settled');
    expect(judge(ledger, { id, claimNote: 'The carrier owes us £40' }).label).toBe(
      'Claim noted on a complaint from Larkfield Court',
    );
  });

  it('refuses days that can’t be, another client’s invoice, and a complaint that is gone', () => {
    const ledger = newLedger();
    const mine = client(ledger);
    const other = client(ledger, 'Mrs Whitlock');
    const id = complaint(ledger, mine, '2026-11-09', { receivedTime: '10:00' });
    const before = contents(ledger, ['complaint', 'note']);
    const tried = (input: Omit<Input<'complaints.judge'>, 'id'>) => () => judge(ledger, { id, ...input });
    expect(tried({ repliedOn: '2026-11-08' })).toThrow('The reply is before the complaint.');
    expect(tried({ repliedOn: '2026-11-09', repliedTime: '09:59' })).toThrow('The reply is before');
    expect(tried({ repliedOn: '2026-11-18' })).toThrow('That day is still to come.');
    expect(tried({ repliedTime: '09:59' })).toThrow('Give the day of the reply too.');
    expect(tried({ settledOn: '2026-11-08' })).toThrow('It can’t be settled before it was received.');
    expect(tried({ invoiceId: invoice(ledger, other, '2026-11-01') })).toThrow('another client');
    expect(tried({ causeId: 4711 })).toThrow('no longer in the ledger');
    expect(() => judge(ledger, { id: 4711, lostTime: true })).toThrow('no longer in the ledger');
    // A note must not stay behind where the rest was refused.
    expect(tried({ boundary: 'Shouted', settledOn: '2026-11-18' })).toThrow();
    expect(contents(ledger, ['complaint', 'note'])).toEqual(before);
  });
});
