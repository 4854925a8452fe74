import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let folder = '';
vi.mock('electron', () => ({ app: { getPath: () => folder } }));

/** The module as a start of the app finds it. */
async function start() {
  vi.resetModules();
  return import('../../electron/placed.ts');
}
const mark = () => join(folder, 'running.json');
const ledger = '/home/jane/Larkfield Court.evenhand';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-placed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the mark of a run', () => {
  it('leads back after a crash, and is gone after a clean end', async () => {
    const first = await start();
    first.beginRun(ledger);
    expect(first.recoveredPlace()).toBeNull();
    first.stand('/clients/12?row=invoice-34', ledger);
    await vi.waitFor(() => expect(readFileSync(mark(), 'utf8')).toContain('invoice-34'));

    const second = await start();
    second.beginRun(ledger);
    expect(second.recoveredPlace()).toEqual({ path: '/clients/12?row=invoice-34', what: 'program' });
    second.forgetRecovered();
    expect(second.recoveredPlace()).toBeNull();
    second.stand('/desk', ledger);
    second.endRun();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(readdirSync(folder)).toEqual([]);

    const third = await start();
    third.beginRun(ledger);
    expect(third.recoveredPlace()).toBeNull();
  });

  it('leads to the front door of another ledger: ids of one mean nothing in the other', async () => {
    writeFileSync(mark(), '{"path":"/clients/12","ledger":"0123456789abcdef"}');
    const app = await start();
    app.beginRun(ledger);
    expect(app.recoveredPlace()).toEqual({ path: '/', what: 'program' });
    const none = await start();
    none.beginRun(null);
    expect(none.recoveredPlace()).toEqual({ path: '/', what: 'program' });
  });

  it('is a crash still where the mark itself was cut short or written by somebody else', async () => {
    for (const text of [
      '',
      '{"path":"/cli',
      'null',
      '[]',
      '{"path":{"a":1}}',
      '{"path":"/etc/passwd/../.."}',
    ]) {
      writeFileSync(mark(), text);
      const app = await start();
      app.beginRun(ledger);
      expect(app.recoveredPlace(), text).toEqual({ path: '/', what: 'program' });
    }
  });

  it('names neither client nor file', async () => {
    const app = await start();
    app.beginRun(ledger);
    app.stand('/clients?search=Larkfield', ledger);
    await vi.waitFor(() => expect(readFileSync(mark(), 'utf8')).toContain('/clients'));
    expect(readFileSync(mark(), 'utf8')).not.toMatch(/Larkfield|jane/);
  });

  it('keeps the last of many places, and stays for a restart that was asked for', async () => {
    const app = await start();
    app.beginRun(ledger);
    for (let id = 1; id <= 300; id++) app.stand(`/clients/${id}`, ledger);
    await vi.waitFor(() => expect(readFileSync(mark(), 'utf8')).toContain('/clients/300'));
    app.keepRun();
    app.endRun();
    expect(existsSync(mark())).toBe(true);
  });

  it('takes a dead window back to its address, with the form that it told of there', async () => {
    const app = await start();
    app.beginRun(ledger);
    app.stand('/clients/12?form=complaint.clientId-12', ledger);
    app.recoverWindow('app://evenhand/index.html#/clients/12?row=invoice-3');
    expect(app.recoveredPlace()?.path).toBe('/clients/12?form=complaint.clientId-12');
    app.recoverWindow('app://evenhand/index.html#/desk');
    expect(app.recoveredPlace()?.path).toBe('/desk');
    app.recoverWindow('app://evenhand/index.html');
    expect(app.recoveredPlace()?.path).toBe('/');
  });

  it('does without a folder to write to', async () => {
    rmSync(folder, { recursive: true });
    const app = await start();
    app.beginRun(ledger);
    app.stand('/clients', ledger);
    await new Promise((resolve) => setTimeout(resolve, 20));
    app.recoverWindow('app://evenhand/index.html#/clients');
    expect(app.recoveredPlace()).toEqual({ path: '/clients', what: 'window' });
    app.endRun();
  });
});
