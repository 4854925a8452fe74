import { describe, expect, it, test } from 'vitest';
import { placeOf } from '../../shared/place.ts';

describe('a place that is kept outside the ledger', () => {
  test.each([
    '/overview',
    '/clients/12',
    '/clients/12/parting',
    '/clients/12?row=invoice-34',
    '/print?kind=client-summary&version=me&clients=1,2,3&all=1',
    '/print?kind=statement&client=12&from=2026-01-01&to=2026-11-17',
    '/history?client=7',
    '/clients/12?form=complaint.clientId-12',
  ])('%s stays as it is', (place) => {
    expect(placeOf(place)).toBe(place);
  });

  test.each([
    ['/clients?search=Larkfield', '/clients'],
    ['/clients/12?row=Larkfield&client=12', '/clients/12?client=12'],
    ['/safe?do=restore', '/safe'],
    ['/rules?rule=built-in.thing', '/rules'],
    ['/clients/12?client=Larkfield%20Court', '/clients/12'],
    ['/clients/12?__proto__=1&constructor=1', '/clients/12'],
    ['/Larkfield Court', '/'],
    ['/clients/../../etc', '/'],
    ['//evil', '/'],
    ['clients', '/'],
    ['', '/'],
    ['/', '/'],
    [`/clients?clients=${'1,'.repeat(5000)}1`, '/clients'],
  ])('%s becomes %s', (given, kept) => {
    expect(placeOf(given)).toBe(kept);
  });

  it('is its own place', () => {
    const place = placeOf('/clients/12?row=invoice-34&do=restore&x=1');
    expect(placeOf(place)).toBe(place);
  });
});
