import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyOf, makeQueries } from '../../../renderer/api.ts';
import { neighbour } from '../../../renderer/screens/client/use-list-neighbours.ts';
import { PAGE_ROWS, pageInput, restoreView } from '../../../renderer/screens/clients/list-query.ts';

const pageOf = (page: number, matched: number) => ({
  matched,
  offset: page * PAGE_ROWS,
  rows: Array.from({ length: Math.min(PAGE_ROWS, matched - page * PAGE_ROWS) }, (_, i) => ({
    id: 1000 + page * PAGE_ROWS + i,
  })),
});

describe('the client before and after in the list', () => {
  const queries = makeQueries();
  const asked: unknown[] = [];
  beforeEach(() => {
    sessionStorage.clear();
    queries.clear();
    asked.length = 0;
    queries.setQueryData(keyOf('clients.list', pageInput(restoreView(), 0)), pageOf(0, 130) as never);
    vi.stubGlobal('evenhand', {
      call: async (_name: string, input: { offset: number }) => {
        asked.push(input.offset);
        return { ok: true, value: pageOf(input.offset / PAGE_ROWS, 130) };
      },
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is the next row of the page already there', async () => {
    expect(await neighbour(queries, 1010, 1)).toBe(1011);
    expect(await neighbour(queries, 1010, -1)).toBe(1009);
    expect(asked).toEqual([]);
  });

  it('beyond the page, the next page is asked for', async () => {
    expect(await neighbour(queries, 1099, 1)).toBe(1100);
    expect(asked).toEqual([100]);
    expect(await neighbour(queries, 1129, 1)).toBeNull();
  });

  it('at the top, or for a client the list does not show, is nobody', async () => {
    expect(await neighbour(queries, 1000, -1)).toBeNull();
    expect(await neighbour(queries, 5, 1)).toBeNull();
  });
});
