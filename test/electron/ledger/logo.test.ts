import { describe, expect, it } from 'vitest';
import { keepLogo, LARGEST_LOGO, readLogo, removeLogo } from '../../../electron/ledger/logo.ts';
import { documentHead } from '../../../electron/ledger/printed/head.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { newLedger, TODAY } from './made-ledger.ts';

describe('the logo', () => {
  it('is kept, changed and removed, each of it taken back by undo', () => {
    const ledger = newLedger();
    expect(readLogo(ledger.read)).toBeNull();
    const first = keepLogo(ledger, 'Zmlyc3Q=');
    expect(first.label).toBe('Logo added');
    const second = keepLogo(ledger, 'c2Vjb25k');
    expect(second.label).toBe('Logo changed');
    const { changeId } = removeLogo(ledger);
    expect(readLogo(ledger.read)).toBeNull();
    undoChange(ledger, changeId);
    expect(readLogo(ledger.read)).toBe('c2Vjb25k');
    undoChange(ledger, second.changeId);
    expect(readLogo(ledger.read)).toBe('Zmlyc3Q=');
    expect(documentHead(ledger, TODAY, 'en-GB').logo).toBe('Zmlyc3Q=');
  });

  it('is refused where it is too large, and can’t be removed twice', () => {
    const ledger = newLedger();
    expect(() => keepLogo(ledger, 'A'.repeat(LARGEST_LOGO + 1))).toThrow(/too large/);
    expect(() => removeLogo(ledger)).toThrow(/no logo/);
    keepLogo(ledger, 'A'.repeat(LARGEST_LOGO));
    expect(readLogo(ledger.read)).toHaveLength(LARGEST_LOGO);
  });
});
