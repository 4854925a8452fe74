import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../../electron/printing/pdf.ts';
import { testFolder } from '../ledger/made-ledger.ts';

const bytes = new TextEncoder().encode('%PDF-1.4 the pages');

describe('a PDF put where the owner chose', () => {
  it('lies there whole, and nothing beside it', async () => {
    const folder = testFolder();
    await writeWhole(join(folder, 'Larkfield Court summary 2026-11-17.pdf'), bytes);
    expect(readdirSync(folder)).toEqual(['Larkfield Court summary 2026-11-17.pdf']);
    expect(readFileSync(join(folder, 'Larkfield Court summary 2026-11-17.pdf'))).toEqual(Buffer.from(bytes));
  });

  it('takes the place of an older one', async () => {
    const target = join(testFolder(), 'a.pdf');
    writeFileSync(target, 'an older one, longer than what comes in its place, so that a rest would show');
    await writeWhole(target, bytes);
    expect(readFileSync(target)).toEqual(Buffer.from(bytes));
  });

  it('bears a name as long as a name can be', async () => {
    const folder = testFolder();
    const name = `${'n'.repeat(251)}.pdf`;
    await writeWhole(join(folder, name), bytes);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('says that the folder is gone', async () => {
    const target = join(testFolder(), 'unplugged', 'a.pdf');
    await expect(writeWhole(target, bytes)).rejects.toThrow(
      'a.pdf was not saved: the folder is no longer there. Is the disk or stick plugged in?',
    );
  });

  it('says that a folder bears the name, and leaves nothing behind', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'a.pdf'));
    writeFileSync(join(folder, 'a.pdf', 'inside'), 'x');
    await expect(writeWhole(join(folder, 'a.pdf'), bytes)).rejects.toThrow('a folder of that name is there');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('says that the name is too long', async () => {
    const folder = testFolder();
    await expect(writeWhole(join(folder, `${'n'.repeat(300)}.pdf`), bytes)).rejects.toThrow('too long');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stopped before it is there, it never comes, and the older one stays', async () => {
    const folder = testFolder();
    const target = join(folder, 'a.pdf');
    writeFileSync(target, 'the older one');
    const control = new AbortController();
    control.abort(new Error('stopped'));
    await expect(writeWhole(target, bytes, control.signal)).rejects.toThrow('stopped');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(target, 'utf8')).toBe('the older one');
  });
});
