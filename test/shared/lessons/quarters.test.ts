import { describe, expect, it } from 'vitest';
import { countByQuarter, lastQuarters, quarterStart } from '../../../shared/lessons/quarters.ts';

describe('calendar quarters', () => {
  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2024-02-29', '2024-01-01'],
    ['2026-12-31', '2026-10-01'],
  ])('%s lies in the one that begins %s', (day, start) => {
    expect(quarterStart(day)).toBe(start);
  });

  it('are the last eight up to today’s, the one that is still running included', () => {
    const quarters = lastQuarters('2019-05-05', '2026-11-17');
    expect(quarters).toHaveLength(8);
    expect(quarters[0]).toEqual({ from: '2025-01-01', to: '2025-03-31' });
    expect(quarters.at(-1)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  });

  it('on a quarter’s first and last day', () => {
    expect(lastQuarters('2019-05-05', '2026-10-01').at(-1)?.from).toBe('2026-10-01');
    expect(lastQuarters('2019-05-05', '2026-09-30').at(-1)?.from).toBe('2026-07-01');
  });

  it('begin with the first complaint: before it nobody noted any', () => {
    expect(lastQuarters('2026-05-20', '2026-11-17').map(({ from }) => from)).toEqual([
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
  });

  it('are none without a complaint, or where the only ones are dated ahead', () => {
    expect(lastQuarters(null, '2026-11-17')).toEqual([]);
    expect(lastQuarters('2027-01-05', '2026-11-17')).toEqual([]);
  });
});

describe('complaints by quarter', () => {
  const quarters = lastQuarters('2026-01-15', '2026-11-17');

  it('keep empty quarters, count the uncaused as such and leave out what lies outside', () => {
    const columns = countByQuarter(
      quarters,
      [
        { on: '2025-12-31', causeId: 1, count: 50 },
        { on: '2026-01-15', causeId: 1, count: 2 },
        { on: '2026-03-31', causeId: null, count: 3 },
        { on: '2026-10-01', causeId: 2, count: 1 },
        { on: '2027-01-01', causeId: 2, count: 50 },
      ],
      new Map(),
    );
    expect(columns.map(({ total }) => total)).toEqual([5, 0, 0, 1]);
    expect(columns[0]?.counts).toEqual([
      { causeId: null, count: 3, since: 0 },
      { causeId: 1, count: 2, since: 0 },
    ]);
  });

  it('tell those after the lesson apart within a quarter, the day itself still being before', () => {
    const [, second] = countByQuarter(
      quarters,
      [
        { on: '2026-05-31', causeId: 1, count: 1 },
        { on: '2026-06-02', causeId: 1, count: 4 },
        { on: '2026-06-03', causeId: 1, count: 2 },
        { on: '2026-06-03', causeId: 2, count: 9 },
      ],
      new Map([[1, '2026-06-02']]),
    );
    expect(second?.counts).toEqual([
      { causeId: 2, count: 9, since: 0 },
      { causeId: 1, count: 7, since: 2 },
    ]);
  });
});
