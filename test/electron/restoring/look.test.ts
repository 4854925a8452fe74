import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { addClient } from '../../../electron/ledger/clients.ts';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { saveDraft } from '../../../electron/ledger/drafts.ts';
import { backupJob } from '../../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { type LookAnswer, lookJob } from '../../../electron/ledger/jobs/look.ts';
import { rehearseJob } from '../../../electron/ledger/jobs/rehearse.ts';
import { migrate } from '../../../electron/ledger/migrate.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { find } from '../../../electron/ledger/search.ts';
import { OwnerError } from '../../../shared/result.ts';
import {
  client,
  complaint,
  invoice,
  newLedger,
  nobody,
  pay,
  TODAY,
  testFolder,
} from '../ledger/made-ledger.ts';

// Whole ledgers are written and read many times over, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

/** A ledger with something of each, and something typed. */
function business(): Ledger {
  const ledger = newLedger();
  for (const name of ['Larkfield Court', 'Mrs Whitlock', 'Priory Lettings']) {
    const id = client(ledger, name);
    pay(ledger, id, invoice(ledger, id, '2026-09-01', 80_00), '2026-09-20', 80_00);
    complaint(ledger, id, '2026-10-01', { words: `The hedge of ${name} is crooked, as it was in spring.` });
  }
  saveDraft(ledger, 'complaint', { words: 'half a sen' });
  return ledger;
}

async function backUp(ledger: Ledger, passphrase: string | null = null): Promise<string> {
  const folder = testFolder();
  const target = join(folder, 'Test 2026-11-17.evenhand');
  await backupJob({ ledger: ledger.file, target, passphrase, temporary: join(folder, 'own') }, quietly);
  return target;
}

interface Asked {
  readonly passphrase?: string;
  readonly present?: Ledger;
  readonly uid?: string;
}

const look = (
  source: string,
  { passphrase, present, uid }: Asked = {},
  folder = join(testFolder(), 'look'),
) =>
  lookJob(
    { source, folder, passphrase: passphrase ?? null, present: present?.file ?? null, uid: uid ?? null },
    quietly,
  );

async function opened(answer: Promise<LookAnswer>): Promise<Extract<LookAnswer, { kind: 'open' }>> {
  const found = await answer;
  if (found.kind !== 'open') throw new Error('sealed');
  return found;
}

async function refusal(answer: Promise<unknown>): Promise<string> {
  const error = await answer.then(
    () => new Error('not refused'),
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(OwnerError);
  return (error as Error).message;
}

const sumOf = (file: string): string => {
  const db = new Database(file, { readonly: true });
  try {
    return checksumOf(db, { history: true });
  } finally {
    db.close();
  }
};

describe('looking into a backup', () => {
  it('tells what is in it, and what the present ledger has that it lacks', async () => {
    const ledger = business();
    const backup = await backUp(ledger);
    const before = sumOf(ledger.file);
    client(ledger, 'Came later');
    client(ledger, 'And later');
    const { preview, copy, checksum } = await opened(look(backup, { present: ledger }));
    expect(preview).toMatchObject({
      business: 'Test & Co',
      currency: 'GBP',
      counts: { clients: 3, invoices: 3, payments: 3, complaints: 3, decisions: 0 },
      older: false,
      how: 'replace',
      present: { counts: { clients: 5 } },
      brings: { count: 0, labels: [] },
    });
    expect(preview.lacks.count).toBe(2);
    expect(preview.lacks.labels[0]).toMatch(/And later/);
    expect(preview.lacks.labels[1]).toMatch(/Came later/);
    expect(checksum).toBe(before);
    expect(sumOf(copy)).toBe(before);
  });

  it('tells what a backup brings once the ledger went another way from the same stem', async () => {
    const ledger = business();
    const stem = await backUp(ledger);
    client(ledger, 'Only in the later backup');
    const later = await backUp(ledger);
    // Restored by hand: the ledger goes on from the earlier one.
    const { copy } = await opened(look(stem));
    const other = openLedger(copy);
    await other.checked;
    client(other, 'Only in the ledger');
    const { preview } = await opened(look(later, { present: other }));
    other.close();
    expect(preview.how).toBe('replace');
    expect(preview.lacks).toMatchObject({ count: 1, labels: [expect.stringMatching(/Only in the ledger/)] });
    expect(preview.brings).toMatchObject({
      count: 1,
      labels: [expect.stringMatching(/Only in the later backup/)],
    });
  });

  it('knows another business’s ledger as one of its own, whatever it is called', async () => {
    const [mine, other] = [business(), business()];
    const { preview } = await opened(look(await backUp(other), { present: mine }));
    expect(preview).toMatchObject({ how: 'beside', lacks: { count: 0 }, brings: { count: 0 } });
    expect(preview.present?.business).toBe('Test & Co');
    expect((await opened(look(await backUp(other)))).preview).toMatchObject({ how: 'beside', present: null });
  });

  it('asks for the passphrase, refuses a wrong one and opens with the right one, however it was typed', async () => {
    const ledger = business();
    const backup = await backUp(ledger, 'four plain garden wörds');
    expect(await look(backup)).toEqual({ kind: 'sealed' });
    const folder = join(testFolder(), 'look');
    expect(await refusal(look(backup, { passphrase: 'four plain garden words' }, folder))).toBe(
      'That is not the passphrase of this backup.',
    );
    expect(existsSync(folder)).toBe(false);
    const { preview, sealed, checksum } = await opened(
      look(backup, { passphrase: 'four plain garden wo\u0308rds', present: ledger }),
    );
    expect(sealed).toBe(true);
    expect(preview.how).toBe('replace');
    expect(checksum).toBe(sumOf(ledger.file));
  });

  it('writes nothing beside the backup, nor into it', async () => {
    const backup = await backUp(business());
    const before = readFileSync(backup);
    const folder = join(backup, '..');
    const beside = readdirSync(folder).sort();
    await look(backup);
    expect(readFileSync(backup).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(beside);
  });

  it('takes in the journal of a ledger that was copied while in use, and none that lies beside a backup', async () => {
    const ledger = business();
    ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    client(ledger, 'In the journal');
    const file = join(testFolder(), 'Copied.evenhand');
    copyFileSync(ledger.file, file);
    copyFileSync(`${ledger.file}-wal`, `${file}-wal`);
    expect((await opened(look(file))).preview.counts.clients).toBe(4);
    const backup = await backUp(business());
    copyFileSync(`${ledger.file}-wal`, `${backup}-wal`);
    expect((await opened(look(backup))).preview.counts.clients).toBe(3);
  });

  it('refuses what is no whole ledger, with the reason', async () => {
    const folder = testFolder();
    const file = (name: string, bytes: string | Uint8Array) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const ledger = business();
    const backup = await backUp(ledger);
    const bytes = readFileSync(backup);
    expect(await refusal(look(join(folder, 'gone.evenhand')))).toMatch(/is not there any more/);
    expect(await refusal(look(folder))).toMatch(/is not a file/);
    expect(await refusal(look(file('empty.evenhand', '')))).toMatch(/is empty/);
    expect(await refusal(look(file('letter.evenhand', 'Dear Mrs Whitlock, '.repeat(500))))).toBe(
      'letter.evenhand is not a backup or ledger of Evenhand.',
    );
    const foreign = new Database(join(folder, 'foreign.evenhand'));
    foreign.exec('CREATE TABLE client (id INTEGER)');
    foreign.close();
    expect(await refusal(look(join(folder, 'foreign.evenhand')))).toMatch(/is not a backup or ledger/);
    expect(await refusal(look(file('cut.evenhand', bytes.subarray(0, 40_000))))).toMatch(/damaged|cut short/);
    expect(await refusal(look(ledger.file, { present: ledger }))).toMatch(/the ledger that is open/);
    const newer = Buffer.from(bytes);
    newer.writeUInt32BE(99, 60);
    const plain = join(folder, 'newer.evenhand');
    writeFileSync(plain, newer.subarray(0, newer.length - 52));
    expect(await refusal(look(plain))).toMatch(/written by a newer Evenhand/);
    const none = new Database(join(folder, 'none.evenhand'));
    migrate(none);
    none.close();
    expect(await refusal(look(join(folder, 'none.evenhand')))).toMatch(/no business/);
  });

  it('refuses every altered byte, or finds it harmless', async () => {
    const ledger = business();
    const backup = await backUp(ledger);
    const whole = readFileSync(backup);
    const right = sumOf(ledger.file);
    const file = join(testFolder(), 'Altered.evenhand');
    let seed = 11;
    let refused = 0;
    for (let round = 0; round < 40; round++) {
      seed = (seed * 48271) % 2147483647;
      // Every fourth in the mark at the end.
      const at = round % 4 === 0 ? whole.length - 1 - (seed % 52) : seed % whole.length;
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (seed % 8));
      writeFileSync(file, bytes);
      try {
        const answer = await look(file);
        expect(answer.kind === 'open' && answer.checksum, `byte ${at}`).toBe(right);
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(OwnerError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(30);
  });

  it('sees one letter changed in a client’s words, which SQLite’s own check does not', async () => {
    const backup = await backUp(business());
    const bytes = readFileSync(backup);
    const at = bytes.indexOf('crooked, as it was in spring');
    expect(at).toBeGreaterThan(0);
    bytes[at] = 'C'.charCodeAt(0);
    writeFileSync(backup, bytes);
    const db = new Database(backup, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    expect(await refusal(look(backup))).toMatch(/something in it was altered/);
  });

  it('refuses a backup cut anywhere, but for its mark alone', async () => {
    const ledger = business();
    const backup = await backUp(ledger);
    const { length } = readFileSync(backup);
    const file = join(testFolder(), 'Cut.evenhand');
    const cuts = [
      length - 1,
      length - 51,
      length - 52,
      length - 53,
      length - 4096 - 52,
      8192,
      4096,
      512,
      99,
      1,
    ];
    for (const cut of cuts) {
      copyFileSync(backup, file);
      truncateSync(file, cut);
      const answer = await look(file).catch((error: unknown) => error);
      if (cut >= length - 52) expect(answer, `cut at ${cut}`).toMatchObject({ checksum: sumOf(ledger.file) });
      else expect(answer, `cut at ${cut}`).toBeInstanceOf(OwnerError);
    }
  });

  it('goes on trusting a backup that was opened and used as a ledger', async () => {
    const backup = await backUp(business());
    const used = openLedger(backup);
    await used.checked;
    client(used, 'Written into the backup');
    used.close();
    expect((await opened(look(backup))).preview.counts.clients).toBe(4);
  });

  it.each([1, 2])(
    'brings a ledger of version %i up to date in the copy, as the same ledger',
    async (version) => {
      const file = join(testFolder(), 'Old.evenhand');
      const db = new Database(file);
      migrate(db, version);
      const at = '2026-01-01T00:00:00.000Z';
      db.prepare(
        "INSERT INTO change (at, kind, label, first_row) VALUES (?, 'ledger.start', 'Started', 1)",
      ).run(at);
      db.prepare('INSERT INTO open_change (id, change_id) VALUES (1, 1)').run();
      db.prepare("INSERT INTO ledger (id, business, currency) VALUES (1, 'Old & Co', 'EUR')").run();
      db.prepare("INSERT INTO client (name) VALUES ('Anna')").run();
      db.prepare('DELETE FROM open_change').run();
      db.prepare('UPDATE change SET last_row = 2').run();
      db.close();
      const before = readFileSync(file);
      const now = join(testFolder(), 'Now.evenhand');
      copyFileSync(file, now);
      const present = openLedger(now);
      await present.checked;
      addClient(
        present,
        {
          name: 'Berta',
          ...nobody,
          allTheSame: false,
        },
        TODAY,
      );
      const found = await opened(look(file, { present }));
      expect(found.preview).toMatchObject({
        business: 'Old & Co',
        older: true,
        how: 'replace',
        lacks: { count: 1 },
        brings: { count: 0 },
      });
      expect(found.uid).toBe(present.read.get<{ uid: string }>('SELECT uid FROM ledger')?.uid);
      expect((await opened(look(file, { uid: 'ab'.repeat(16) }))).uid).toBe('ab'.repeat(16));
      present.close();
      expect(readFileSync(file).equals(before)).toBe(true);
      // Its history goes on, recorded by the triggers of today.
      const restored = openLedger(found.copy);
      await restored.checked;
      expect(() => client(restored, 'Carla')).not.toThrow();
      restored.close();
    },
  );
});

describe('a rehearsal', () => {
  it('restores into a temporary place and reports what each step found', async () => {
    const ledger = business();
    const folder = join(testFolder(), 'rehearsal');
    const { copy, checksum } = await opened(look(await backUp(ledger)));
    const before = sumOf(ledger.file);
    const steps = await rehearseJob({ copy, checksum, folder, today: TODAY }, quietly);
    expect(steps.map(({ found }) => found)).toEqual([
      'whole, byte for byte',
      'it opens, and its check finds nothing',
      '3 clients, with figures',
      'Larkfield Court',
      'the same, to the last row',
    ]);
    expect(existsSync(folder)).toBe(false);
    expect(sumOf(ledger.file)).toBe(before);
  });

  it('works for a ledger without a client', async () => {
    const { copy, checksum } = await opened(look(await backUp(newLedger())));
    const steps = await rehearseJob(
      { copy, checksum, folder: join(testFolder(), 'r'), today: TODAY },
      quietly,
    );
    expect(steps.some(({ found }) => found === 'there are none yet')).toBe(true);
  });

  it('says so where what was restored is not what was looked at', async () => {
    const { copy } = await opened(look(await backUp(business())));
    const folder = join(testFolder(), 'r');
    const run = rehearseJob({ copy, checksum: '0'.repeat(64), folder, today: TODAY }, quietly);
    expect(await refusal(run)).toMatch(/not what the backup holds/);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a restored ledger', () => {
  it('has its search, its figures and what was typed', async () => {
    const ledger = business();
    const { copy } = await opened(look(await backUp(ledger)));
    mkdirSync(join(copy, '../kept'), { recursive: true });
    const restored = openLedger(copy);
    await restored.checked;
    expect(find(restored.read, 'crooked').hits).toHaveLength(3);
    expect(restored.read.get('SELECT value FROM draft')).toEqual({ value: '{"words":"half a sen"}' });
    restored.close();
  });
});
