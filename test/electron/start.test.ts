import { describe, expect, it, test } from 'vitest';
import { readArguments } from '../../electron/arguments.ts';
import { guessFor } from '../../electron/guess.ts';

describe('the command line', () => {
  const none = { ledger: null, sample: false, screenshot: null, problem: null };
  test.each<[string[], object]>([
    [[], none],
    [['--sample'], { ...none, sample: true }],
    [
      ['--ledger', 'a.evenhand', '--screenshot', 'x.png'],
      { ...none, ledger: 'a.evenhand', screenshot: 'x.png' },
    ],
    [['--ledger=a b.evenhand'], { ...none, ledger: 'a b.evenhand' }],
    [['--no-sandbox', '--inspect=0', '/some/where', '--sample'], { ...none, sample: true }],
    [['/home/me/Mine.evenhand'], { ...none, ledger: '/home/me/Mine.evenhand' }],
  ])('%j', (typed, expected) => {
    expect(readArguments(['electron', ...typed])).toEqual(expected);
  });
  test.each([[['--ledger']], [['--screenshot', '--sample']], [['--ledger', 'a', '--sample']]])(
    '%j says what is wrong',
    (typed) => {
      expect(readArguments(['electron', ...typed]).problem).toMatch(/needs a file|Choose one/);
    },
  );
});

describe('what a locale suggests', () => {
  test.each([
    ['en-GB', 'GBP', 'A4'],
    ['en-US', 'USD', 'Letter'],
    ['fr-CA', 'CAD', 'Letter'],
    ['de-AT', 'EUR', 'A4'],
    ['ja', 'JPY', 'A4'],
    ['de', 'EUR', 'A4'],
    ['es-MX', 'MXN', 'Letter'],
  ])('%s: %s on %s', (locale, currency, paper) => {
    expect(guessFor(locale)).toEqual({ currency, paper });
  });
  it('stands without one', () => {
    expect(guessFor('C')).toEqual({ currency: 'EUR', paper: 'A4' });
  });
});
