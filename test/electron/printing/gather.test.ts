import { describe, expect, it } from 'vitest';
import { keepPrints } from '../../../electron/ledger/kept-prints.ts';
import { gather } from '../../../electron/printing/gather.ts';
import type { PrintWhat } from '../../../shared/views/prints.ts';
import { client, invoice, newLedger, TODAY } from '../ledger/made-ledger.ts';

const occasion = { today: TODAY, locale: 'en-GB', paper: 'A4' as const };
const summaries = (clientIds: number[]): PrintWhat => ({
  kind: 'client summary',
  version: 'me',
  clientIds,
  all: false,
});

describe('gathering what is to be printed', () => {
  it('one summary comes by itself, under the client’s name', async () => {
    const ledger = newLedger();
    const id = client(ledger, 'Larkfield Court');
    const job = await gather(ledger, summaries([id]), occasion);
    expect(job.documents.map(({ kind }) => kind)).toEqual(['client summary']);
    expect(job).toMatchObject({
      title: 'Client summary: Larkfield Court',
      fileName: 'Larkfield Court summary 2026-11-17',
      paper: 'A4',
      count: 1,
    });
  });

  it('several come after a table of contents, in the order they were chosen', async () => {
    const ledger = newLedger();
    const ids = ['Cedar', 'Ash', 'Birch'].map((name) => client(ledger, name));
    const job = await gather(ledger, summaries(ids), occasion);
    const [contents, ...rest] = job.documents;
    expect(contents).toMatchObject({
      kind: 'contents',
      entries: [{ name: 'Cedar' }, { name: 'Ash' }, { name: 'Birch' }],
    });
    expect(rest.map((one) => one.kind === 'client summary' && one.name)).toEqual(['Cedar', 'Ash', 'Birch']);
    expect(job).toMatchObject({
      title: 'Client summaries',
      fileName: 'Client summaries 2026-11-17',
      count: 3,
    });
  });

  it('a preview has the whole table of contents and the first summaries', async () => {
    const ledger = newLedger();
    const ids = Array.from({ length: 12 }, (_, index) => client(ledger, `Client ${index}`));
    const job = await gather(ledger, summaries(ids), occasion, {}, 10);
    expect(job.documents).toHaveLength(11);
    expect(job.documents[0]).toMatchObject({ kind: 'contents' });
    expect(job.documents[0]?.kind === 'contents' && job.documents[0].entries).toHaveLength(12);
    expect(job.count).toBe(12);
  });

  it('a client who is gone ends it in words', async () => {
    const ledger = newLedger();
    const id = client(ledger);
    await expect(gather(ledger, summaries([id, id + 1]), occasion)).rejects.toThrow(
      'no longer in the ledger',
    );
  });

  it('stopped between two clients it goes no further', async () => {
    const ledger = newLedger();
    const ids = Array.from({ length: 40 }, (_, index) => client(ledger, `Client ${index}`));
    let turns = 0;
    const goOn = () => {
      turns += 1;
      throw new Error('stopped');
    };
    await expect(
      gather(ledger, summaries([...ids, ...ids, ...ids, ...ids]), occasion, { goOn }),
    ).rejects.toThrow('stopped');
    expect(turns).toBe(1);
  });

  it('a statement bears the client’s name, safe for every system', async () => {
    const ledger = newLedger();
    const id = client(ledger, 'Müller / Söhne: "Garten"');
    invoice(ledger, id, '2026-10-01');
    const job = await gather(ledger, { kind: 'statement', clientId: id, from: null, to: TODAY }, occasion);
    expect(job.fileName).toBe('Müller Söhne Garten statement 2026-11-17');
  });

  it('a kept copy is gathered as it was, under its own day, whatever came since', async () => {
    const ledger = newLedger();
    const id = client(ledger, 'Larkfield Court');
    const before = await gather(ledger, summaries([id]), occasion);
    const { value } = keepPrints(ledger, before.documents, TODAY, '08:00');
    invoice(ledger, id, '2026-10-01', 500_00);
    const later = { ...occasion, today: '2027-03-01', paper: 'Letter' as const };
    const again = await gather(ledger, { kind: 'kept', id: value }, later);
    expect(again.documents).toEqual(before.documents);
    expect(again.fileName).toBe('Larkfield Court summary 2026-11-17');
    // The paper is whatever lies in the printer now.
    expect(again.paper).toBe('Letter');
  });
});
