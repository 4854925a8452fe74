import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => join(folder, name));
}

/** Every module a file imports: packages by name, own files by their path from the root. */
function imports(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  );
}

function breaches(folder: string, allowed: (module: string, file: string) => boolean): string[] {
  return files(folder).flatMap((file) =>
    imports(file)
      .filter((module) => !allowed(module, file))
      .map((module) => `${file} imports ${module}`),
  );
}

const own = (module: string, room: string) => module.startsWith(`${room}/`);

describe('walls', () => {
  it('there is something to check', () => {
    expect(files('shared').length).toBeGreaterThan(20);
    expect(imports('electron/main.ts')).toContain('electron');
    expect(imports('electron/main.ts')).toContain('electron/arguments.ts');
  });

  it('shared imports itself and small pure libraries only', () => {
    const pure = ['zod', 'papaparse'];
    expect(breaches('shared', (module) => own(module, 'shared') || pure.includes(module))).toEqual([]);
  });

  it('renderer imports itself and shared, no node and no electron', () => {
    const banned = /^(node:|electron($|\/)|better-sqlite3|electron-store)/;
    const allowed = (module: string) =>
      own(module, 'renderer') ||
      own(module, 'shared') ||
      (!banned.test(module) && !/^(electron|test|build)\//.test(module));
    expect(breaches('renderer', allowed)).toEqual([]);
  });

  it('electron never imports renderer, nor anything that can reach a network', () => {
    const network = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)/;
    expect(breaches('electron', (module) => !own(module, 'renderer') && !network.test(module))).toEqual([]);
  });

  it('only the ledger’s room knows SQLite', () => {
    const inRoom = (file: string) => file.startsWith('electron/ledger/');
    expect(breaches('electron', (module, file) => module !== 'better-sqlite3' || inRoom(file))).toEqual([]);
    const sql = /\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s)/;
    const outside = [
      ...files('electron').filter((file) => !inRoom(file)),
      ...files('shared'),
      ...files('renderer'),
    ];
    expect(outside.filter((file) => sql.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('raw IPC only at the door: ipc.ts, preload.ts, and desk.ts which tells events', () => {
    const raw = /\bipcMain\b|\bipcRenderer\b/;
    const users = [...files('electron'), ...files('renderer')].filter((file) =>
      raw.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(users.sort()).toEqual(['electron/ipc.ts', 'electron/preload.ts']);
  });

  it('no network call anywhere in the window', () => {
    const calls = /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|https?:\/\/(?!www\.w3\.org)/;
    expect(files('renderer').filter((file) => calls.test(readFileSync(join(root, file), 'utf8')))).toEqual(
      [],
    );
  });
});
