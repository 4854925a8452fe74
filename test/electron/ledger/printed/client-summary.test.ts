import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { change } from '../../../../electron/ledger/change.ts';
import { createLedger, type Ledger } from '../../../../electron/ledger/open.ts';
import { clientPage } from '../../../../electron/ledger/page.ts';
import { clientSummaryDocument } from '../../../../electron/ledger/printed/client-summary.ts';
import { writeSample } from '../../../../electron/ledger/sample.ts';
import { factsForClient } from '../../../../shared/summaries/client/facts.ts';
import { summaryForClient } from '../../../../shared/summaries/client/for-client.ts';
import { fieldsForClient, wordsNotForClient } from '../../../../shared/summaries/client/for-client-fields.ts';
import { makeShow } from '../../../../shared/summaries/client/show.ts';
import type { ClientPage } from '../../../../shared/views/client-page.ts';
import { client, complaint, invoice, newFile, newLedger, pay, TODAY } from '../made-ledger.ts';

function sampleLedger(file: string): Ledger {
  const ledger = createLedger(file);
  writeSample(ledger, TODAY, 'GBP');
  return ledger;
}
const folder = mkdtempSync(join(tmpdir(), 'evenhand-test-'));
const sample = sampleLedger(join(folder, 'Sample.evenhand'));
afterAll(() => {
  sample.close();
  rmSync(folder, { recursive: true, force: true });
});
const ids = sample.read.all<{ id: number; name: string }>('SELECT id, name FROM client ORDER BY id');
const idOf = (name: string) => ids.find((one) => one.name === name)?.id ?? 0;
const printed = (ledger: Ledger, clientId: number, version: 'me' | 'client', all = false) =>
  clientSummaryDocument(ledger, { clientId, version, all }, TODAY, 'en-GB');

/** Paths of all values of a page, `complaints[].words`. */
function* leaves(value: unknown, path = ''): Generator<string> {
  if (Array.isArray(value)) {
    for (const one of value) yield* leaves(one, `${path}[]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* leaves(one, path === '' ? key : `${path}.${key}`);
  } else yield path;
}

/** Every text of a document but the client's own words, which are theirs. */
function* texts(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && key !== 'words') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) yield* texts(one, Array.isArray(value) ? key : name);
  }
}

/** What the table says of a path: its own line, or that of what it lies in. */
function ruling(path: string): string | undefined {
  for (let at = path; at !== ''; at = at.replace(/(^|\.)[^.]*$/, '')) {
    const found = fieldsForClient[at] ?? fieldsForClient[at.replace(/\[\]$/, '')];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A page in which everything that is kept from the client says or counts something else. */
function planted(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => planted(one, `${path}[]`));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, planted(one, path === '' ? key : `${path}.${key}`)]),
    );
  }
  if (ruling(path) !== 'kept from them') return value;
  if (typeof value === 'number') return value + 987_654_321;
  return typeof value === 'boolean' ? !value : `PLANTED ${path}`;
}

describe('the summary for the client', () => {
  it('knows of every field of a page whether the client may read it', () => {
    const unknown = new Set<string>();
    for (const { id } of ids) {
      for (const path of leaves(clientPage(sample, id, TODAY)))
        if (ruling(path) === undefined) unknown.add(path);
    }
    expect([...unknown]).toEqual([]);
  });

  it('reads nothing that is kept from the client: it is the same whatever stands there', () => {
    const show = makeShow('GBP', 'en-GB');
    for (const { id } of ids) {
      const page = clientPage(sample, id, TODAY);
      const other = planted(page) as ClientPage;
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(page));
      const text = JSON.stringify(summaryForClient(factsForClient(other), true, show));
      expect(text).toBe(JSON.stringify(summaryForClient(factsForClient(page), true, show)));
      expect(text).not.toMatch(/PLANTED|9876\d{5}|987,6/);
    }
  });

  it('says nothing of what the ledger holds in any text but what the client may read', () => {
    const ledger = sampleLedger(newFile());
    const open = new Set([
      'client.name',
      'client.contact',
      'client.phone',
      'client.email',
      'client.number',
      'invoice.number',
      'complaint.words',
      'coupon.code',
      'ledger.business',
    ]);
    let columns = 0;
    const tables = ledger.read.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name NOT IN ('change', 'history', 'open_change')",
    );
    for (const { name: table } of tables) {
      const texts = ledger.read.all<{ name: string }>(
        `SELECT name FROM pragma_table_info('${table}') WHERE type = 'TEXT'`,
      );
      for (const { name: column } of texts) {
        // A marker for a day would only stop the reckoning.
        if (open.has(`${table}.${column}`) || /_on$|_time$|_until$/.test(column)) continue;
        try {
          change(ledger, { kind: 'test', label: 'planted', clientId: null }, (write) => {
            write.run(
              `UPDATE ${table} SET ${column} = 'PLANTED ' || rowid || ' ${table}.${column}' WHERE ${column} IS NOT NULL`,
            );
          });
          columns += 1;
        } catch {
          // A day, a kind: the ledger refuses other words there, so none can come from there.
        }
      }
    }
    expect(columns).toBeGreaterThan(25);
    let mine = 0;
    for (const { id } of ids) {
      expect(JSON.stringify(printed(ledger, id, 'client', true))).not.toContain('PLANTED');
      if (JSON.stringify(printed(ledger, id, 'me', true)).includes('PLANTED')) mine += 1;
    }
    expect(mine).toBeGreaterThan(5);
  });

  it('has none of our words, for any client of the sample', () => {
    for (const { id } of ids) {
      for (const all of [false, true]) {
        const { business: _, ...document } = printed(sample, id, 'client', all);
        const text = [...texts(document)].join('\n').toLowerCase();
        for (const word of wordsNotForClient) expect(text, `${word} of ${id}`).not.toContain(word);
      }
    }
  });

  it('says what was paid and done in plain words', () => {
    const document = printed(sample, idOf('Larkfield Court'), 'client');
    expect(document.figures.map(({ label }) => label)).toEqual([
      'Invoiced, 12 months',
      'Paid, 12 months',
      'Open today',
    ]);
    expect(document.figures[2]?.value).toBe('£3,300');
    const done = document.pairs.rows.flatMap(({ decisions }) => decisions.map(({ head }) => head));
    expect(done).toContain('We put it right');
    expect(done).toContain('We explained why we left it as it was');
    expect(done.some((head) => /^Coupon of £/.test(head))).toBe(true);
    expect(document.invoices.rows[0]?.days).toMatch(/^(not due|\d+\+)$/);
    expect(document.ladder).toBeNull();
  });

  it('tells that ways were parted by its day alone, and only once it has come', () => {
    const parted = ids.filter(({ id }) => clientPage(sample, id, TODAY).partedOn !== null);
    expect(parted.length).toBeGreaterThan(0);
    for (const { id } of parted) {
      const page = clientPage(sample, id, TODAY);
      const document = printed(sample, id, 'client');
      expect(document.notices.map(({ label }) => label)).toEqual(['Our work for you ended']);
      const ahead = factsForClient({ ...page, partedOn: '2026-12-24' });
      expect(ahead.partedOn).toBeNull();
      expect(ahead.decisions.some(({ decidedOn }) => decidedOn === page.partedOn)).toBe(
        page.decisions.some((one) => one.kind !== 'part ways' && one.decidedOn === page.partedOn),
      );
    }
  });
});

describe('the summary for the owner', () => {
  it('holds what the screen says of the flagship', () => {
    const id = idOf('Larkfield Court');
    const page = clientPage(sample, id, TODAY);
    const document = printed(sample, id, 'me');
    expect(document.figures.map(({ label }) => label)).toEqual(['Revenue, 12 months', 'Owed', 'Standing']);
    expect(document.figures[1]).toMatchObject({
      value: '£3,300',
      notes: ['£2,280 past due', 'oldest 104 days'],
    });
    expect(document.payments.figure).toBe(String(page.lateness.typical?.days));
    expect(document.payments.aside).toBe('of the last 12 due');
    expect(document.payments.sentences[0]?.strong).toBe('Slipping');
    expect(document.complaints.figure).toBe(String(page.complaints.length));
    expect(document.pairs.rows).toHaveLength(7);
    expect(document.pairs.rows[0]?.complaint).toMatchObject({ number: 7, open: true });
    expect(document.notices[0]?.kind).toBe('flag');
    // Its reason is the owner's own: on paper with every row, and there alone.
    expect(JSON.stringify(document)).not.toContain('disputed; the lavender');
    expect(JSON.stringify(printed(sample, id, 'me', true))).toContain('disputed; the lavender');
    // What is open and a year of what is paid; of the rest the sums.
    expect(document.invoices.rows).toHaveLength(15);
    expect(document.invoices.rows.length + document.invoices.beyond.count).toBe(page.invoices.length);
    expect(document.invoices.rows.reduce((sum, row) => sum + row.open, 0)).toBe(page.lateness.owed);
  });

  it('puts what is open before what is paid, each newest first, and sums what no two sheets could hold', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Many');
    const oldest = invoice(ledger, id, '2019-01-05', 70_00);
    for (let month = 0; month < 299; month += 1) {
      const due = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
      const one = invoice(ledger, id, due, 100_00);
      pay(ledger, id, one, month % 2 === 0 ? due : `${due.slice(0, 8)}20`, 100_00);
    }
    const { invoices } = printed(ledger, id, 'me');
    expect(invoices.rows[0]?.id).toBe(oldest);
    expect(invoices.rows.length + invoices.beyond.count).toBe(300);
    expect(invoices.beyond).toMatchObject({ open: 0, paid: invoices.beyond.count });
    expect(invoices.beyond.amount).toBe(invoices.beyond.count * 100_00);
    const whole = printed(ledger, id, 'me', true).invoices;
    expect(whole.rows).toHaveLength(300);
    expect(whole.beyond.count).toBe(0);
  });

  it('is finished with nothing in it, and has no day of the axis', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Nobody yet');
    for (const version of ['me', 'client'] as const) {
      const document = printed(ledger, id, version);
      expect(document.axis).toBeNull();
      expect(document.ladder).toBeNull();
      expect(document.ageing).toBeNull();
      expect(document.invoices.rows).toEqual([]);
      expect(document.pairs.rows).toEqual([]);
      expect(JSON.stringify(document)).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(printed(ledger, id, 'me').payments.caption).toBe('No invoices yet');
  });

  it('cuts long words unless every row is asked for', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Talker');
    const words = `${'The hedge is crooked, and nobody came. '.repeat(125)}The end.`.slice(0, 5000);
    complaint(ledger, id, '2026-11-01', { words });
    const cut = printed(ledger, id, 'me').pairs.rows[0]?.complaint?.words ?? '';
    expect(cut.length).toBeLessThan(430);
    expect(cut.endsWith('…')).toBe(true);
    expect(printed(ledger, id, 'client', true).pairs.rows[0]?.complaint?.words).toBe(words.trim());
  });

  it('speaks yen and German as well', () => {
    const ledger = createLedger(newFile());
    writeSample(ledger, TODAY, 'JPY');
    const id =
      ledger.read.get<{ id: number }>("SELECT id FROM client WHERE name = 'Larkfield Court'")?.id ?? 0;
    const yen = clientSummaryDocument(ledger, { clientId: id, version: 'me', all: false }, TODAY, 'ja-JP');
    expect(yen.figures[1]?.value).toMatch(/^[¥￥]/);
    const german = clientSummaryDocument(
      sample,
      { clientId: idOf('Larkfield Court'), version: 'me', all: false },
      TODAY,
      'de-DE',
    );
    expect(german.figures[1]?.value).toBe('3.300\u00a0£');
  });

  it('can be kept: as JSON and back it is the same', () => {
    for (const { id } of ids) {
      const document = printed(sample, id, 'me', true);
      expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    }
  });
});
