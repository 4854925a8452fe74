import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sealedHeader, sealFile, unsealFile } from '../../../electron/backups/seal.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { OwnerError } from '../../../shared/result.ts';
import { testFolder } from '../ledger/made-ledger.ts';

// scrypt takes its time, more so on a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });

/** The header's bytes; also written down in seal.ts and in the README. */
const HEADER = 107;
const uid = '0123456789abcdef0123456789abcdef';
const cheap = { N: 2 ** 10, r: 1, p: 1 };
const passphrase = 'four words to remember';

async function sealed(plain: Uint8Array, chunk = 32) {
  const folder = testFolder();
  const source = join(folder, 'plain');
  const file = join(folder, 'sealed');
  writeFileSync(source, plain);
  await sealFile(source, file, passphrase, { uid, cost: cheap, chunk }, quietly);
  return { folder, file, bytes: readFileSync(file) };
}

let n = 0;
async function unsealed(folder: string, bytes: Uint8Array, words = passphrase): Promise<Buffer> {
  const [file, target] = [join(folder, `try ${++n}`), join(folder, `out ${n}`)];
  writeFileSync(file, bytes);
  try {
    await unsealFile(file, target, words, quietly);
    return readFileSync(target);
  } catch (error) {
    // Whatever was wrong, nothing stays behind.
    expect(existsSync(target)).toBe(false);
    throw error;
  }
}

const damage = { code: 'ledger', message: expect.stringMatching(/damaged or was cut short/) };

/** The header's own checksum made right again, as someone who means harm would. */
function mended(bytes: Buffer): Buffer {
  createHash('sha256').update(bytes.subarray(0, 91)).digest().copy(bytes, 91, 0, 16);
  return bytes;
}

describe('a sealed file', () => {
  it('gives back what was sealed, whatever its length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(16, 32, 50),
        async (plain, chunk) => {
          const { folder, bytes } = await sealed(plain, chunk);
          expect(new Uint8Array(await unsealed(folder, bytes))).toEqual(plain);
        },
      ),
      {
        numRuns: 40,
        examples: [
          [new Uint8Array(0), 32],
          [new Uint8Array(32), 32],
          [new Uint8Array(64), 32],
        ],
      },
    );
  });

  it('tells whose it is and when it was made without its passphrase; of any other file, that it is not sealed', async () => {
    const { folder, file } = await sealed(Buffer.from('x'));
    const header = sealedHeader(file);
    expect(header).toMatchObject({ version: 1, uid });
    expect(Math.abs(Date.now() - Date.parse(header?.made ?? ''))).toBeLessThan(60_000);
    for (const text of ['', 'EVHD', 'SQLite format 3\0 and more of it'.repeat(9)]) {
      writeFileSync(join(folder, 'other'), text);
      expect(sealedHeader(join(folder, 'other'))).toBeNull();
    }
  });

  it('holds nothing of the plain text, and is another file each time', async () => {
    const plain = Buffer.from('Larkfield Court is slipping. '.repeat(10));
    const [one, other] = [await sealed(plain), await sealed(plain)];
    expect(one.bytes.includes('Larkfield')).toBe(false);
    expect(one.bytes.subarray(HEADER).equals(other.bytes.subarray(HEADER))).toBe(false);
  });

  it('is refused with any one byte of it altered, and the passphrase is not blamed', async () => {
    const { folder, bytes } = await sealed(Buffer.from('a ledger of two chunks and a bit: so it is.'), 16);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
      await expect(unsealed(folder, flipped), `byte ${at}`).rejects.toMatchObject(damage);
    }
  });

  it('is refused cut off at any length, and with anything after its end', async () => {
    const { folder, bytes } = await sealed(Buffer.alloc(64, 'whole '), 32);
    for (let length = 0; length < bytes.length; length++)
      await expect(unsealed(folder, bytes.subarray(0, length)), `${length}`).rejects.toMatchObject(damage);
    for (const more of [Buffer.alloc(1), bytes.subarray(HEADER)])
      await expect(unsealed(folder, Buffer.concat([bytes, more]))).rejects.toMatchObject(damage);
  });

  it('is refused with chunks swapped, doubled, left out or taken from another file', async () => {
    const { folder, bytes } = await sealed(Buffer.alloc(128, 'abcdefghijk'), 32);
    const other = await sealed(Buffer.alloc(128, 'abcdefghijk'), 32);
    const chunks = (of: Buffer) =>
      [0, 1, 2, 3].map((i) => of.subarray(HEADER + i * 48, HEADER + (i + 1) * 48));
    const [a, b, c, d] = chunks(bytes);
    const put = (...parts: (Buffer | undefined)[]) =>
      Buffer.concat([bytes.subarray(0, HEADER), ...parts.map((part) => part ?? Buffer.alloc(0))]);
    expect((await unsealed(folder, put(a, b, c, d))).length).toBe(128);
    for (const wrong of [
      put(b, a, c, d),
      put(a, c, b, d),
      put(a, b, d, c),
      put(a, a, b, c, d),
      put(a, b, d),
      put(b, c, d),
      put(a, b, c),
      put(),
      put(a, chunks(other.bytes)[1], c, d),
    ])
      await expect(unsealed(folder, wrong)).rejects.toMatchObject(damage);
  });

  it('refuses another passphrase and says that it is the passphrase', async () => {
    const { folder, bytes } = await sealed(Buffer.from('x'));
    for (const wrong of ['', 'four words to remembe', 'Four words to remember'])
      await expect(unsealed(folder, bytes, wrong)).rejects.toMatchObject({
        code: 'invalid',
        field: 'passphrase',
      });
  });

  it('takes a passphrase however its letters were typed', async () => {
    const folder = testFolder();
    const [source, file, out] = ['s', 'f', 'o'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(source, 'x');
    await sealFile(source, file, 'caf\u00e9 \ufb01sh 12', { uid: '', cost: cheap }, quietly);
    expect((await unsealFile(file, out, 'cafe\u0301 fish 12', quietly)).uid).toBe('');
  });

  it('refuses a header that asks for absurd work before doing any of it', async () => {
    const { folder, bytes } = await sealed(Buffer.from('x'));
    const absurd: [number, number][] = [
      [12, 2 ** 31],
      [12, 3000],
      [12, 0],
      [16, 2 ** 20],
      [16, 0],
      [20, 0],
      [20, 2 ** 31],
      [24, 0],
      [24, 2 ** 31],
    ];
    for (const [at, value] of absurd) {
      const hostile = Buffer.from(bytes);
      hostile.writeUInt32BE(value, at);
      const before = performance.now();
      await expect(unsealed(folder, mended(hostile)), `${at}`).rejects.toMatchObject(damage);
      expect(performance.now() - before).toBeLessThan(1000);
    }
    // Each in itself bearable; together minutes of work, which hears no stop.
    const together = Buffer.from(bytes);
    together.writeUInt32BE(2 ** 21, 12);
    together.writeUInt32BE(16, 20);
    const begun = performance.now();
    await expect(unsealed(folder, mended(together))).rejects.toMatchObject(damage);
    expect(performance.now() - begun).toBeLessThan(1000);
    const endless = Buffer.from(bytes);
    endless.fill(0xff, 28, 36);
    await expect(unsealed(folder, mended(endless))).rejects.toMatchObject(damage);
  });

  it('binds its header to its contents: one that is altered and mended is refused all the same', async () => {
    const { folder, bytes } = await sealed(Buffer.from('x'));
    for (const at of [30, 40, 70]) {
      const hostile = Buffer.from(bytes);
      hostile.writeUInt8(hostile.readUInt8(at) ^ 1, at);
      await expect(unsealed(folder, mended(hostile)), `${at}`).rejects.toMatchObject(damage);
    }
  });

  it('of a newer program is left alone', async () => {
    const { folder, bytes } = await sealed(Buffer.from('x'));
    bytes.writeUInt32BE(2, 8);
    await expect(unsealed(folder, mended(bytes))).rejects.toMatchObject({
      code: 'ledger',
      message: expect.stringContaining('newer Evenhand'),
    });
  });

  it('is never written over a file that is there, and stops without a trace', async () => {
    const { folder, file, bytes } = await sealed(Buffer.alloc(200), 32);
    const source = join(folder, 'plain');
    await expect(sealFile(source, file, passphrase, { uid, cost: cheap }, quietly)).rejects.toThrow(/EEXIST/);
    expect(readFileSync(file)).toEqual(bytes);
    let turns = 0;
    const stop = {
      tell: () => undefined,
      goOn: () => {
        if (++turns > 2) throw new OwnerError('cancelled', 'Stopped.');
      },
    };
    const given = { uid, cost: cheap, chunk: 32 };
    await expect(sealFile(source, join(folder, 'a'), passphrase, given, stop)).rejects.toThrow('Stopped');
    turns = 0;
    await expect(unsealFile(file, join(folder, 'b'), passphrase, stop)).rejects.toThrow('Stopped');
    expect(readdirSync(folder).sort()).toEqual(['plain', 'sealed']);
  });

  it('costs what a passphrase needs when nothing else is said', async () => {
    const { folder } = await sealed(Buffer.from('x'));
    const file = join(folder, 'dear');
    await sealFile(join(folder, 'plain'), file, passphrase, { uid }, quietly);
    const header = readFileSync(file);
    expect([12, 16, 20, 24].map((at) => header.readUInt32BE(at))).toEqual([2 ** 17, 8, 1, 2 ** 20]);
    await unsealFile(file, join(folder, 'out'), passphrase, quietly);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('x');
  });
});
