import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLine, vCard } from '../../../shared/exports/vcard.ts';

const plain = {
  id: 7,
  name: 'Larkfield Court',
  number: null,
  contact: null,
  email: null,
  phone: null,
  address: null,
};
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a vCard', () => {
  it('holds what an address book shows', () => {
    const card = vCard(
      {
        ...plain,
        number: '0012',
        contact: 'Denise Harrow, estate manager',
        email: 'denise@larkfield.example',
        phone: '01632 960142',
        address: '12 Larkfield Rd; rear\nHexham\\North',
      },
      'abc',
    );
    expect(unfolded(card)).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'PRODID:-//Evenhand//EN',
      'UID:evenhand-abc-7',
      'FN:Larkfield Court',
      'N:Larkfield Court;;;;',
      'ORG:Larkfield Court',
      'TEL;TYPE=WORK,VOICE:01632 960142',
      'EMAIL;TYPE=INTERNET:denise@larkfield.example',
      'ADR;TYPE=WORK:;;12 Larkfield Rd\\; rear\\nHexham\\\\North;;;;',
      'NOTE:Contact: Denise Harrow\\, estate manager\\nClient number: 0012',
      'END:VCARD',
      '',
    ]);
  });

  it('has nothing but a name where nothing else is known', () => {
    expect(unfolded(vCard(plain, 'abc')).filter((line) => /^(TEL|EMAIL|ADR|NOTE|ORG)/.test(line))).toEqual(
      [],
    );
  });

  it('is no way to slip in a line of one’s own', () => {
    const card = vCard({ ...plain, name: 'A\r\nNOTE:red flag\u2028', contact: 'x\nEND:VCARD' }, 'abc');
    expect(card.split('\r\n').filter((line) => line === 'END:VCARD')).toHaveLength(1);
    expect(card).toContain('FN:A\\nNOTE:red flag');
  });

  it('folds lines at 75 octets and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = text.replace(/[\r\n]/g, '');
        const folded = foldLine(line);
        for (const piece of folded.split('\r\n'))
          expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
    expect(foldLine(`FN:${'é'.repeat(50)}`).split('\r\n')).toEqual([
      `FN:${'é'.repeat(36)}`,
      ` ${'é'.repeat(14)}`,
    ]);
  });
});
