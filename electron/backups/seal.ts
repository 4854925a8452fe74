/*
 * A file sealed with a passphrase. Version 1, all numbers big-endian:
 *
 *   bytes  what
 *    0– 7  “EVHDSEAL”
 *    8–11  version of this format: 1
 *   12–23  scrypt's N, r and p
 *   24–27  bytes of plain text in a chunk (all but the last are full)
 *   28–35  when it was sealed, ms since 1970
 *   36–51  the ledger's uid, zeros where it has none: which backup belongs to which ledger is no secret
 *   52–67  salt for scrypt
 *   68–74  nonce prefix
 *   75–90  key check: the first 16 bytes of HMAC-SHA256(check key, “Evenhand seal 1”)
 *   91–106 the first 16 bytes of SHA-256 over bytes 0–90: tells a damaged header from a wrong passphrase
 *   107–   chunks, each AES-256-GCM: cipher text, then its tag of 16 bytes
 *
 * scrypt(passphrase in NFKC as UTF-8, salt) gives 64 bytes: the key, then the check key. Chunks follow the STREAM
 * construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): nonce = prefix, number of the chunk in 4 bytes, 1 in the
 * last chunk and 0 in any other; the whole header is associated data of every chunk. So a byte altered anywhere, and
 * chunks left out, added, swapped or taken from another file, are refused; a chunk is written out only once its tag
 * was found right. The key is used for one file only, because the salt is.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { Between } from '../ledger/jobs/job.ts';

const MAGIC = Buffer.from('EVHDSEAL', 'latin1');
const VERSION = 1;
const HEADER = 107;
const TAG = 16;
const UID = /^[0-9a-f]{32}$/;

/** What scrypt costs whoever tries passphrases: N = 2^17 takes 128 MiB and a good part of a second a try. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
const usualCost: Cost = { N: 2 ** 17, r: 8, p: 1 };
/** A header is not ours to trust: one that asks for more memory than this is refused before any is taken. */
const MOST_MEMORY = 512 * 2 ** 20;
/** Nor may it ask for more work than 16 times ours: a try could otherwise last for minutes, and hears no stop. */
const MOST_WORK = 2 ** 24;
const CHUNK = 2 ** 20;

/** What a sealed file tells without its passphrase. */
export interface Sealed {
  readonly version: number;
  /** The ledger's; '' when it has none. */
  readonly uid: string;
  /** ISO 8601 in UTC. */
  readonly made: string;
}

interface Header extends Sealed {
  readonly cost: Cost;
  readonly chunk: number;
  readonly salt: Buffer;
  readonly prefix: Buffer;
  readonly keyCheck: Buffer;
  readonly bytes: Buffer;
}

/**
 * Seals `source` into the new file `target`, flushed to disk; on failure or a stop nothing of it stays. Throws when
 * `target` exists. `cost` and `chunk` are for tests.
 */
export async function sealFile(
  source: string,
  target: string,
  passphrase: string,
  { uid, cost = usualCost, chunk = CHUNK }: { uid: string; cost?: Cost; chunk?: number },
  between: Between,
): Promise<void> {
  const salt = randomBytes(16);
  const keys = await keysOf(passphrase, salt, cost);
  const header = writeHeader({ uid, cost, chunk, salt, keyCheck: checkOf(keys) });
  try {
    transform(source, target, 0, chunk, between, 'Sealing', header, (plain, number, last) => {
      const cipher = createCipheriv('aes-256-gcm', keys.subarray(0, 32), nonce(header, number, last));
      cipher.setAAD(header);
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    });
  } finally {
    keys.fill(0);
  }
}

/**
 * Unseals `source` into the new file `target`, readable by this user only; on failure or a stop nothing of it stays.
 * Throws OwnerError: 'invalid' with field 'passphrase' when it is the wrong one, 'ledger' when the file is damaged.
 */
export async function unsealFile(
  source: string,
  target: string,
  passphrase: string,
  between: Between,
): Promise<Sealed> {
  const header = readHeader(source);
  if (header === null) throw damaged(source);
  const keys = await keysOf(passphrase, header.salt, header.cost);
  try {
    if (!timingSafeEqual(checkOf(keys), header.keyCheck))
      throw new OwnerError('invalid', 'That is not the passphrase of this backup.', 'passphrase');
    transform(
      source,
      target,
      HEADER,
      header.chunk + TAG,
      between,
      'Unsealing',
      null,
      (sealed, number, last) => {
        if (sealed.length < TAG) throw damaged(source);
        const key = keys.subarray(0, 32);
        const decipher = createDecipheriv('aes-256-gcm', key, nonce(header.bytes, number, last));
        decipher.setAAD(header.bytes);
        decipher.setAuthTag(sealed.subarray(-TAG));
        const plain = decipher.update(sealed.subarray(0, -TAG));
        try {
          return Buffer.concat([plain, decipher.final()]);
        } catch {
          throw damaged(source);
        }
      },
    );
  } finally {
    keys.fill(0);
  }
  return { version: header.version, uid: header.uid, made: header.made };
}

/** What the file tells of itself; null: it is not sealed. Throws OwnerError where it can't be read or is damaged. */
export function sealedHeader(file: string): Sealed | null {
  const header = readHeader(file);
  return header && { version: header.version, uid: header.uid, made: header.made };
}

function keysOf(passphrase: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, 64, { N, r, p, maxmem: 128 * r * (N + p + 2) + 2 ** 20 }, (error, keys) => {
      bytes.fill(0);
      if (error) reject(error);
      else resolve(keys);
    });
  });
}

const checkOf = (keys: Buffer) =>
  createHmac('sha256', keys.subarray(32)).update('Evenhand seal 1').digest().subarray(0, 16);

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest().subarray(0, 16);

function nonce(header: Buffer, number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  header.copy(bytes, 0, 68, 75);
  bytes.writeUInt32BE(number, 7);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

function writeHeader(of: Pick<Header, 'uid' | 'cost' | 'chunk' | 'salt' | 'keyCheck'>): Buffer {
  const bytes = Buffer.alloc(HEADER);
  MAGIC.copy(bytes);
  [VERSION, of.cost.N, of.cost.r, of.cost.p, of.chunk].forEach((number, at) => {
    bytes.writeUInt32BE(number, 8 + 4 * at);
  });
  bytes.writeBigUInt64BE(BigInt(Date.now()), 28);
  if (UID.test(of.uid)) bytes.write(of.uid, 36, 'hex');
  of.salt.copy(bytes, 52);
  randomBytes(7).copy(bytes, 68);
  of.keyCheck.copy(bytes, 75);
  digest(bytes.subarray(0, 91)).copy(bytes, 91);
  return bytes;
}

function readHeader(file: string): Header | null {
  const bytes = Buffer.alloc(HEADER);
  const handle = openSync(file, 'r');
  let length: number;
  try {
    length = readFully(handle, bytes, 0);
  } finally {
    closeSync(handle);
  }
  if (length < MAGIC.length || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  if (length < HEADER) throw damaged(file);
  const [version = 0, N = 0, r = 0, p = 0, chunk = 0] = [8, 12, 16, 20, 24].map((at) =>
    bytes.readUInt32BE(at),
  );
  if (!digest(bytes.subarray(0, 91)).equals(bytes.subarray(91))) throw damaged(file);
  if (version > VERSION)
    throw new OwnerError(
      'ledger',
      `${basename(file)} was sealed by a newer Evenhand. Update this one to open it.`,
    );
  const made = bytes.readBigUInt64BE(28);
  const sensible =
    version === VERSION &&
    N >= 2 ** 10 &&
    2 ** Math.floor(Math.log2(N)) === N &&
    r >= 1 &&
    p >= 1 &&
    p <= 16 &&
    128 * N * r <= MOST_MEMORY &&
    128 * r * p <= MOST_MEMORY &&
    N * r * p <= MOST_WORK &&
    chunk >= 16 &&
    chunk <= 16 * CHUNK &&
    made < 8_640_000_000_000_000n;
  if (!sensible) throw damaged(file);
  const uid = bytes.toString('hex', 36, 52);
  return {
    version,
    uid: /^0+$/.test(uid) ? '' : uid,
    made: new Date(Number(made)).toISOString(),
    cost: { N, r, p },
    chunk,
    salt: bytes.subarray(52, 68),
    prefix: bytes.subarray(68, 75),
    keyCheck: bytes.subarray(75, 91),
    bytes,
  };
}

/** Runs `turned` over the chunks of `source` from `start` on, into the new file `target`: a chunk in memory at a time. */
function transform(
  source: string,
  target: string,
  start: number,
  chunk: number,
  between: Between,
  step: string,
  head: Buffer | null,
  turned: (bytes: Buffer, number: number, last: boolean) => Buffer,
): void {
  const from = openSync(source, 'r');
  let to: number | null = null;
  try {
    to = openSync(target, 'wx', 0o600);
    const { size } = fstatSync(from);
    if (head !== null) writeFully(to, head);
    const buffer = Buffer.alloc(chunk);
    for (let at = start, number = 0, last = false; !last; number++) {
      between.goOn();
      between.tell(step, size === 0 ? null : at / size);
      const length = readFully(from, buffer, at);
      at += length;
      last = at >= size;
      // One that shrinks or fails while it is read ends here: a short chunk in the middle would seal no whole file.
      if (!last && length < chunk) throw damaged(source);
      writeFully(to, turned(buffer.subarray(0, length), number, last));
    }
    fsyncSync(to);
    closeSync(to);
  } catch (error) {
    if (to !== null) {
      try {
        closeSync(to);
      } catch {
        // What matters is the error that led here.
      }
      rmSync(target, { force: true });
    }
    throw error;
  } finally {
    closeSync(from);
  }
}

/** Reads until `bytes` is full or the file ends; answers how many. */
function readFully(handle: number, bytes: Buffer, at: number): number {
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(handle, bytes, length, bytes.length - length, at + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function writeFully(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

const damaged = (file: string) =>
  new OwnerError('ledger', `${basename(file)} is damaged or was cut short. Nothing of it was used.`);
