import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../electron/file-name.ts';

describe('the name of a file', () => {
  it('keeps a business’s name as its owner writes it', () => {
    expect(fileNameOf('Hollin Gardens', 'Ledger')).toBe('Hollin Gardens');
    expect(fileNameOf('Müller & Söhne (Süd), Inc.', 'Ledger')).toBe('Müller & Söhne (Süd), Inc');
    expect(fileNameOf('ราชา कंपनी 東京', 'Ledger')).toBe('ราชา कंपनी 東京');
  });
  it('leaves out what some system keeps for itself', () => {
    expect(fileNameOf('a/b\\c:d*e?f"g<h>i|j\u0000k\nl', 'Ledger')).toBe('a b c d e f g h i j k l');
    expect(fileNameOf('  ..hidden.. ', 'Ledger')).toBe('hidden');
    expect(fileNameOf('-rf', 'Ledger')).toBe('rf');
  });
  it('never is a device of Windows, whatever its ending', () => {
    expect(fileNameOf('con', 'Ledger')).toBe('con ledger');
    expect(fileNameOf('COM1.old', 'Ledger')).toBe('COM1 ledger.old');
    expect(fileNameOf('Console', 'Ledger')).toBe('Console');
  });
  it('is never empty', () => {
    expect(fileNameOf('', 'Ledger')).toBe('Ledger');
    expect(fileNameOf('///', 'Ledger')).toBe('Ledger');
    expect(fileNameOf('😀', 'Ledger')).toBe('Ledger');
  });
  it('is short enough and safe, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const made = fileNameOf(name, 'Ledger');
        expect(made).not.toBe('');
        expect([...made].length).toBeLessThanOrEqual(90);
        expect(made).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[ .-]|[ .]$/u);
      }),
    );
  });
});
