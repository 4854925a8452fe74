import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { nobody } from './ledger/made-ledger.ts';

/** The main process without Electron: its menu and quitting are looked at here, its window is not there. */
const fake = vi.hoisted(() => ({ userData: '', menu: [] as { label?: string; submenu?: unknown }[] }));
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getPath: () => fake.userData,
    getAppPath: () => fake.userData,
    getSystemLocale: () => 'en-GB',
    getLocale: () => 'en-GB',
    getVersion: () => '0.0.0',
  },
  Menu: {
    buildFromTemplate: (template: typeof fake.menu) => template,
    setApplicationMenu: (menu: typeof fake.menu) => {
      fake.menu = menu;
    },
  },
  BrowserWindow: class {},
  dialog: {},
  nativeTheme: {},
  screen: {},
}));
vi.mock('electron-store', () => ({ default: class {} }));

const desk = await import('../../electron/desk.ts');
const { handlers } = await import('../../electron/commands.ts');
const { setupMenu } = await import('../../electron/menu.ts');
const { clientAddInput } = await import('../../shared/clients/client.ts');

const folder = mkdtempSync(join(tmpdir(), 'evenhand-desk-'));
let count = 0;
beforeEach(() => {
  count++;
  fake.userData = join(folder, String(count));
  mkdirSync(fake.userData);
  desk.clearDesk();
  desk.whenLedgerSwitches(setupMenu);
});
afterAll(() => {
  desk.clearDesk();
  rmSync(folder, { recursive: true, force: true });
});

const undoLabel = () => {
  const edit = fake.menu.find(({ label }) => label === 'Edit')?.submenu as { label: string }[];
  return edit[0]?.label;
};
const mrsBello = clientAddInput.parse({
  name: 'Mrs Bello',
  ...nobody,
  allTheSame: false,
});

describe('the desk', () => {
  it('keeps a real ledger that is called like the sample', async () => {
    desk.createNew({ business: 'Sample ledger', currency: 'GBP' });
    const real = desk.openedLedger().file;
    await handlers['clients.add'](mrsBello);
    await desk.createSample();
    expect(desk.openedLedger().file).not.toBe(real);
    desk.openFile(real);
    expect(desk.appState().ledger).toMatchObject({ isSample: false, clients: 1 });
  });

  it('keeps the ledger that lies on it where a sample can’t be made', async () => {
    desk.createNew({ business: 'Mine', currency: 'GBP' });
    const mine = desk.openedLedger();
    writeFileSync(join(fake.userData, 'sample'), 'in the way');
    await expect(desk.createSample()).rejects.toThrow();
    expect(desk.ledgerOnDesk()).toBe(mine);
  });

  it('leaves nothing of a ledger that could not be begun', () => {
    expect(() => desk.createNew({ business: 'Mine', currency: 'no currency' })).toThrow();
    expect(existsSync(join(fake.userData, 'ledgers', 'Mine.evenhand'))).toBe(false);
  });

  it('throws a sample away, and makes another', async () => {
    await desk.createSample();
    const { file } = desk.openedLedger();
    await desk.discardSample();
    expect([desk.ledgerOnDesk(), existsSync(file)]).toEqual([null, false]);
    await desk.createSample();
    expect(desk.appState().ledger?.isSample).toBe(true);
  });
});

describe('another ledger', () => {
  it('has its own undo in the menu, never the change of the same number of the one before', async () => {
    desk.createNew({ business: 'One', currency: 'GBP' });
    await handlers['clients.add'](mrsBello);
    expect(undoLabel()).toBe('Undo: new client Mrs Bello');
    handlers['ledger.create']({ business: 'Two', currency: 'GBP', paper: 'A4' });
    expect(undoLabel()).toBe('Undo');
  });

  it('opened while a write waits for the check: the write is refused in words and reaches neither', async () => {
    desk.createNew({ business: 'One', currency: 'GBP' });
    const one = desk.openedLedger();
    let end: () => void = () => undefined;
    one.checked = new Promise((resolve) => {
      end = resolve;
    });
    const write = handlers['clients.add'](mrsBello);
    desk.createNew({ business: 'Two', currency: 'GBP' });
    end();
    await expect(write).rejects.toMatchObject({ code: 'conflict' });
    expect(desk.appState().ledger).toMatchObject({ business: 'Two', clients: 0 });
  });
});

describe('a ledger so damaged that its history can’t be read', () => {
  it('still leaves a menu, to open another one', async () => {
    desk.createNew({ business: 'One', currency: 'GBP' });
    for (let n = 0; n < 50; n++) await handlers['clients.add'](mrsBello);
    const { file, read } = desk.openedLedger();
    const page = read.get<{ root: number }>(
      "SELECT rootpage AS root FROM sqlite_schema WHERE name = 'change'",
    );
    desk.closeLedger();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, ((page?.root ?? 1) - 1) * 4096, (page?.root ?? 1) * 4096);
    writeFileSync(file, bytes);
    fake.menu = [];
    await desk.openFile(file);
    expect(desk.appState().problem?.message).toMatch(/damaged/);
    setupMenu();
    expect(fake.menu.length).toBeGreaterThan(0);
  });
});
