import { describe, expect, it, test } from 'vitest';
import { minorDigits, percent, showMoney } from '../../shared/money.ts';

describe('money', () => {
  test.each([
    [1020_00, 'GBP', 'en-GB', '£1,020'],
    [85_50, 'GBP', 'en-GB', '£85.50'],
    [-30_00, 'GBP', 'en-GB', '−£30'],
    [5, 'GBP', 'en-GB', '£0.05'],
    [0, 'GBP', 'en-GB', '£0'],
    [1234, 'JPY', 'en-GB', '¥1,234'],
    [1_234_500, 'KWD', 'en-GB', 'KWD\u00a01,234.500'],
    [1020_50, 'EUR', 'de-DE', '1.020,50\u00a0€'],
  ])('%i %s in %s is %s', (amount, currency, locale, shown) => {
    expect(showMoney(amount, currency, locale)).toBe(shown);
  });

  it('keeps its decimals where asked to', () => {
    expect(showMoney(1020_00, 'GBP', 'en-GB', true)).toBe('£1,020.00');
  });

  it('knows a currency’s decimals, and refuses what is none', () => {
    expect([minorDigits('GBP'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
    expect(() => minorDigits('POUNDS')).toThrow(RangeError);
  });

  it('gives a share only where there is a whole', () => {
    expect(percent(392_00, 13140_00)).toBe(3);
    expect(percent(210_00, 950_00)).toBe(22.1);
    expect(percent(10, 0)).toBeNull();
    expect(percent(0, 10)).toBe(0);
  });
});
