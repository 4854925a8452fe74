import { describe, expect, it } from 'vitest';
import { printPath, whatToPrint } from '../../../renderer/screens/print/print-path.ts';
import { MOST_AT_ONCE, type PrintWhat } from '../../../shared/views/prints.ts';

const TODAY = '2026-11-17';
const read = (path: string) => whatToPrint(path.split('?')[1] ?? '', TODAY);

describe('the place of what is printed', () => {
  const all: readonly Exclude<PrintWhat, { kind: 'farewell' }>[] = [
    { kind: 'client summary', version: 'me', clientIds: [3, 1, 2], all: false },
    { kind: 'client summary', version: 'client', clientIds: [7], all: true },
    { kind: 'staff sheet' },
    { kind: 'statement', clientId: 12, from: null, to: TODAY },
    { kind: 'statement', clientId: 12, from: '2026-01-01', to: '2026-03-31' },
    { kind: 'month', month: '2026-11' },
    { kind: 'letter', letter: 'apology', decisionId: 34, text: null },
    { kind: 'letter', letter: 'refund note', decisionId: 34, text: null },
    { kind: 'kept', id: 5 },
  ];
  it.each(all)('$kind: says all of it, and is read back', (what) => {
    expect(read(printPath(what, TODAY))).toEqual(what);
  });

  it('is as links elsewhere write it', () => {
    expect(read('/print?kind=client-summary&version=me&clients=1,2,3')).toEqual({
      kind: 'client summary',
      version: 'me',
      clientIds: [1, 2, 3],
      all: false,
    });
    expect(read('/print?kind=statement&client=12')).toMatchObject({ from: null, to: TODAY });
    expect(read('/print?kind=month')).toEqual({ kind: 'month', month: '2026-11' });
    expect(read('/print?kind=letter&letter=apology&decision=34')).toMatchObject({
      letter: 'apology',
      text: null,
    });
  });

  it('a client named twice is printed once, and no more than can be at once', () => {
    expect(read('/print?kind=client-summary&clients=4,4,5,4')).toMatchObject({ clientIds: [4, 5] });
    const many = Array.from({ length: MOST_AT_ONCE + 50 }, (_, index) => index + 1).join(',');
    const what = read(`/print?kind=client-summary&clients=${many}`);
    expect(what?.kind === 'client summary' && what.clientIds).toHaveLength(MOST_AT_ONCE);
  });

  it.each([
    '/print',
    '/print?kind=hologram',
    '/print?kind=client-summary',
    '/print?kind=client-summary&clients=',
    '/print?kind=client-summary&clients=x',
    '/print?kind=client-summary&clients=1,-2',
    '/print?kind=client-summary&version=staff&clients=1',
    '/print?kind=statement',
    '/print?kind=month&month=2026-13',
    '/print?kind=letter&letter=love&decision=3',
    '/print?kind=letter&letter=apology',
    '/print?kind=kept&id=1.5',
  ])('%s asks for nothing that can be printed', (path) => {
    expect(read(path)).toBeNull();
  });

  it('a day that is none is no day: the statement goes on from the beginning to today', () => {
    expect(read('/print?kind=statement&client=1&from=2026-02-30&to=soon')).toMatchObject({
      from: null,
      to: TODAY,
    });
  });
});
