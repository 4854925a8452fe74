import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseInSession, confirmSession, startSession } from '../../../electron/imports/sessions.ts';
import { addCause, listCauses } from '../../../electron/ledger/complaints.ts';
import { ledgerInfo } from '../../../electron/ledger/info.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import type { Choices } from '../../../shared/imports/choices.ts';
import { client, contents, newLedger, TODAY } from '../ledger/made-ledger.ts';

const REAL = '../shared/data/mediated-complaints-2018-2020.csv';
const quiet = () => undefined;
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const HEAD = 'Client,Complaint type,Opened,Closed,Result,Refund,Satisfied';

async function look(ledger: Ledger, bytes: Uint8Array, choices: Choices = {}) {
  const { importId } = await startSession(ledger, 'complaints.csv', bytes, TODAY, quiet);
  return chooseInSession(ledger, importId, choices, TODAY, quiet);
}

async function importBytes(ledger: Ledger, bytes: Uint8Array, choices: Choices = {}) {
  const preview = await look(ledger, bytes, choices);
  expect(preview.questions).toEqual([]);
  return { preview, done: await confirmSession(ledger, preview.importId, TODAY, quiet) };
}

const sum = (ledger: Ledger) =>
  ledger.read.get('SELECT count(*) AS n, sum(amount_minor) AS sum FROM decision WHERE paid_back IS NOT NULL');

describe.skipIf(!existsSync(REAL))('the real mediated-complaints-2018-2020.csv', () => {
  const bytes = () => new Uint8Array(readFileSync(REAL));
  const all: Choices = { nameless: 'oneClient', closedEarly: 'open' };

  it('comes in whole but for the shifted row, and its refunds are README.md’s figure', async () => {
    const ledger = newLedger();
    const { preview, done } = await importBytes(ledger, bytes(), all);
    expect(preview.reconciliation).toMatchObject({
      subject: 'complaints',
      counts: { rows: 3045, complaintsNew: 3044, unreadable: 1, leftOut: 0, open: 6, refunds: 735 },
      money: { read: 979_519_00, imported: 979_519_00, leftOut: 0, unknownRows: 1 },
    });
    expect(done).toMatchObject({ complaints: 3044, invoices: 0, payments: 0 });
    expect(sum(ledger)).toEqual({ n: 735, sum: 979_519_00 });
    expect(
      ledger.read.get(
        `SELECT count(*) AS n, count(severity) AS severity, count(fault) AS fault, sum(settled_on IS NULL) AS open,
                sum(channel = 'unknown') AS unknown, sum(words LIKE '% - ___') AS coded, count(invoice_id) AS invoices
         FROM complaint`,
      ),
    ).toEqual({ n: 3044, severity: 0, fault: 0, open: 6, unknown: 3044, coded: 0, invoices: 0 });
    expect(
      ledger.read.all(
        `SELECT name, count(*) AS n FROM client JOIN complaint ON complaint.client_id = client.id
         WHERE name IN ('name not given', 'JACK''S 99¢ STORE') GROUP BY name ORDER BY name`,
      ),
    ).toEqual([
      { name: "JACK'S 99¢ STORE", n: 1 },
      { name: 'name not given', n: 38 },
    ]);
    // Every refund stands on the day its complaint was closed, but the one whose closing day can't be so.
    expect(
      ledger.read.get(
        `SELECT count(*) AS n FROM decision JOIN complaint ON complaint.id = complaint_id
         WHERE decided_on IS NOT coalesce(settled_on, received_on)`,
      ),
    ).toEqual({ n: 0 });
    expect(ledger.read.get('SELECT count(*) AS n FROM rule_verdict')).toEqual({ n: 0 });
    expect(
      ledger.read.get(
        "SELECT count(*) AS n FROM search WHERE search MATCH 'misrepresentation' AND rowid % 4 = 2",
      ),
    ).toEqual({ n: 500 });
  });

  it('imported again adds nothing; undone, it leaves the ledger as it was', async () => {
    const ledger = newLedger();
    client(ledger, 'Here before');
    const before = contents(ledger, Object.keys(recorded));
    const { done } = await importBytes(ledger, bytes(), all);
    for (const choices of [all, { ...all, causes: { 'damaged goods': 6 } }]) {
      const again = await look(ledger, bytes(), choices);
      expect(again.reconciliation).toMatchObject({
        nothingToWrite: true,
        counts: { complaintsNew: 0, complaintsKnown: 3044, decisions: 0 },
        money: { read: 979_519_00, imported: 0, known: 979_519_00 },
      });
    }
    undoChange(ledger, done.changeId);
    expect(contents(ledger, Object.keys(recorded))).toEqual(before);
    await importBytes(ledger, bytes(), all);
    expect(sum(ledger)).toEqual({ n: 735, sum: 979_519_00 });
  });

  it('with odd rows left out first and taken later ends in the same sum', async () => {
    const ledger = newLedger();
    const { preview } = await importBytes(ledger, bytes(), { nameless: 'leaveOut', closedEarly: 'leaveOut' });
    expect(preview.reconciliation).toMatchObject({
      counts: { complaintsNew: 3000, leftOut: 44 },
      money: { imported: 971_817_00, leftOut: 7_702_00 },
    });
    await importBytes(ledger, bytes(), all);
    expect(sum(ledger)).toEqual({ n: 735, sum: 979_519_00 });
  });
});

describe('an import of complaints', () => {
  it('writes what the words stand for, with own causes, and what nobody knows stays unknown', async () => {
    const ledger = newLedger();
    const own = addCause(ledger, { name: 'wet paint', group: 'inside' }).value;
    const { done } = await importBytes(
      ledger,
      csv(HEAD, 'Anna,Wet paint,2026-03-01,2026-03-04,Repaired,12.50,no', 'Bob,Other,2026-03-02,,,,'),
    );
    expect(done).toMatchObject({ complaints: 2, decisions: 2, clients: 2 });
    expect(
      ledger.read.all(
        'SELECT words, cause_id, settled_on, outcome, severity, channel, replied_on FROM complaint ORDER BY id',
      ),
    ).toEqual([
      {
        words: 'Wet paint',
        cause_id: own,
        settled_on: '2026-03-04',
        outcome: 'Repaired. The client was not satisfied.',
        severity: null,
        channel: 'unknown',
        replied_on: null,
      },
      {
        words: 'Other',
        cause_id: null,
        settled_on: null,
        outcome: null,
        severity: null,
        channel: 'unknown',
        replied_on: null,
      },
    ]);
    expect(
      ledger.read.all('SELECT kind, decided_on, amount_minor, paid_back, reason FROM decision ORDER BY id'),
    ).toEqual([
      {
        kind: 'put right',
        decided_on: '2026-03-04',
        amount_minor: 0,
        paid_back: null,
        reason: 'As imported: Repaired',
      },
      {
        kind: 'part refund',
        decided_on: '2026-03-04',
        amount_minor: 12_50,
        paid_back: 'money',
        reason: 'As imported: Repaired',
      },
    ]);
    expect(ledgerInfo(ledger)?.lastImport).toMatchObject({
      invoices: 0,
      payments: 0,
      complaints: 2,
      decisions: 2,
    });
  });

  it('settles what an earlier one brought open, and both are undone one by one', async () => {
    const ledger = newLedger();
    const begun = await importBytes(ledger, csv(HEAD, 'Anna,Late,2026-03-01,,,,'));
    const between = contents(ledger, Object.keys(recorded));
    const { done } = await importBytes(ledger, csv(HEAD, 'Anna,Late,2026-03-01,2026-03-09,Refund,5.00,yes'));
    expect(done).toMatchObject({ complaints: 0, decisions: 1, clients: 0 });
    expect(ledger.read.all('SELECT settled_on, outcome FROM complaint')).toEqual([
      { settled_on: '2026-03-09', outcome: 'Refund. The client was satisfied.' },
    ]);
    undoChange(ledger, done.changeId);
    expect(contents(ledger, Object.keys(recorded))).toEqual(between);
    undoChange(ledger, begun.done.changeId);
    expect(ledger.read.get('SELECT count(*) AS n FROM client')).toEqual({ n: 0 });
  });

  it('writes nothing where a chosen cause was undone meanwhile', async () => {
    const ledger = newLedger();
    const added = addCause(ledger, { name: 'wet paint', group: 'inside' });
    const preview = await look(ledger, csv(HEAD, 'Anna,Late,2026-03-01,,,,'), {
      causes: { late: added.value },
    });
    undoChange(ledger, added.changeId);
    await expect(confirmSession(ledger, preview.importId, TODAY, quiet)).rejects.toThrow(
      /cause is no longer in the ledger/,
    );
    expect(ledger.read.get('SELECT count(*) AS n FROM complaint')).toEqual({ n: 0 });
    expect(listCauses(ledger.read)).toHaveLength(11);
  });
});
