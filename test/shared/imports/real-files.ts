import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** A real file made by others, beside the project; null where that folder is missing. */
export function realFile(name: string): string | null {
  const path = fileURLToPath(new URL(`../shared/data/${name}`, root));
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** One of our own small fixtures, as bytes. */
export function fixture(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`test/fixtures/imports/${name}`, root)));
}

/** One of our own small fixtures that are UTF-8. */
export function fixtureText(name: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(fixture(name));
}
