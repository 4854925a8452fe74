import { describe, expect, it } from 'vitest';
import { listClientIds, listClients } from '../../../electron/ledger/list.ts';
import { createLedger } from '../../../electron/ledger/open.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { clientFilters, clientSorts } from '../../../shared/views/client-list.ts';
import { newFile, newLedger, TODAY } from './made-ledger.ts';

describe('the ids of all clients of a filter', () => {
  it('are those of the list, in its order, for every filter and sort', () => {
    const ledger = createLedger(newFile());
    writeSample(ledger, TODAY, 'GBP');
    let some = 0;
    for (const filter of clientFilters) {
      for (const sort of clientSorts) {
        for (const text of ['', 'court', '%%']) {
          const query = { filter, text, sort, descending: sort.length % 2 === 0 };
          const { rows, matched } = listClients(ledger, { ...query, offset: 0, limit: 500 }, TODAY);
          const ids = listClientIds(ledger, query, TODAY);
          expect(ids).toEqual(rows.map(({ id }) => id));
          expect(ids).toHaveLength(matched);
          some += ids.length;
        }
      }
    }
    expect(some).toBeGreaterThan(100);
  });

  it('are none in an empty ledger', () => {
    const query = { filter: 'all', text: '', sort: 'name', descending: false } as const;
    expect(listClientIds(newLedger(), query, TODAY)).toEqual([]);
  });
});
