import { describe, expect, it } from 'vitest';
import { atOnce, inSlices } from '../../electron/slices.ts';

/** Spends so many ms. */
function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

function* steps(count: number, ms: number): Generator<number, string> {
  for (let step = 1; step <= count; step++) {
    busy(ms);
    yield step;
  }
  return 'done';
}

describe('work in slices', () => {
  it('lets others in between, and tells how far it is', async () => {
    const told: number[] = [];
    let turns = 0;
    let working = true;
    const others = () => {
      turns += 1;
      if (working) setImmediate(others);
    };
    setImmediate(others);
    const answer = await inSlices(steps(20, 4), { tell: (step) => told.push(step) });
    working = false;
    expect(answer).toBe('done');
    expect(turns).toBeGreaterThan(2);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('does not pause for what is short', async () => {
    let paused = false;
    expect(await inSlices(steps(3, 0), { goOn: () => (paused = true) })).toBe('done');
    expect(paused).toBe(false);
  });

  it('ends with what `goOn` throws, and lets go of what it held', async () => {
    let letGo = false;
    function* holding(): Generator<number, string> {
      try {
        return yield* steps(100, 5);
      } finally {
        letGo = true;
      }
    }
    const stopped = inSlices(holding(), {
      goOn: () => {
        throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(letGo).toBe(true);
  });

  it('passes on what a step throws', async () => {
    function* failing(): Generator<number, string> {
      yield 1;
      throw new Error('no disk');
    }
    await expect(inSlices(failing())).rejects.toThrow('no disk');
  });

  it('or at once gives the same answer', () => {
    expect(atOnce(steps(5, 0))).toBe('done');
  });
});
