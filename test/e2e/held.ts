import type { Page } from 'playwright-core';
import { answer, answerAll } from './going.ts';

/** What the ledger holds of every client, as their screens show it: equal answers mean that a change is gone, or back. */
export async function held(page: Page) {
  const list = await answer(page, 'clients.list', {
    filter: 'all',
    text: '',
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 500,
  });
  const pages = await answerAll(
    page,
    'clients.page',
    list.rows.map(({ id }) => ({ clientId: id })),
  );
  return pages.map(({ client, invoices, complaints, decisions, flag, partedOn }) => ({
    client,
    invoices,
    complaints,
    decisions,
    flag,
    partedOn,
  }));
}
