import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
// Not the one for Node: it asks for `require`, which the build then declares a second time.
import { Zip, ZipDeflate } from 'fflate/browser';
import { OwnerError } from '../../shared/result.ts';
import { flushFile, flushFolder } from '../ledger/on-disk.ts';
import { piecesOf } from './pieces.ts';

/** Where an export is written: beside its place first, and there only once all of it was read back. */
export interface Outlet {
  /** Begins the next file; a single file has but one. */
  begin(name: string): void;
  write(text: string): void;
  /** The file that was begun is whole. */
  end(): void;
  /** Reads everything back, flushes it to disk and puts it in its place; answers the file's or folder's name. */
  finish(): string;
  /** Nothing of it stays. */
  discard(): void;
}

/** Characters gathered before they are written. */
const CHUNK = 1 << 16;
/** Numbers tried where a folder of that name is there already. */
const MOST_NAMESAKES = 999;

/** A file that knows what it should hold. */
class Written {
  readonly #handle: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #path: string;
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#handle = openSync(path, 'wx', 0o600);
  }

  write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    // A nearly full disk takes part of what it is given, and says so only so.
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
  }

  close(): void {
    if (this.#open) closeSync(this.#handle);
    this.#open = false;
  }

  /** Flushed, closed and read back. */
  finish(): void {
    this.close();
    flushFile(this.#path);
    if (digestOf(this.#path) !== this.#hash.digest('hex'))
      throw new OwnerError(
        'ledger',
        'What was written did not read back as it was, so it was thrown away. Try another disk.',
      );
  }
}

function digestOf(file: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(file)) hash.update(piece);
  return hash.digest('hex');
}

/** Texts gathered into pieces of bytes that are worth a write. */
class Gathered {
  readonly #use: (bytes: Uint8Array) => void;
  #text = '';

  constructor(use: (bytes: Uint8Array) => void) {
    this.#use = use;
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= CHUNK) this.flush();
  }

  flush(): void {
    if (this.#text !== '') this.#use(Buffer.from(this.#text, 'utf8'));
    this.#text = '';
  }
}

/** One file in the place of `target`, whatever lies there: the system's dialog has asked. `check` reads it as it lies. */
export function fileOutlet(target: string, check: (part: string) => void = () => undefined): Outlet {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  const file = new Written(part);
  const text = new Gathered((bytes) => file.write(bytes));
  return {
    begin: () => undefined,
    write: (more) => text.write(more),
    end: () => text.flush(),
    finish() {
      file.finish();
      check(part);
      renameSync(part, target);
      flushFolder(dirname(target));
      return basename(target);
    },
    discard() {
      file.close();
      rmSync(part, { force: true });
    },
  };
}

/** Files in one zip, packed while they are written. */
export function zipOutlet(target: string): Outlet {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  const file = new Written(part);
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    file.write(bytes);
  });
  let entry: ZipDeflate | null = null;
  const text = new Gathered((bytes) => entry?.push(bytes));
  return {
    begin(name) {
      entry = new ZipDeflate(name, { level: 6 });
      zip.add(entry);
    },
    write: (more) => text.write(more),
    end() {
      text.flush();
      entry?.push(new Uint8Array(0), true);
      entry = null;
    },
    finish() {
      zip.end();
      file.finish();
      renameSync(part, target);
      flushFolder(dirname(target));
      return basename(target);
    },
    discard() {
      file.close();
      rmSync(part, { force: true });
    },
  };
}

/** Files in a new folder `name` inside `parent`; a number is added where there is one of that name. */
export function folderOutlet(parent: string, name: string): Outlet {
  const part = join(parent, `${name}.part`);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  const files: Written[] = [];
  const text = new Gathered((bytes) => files.at(-1)?.write(bytes));
  return {
    begin(file) {
      files.push(new Written(join(part, file)));
    },
    write: (more) => text.write(more),
    end: () => text.flush(),
    finish() {
      for (const file of files) file.finish();
      flushFolder(part);
      const made = settle(part, parent, name);
      flushFolder(parent);
      return made;
    },
    discard() {
      for (const file of files) file.close();
      rmSync(part, { recursive: true, force: true });
    },
  };
}

/** Made anew and then replaced, so that a folder that is there can't be, not even one that has just come. */
function settle(part: string, parent: string, name: string): string {
  for (let n = 1; n <= MOST_NAMESAKES; n++) {
    const made = n === 1 ? name : `${name} ${n}`;
    try {
      mkdirSync(join(parent, made));
    } catch (error) {
      if ((error as { code?: string }).code === 'EEXIST') continue;
      throw error;
    }
    // Windows puts no folder over another, not even over an empty one.
    if (process.platform === 'win32') rmSync(join(parent, made), { recursive: true });
    renameSync(part, join(parent, made));
    return made;
  }
  throw new OwnerError(
    'conflict',
    `There are too many folders called ${name} already. Choose another place.`,
  );
}
