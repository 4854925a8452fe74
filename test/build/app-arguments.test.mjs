import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appArguments, takesScreenshot } from '../../build/launch/app-arguments.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('arguments after npm start --', () => {
  it('reads files from where the person stands, not from the project', () => {
    vi.stubEnv('INIT_CWD', resolve('/home/owner'));
    const typed = ['--ledger', 'shop.evenhand', '--screenshot=../shop.png', '--sample'];
    const expected = [
      '--ledger',
      resolve('/home/owner/shop.evenhand'),
      '--screenshot',
      resolve('/home/shop.png'),
    ];
    expect(appArguments(typed)).toEqual([...expected, '--sample']);
  });

  it('leaves an absolute file as it is', () => {
    const file = resolve('/media/stick/shop.evenhand');
    expect(appArguments(['--ledger', file])).toEqual(['--ledger', file]);
  });

  it('passes a missing file on, for the app to complain about', () => {
    expect(appArguments(['--screenshot'])).toEqual(['--screenshot']);
    expect(appArguments(['--ledger='])).toEqual(['--ledger']);
  });

  it('knows when the app will quit by itself', () => {
    expect(takesScreenshot(appArguments(['--screenshot=a.png']))).toBe(true);
    expect(takesScreenshot(['--sample'])).toBe(false);
  });
});
