import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFormat } from '../../../renderer/make-format.ts';
import { clientSummaryFlow } from '../../../renderer/printed/client-summary.tsx';
import type { Flow } from '../../../renderer/printed/flow.ts';
import { factsForClient } from '../../../shared/summaries/client/facts.ts';
import { summaryForClient } from '../../../shared/summaries/client/for-client.ts';
import { wordsNotForClient } from '../../../shared/summaries/client/for-client-fields.ts';
import { summaryForMe } from '../../../shared/summaries/client/for-me.ts';
import { makeShow } from '../../../shared/summaries/client/show.ts';
import type { DocumentHead, DocumentOf } from '../../../shared/summaries/document.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { larkfield } from '../client/larkfield.ts';
import { complaint, decision, page } from '../client/page-maker.ts';

afterEach(cleanup);

const head: DocumentHead = {
  business: 'Hollin Gardens',
  logo: null,
  asOf: '2026-11-17',
  currency: 'GBP',
  locale: 'en-GB',
};
const show = makeShow('GBP', 'en-GB');
const format = makeFormat('GBP', 'en-GB');
const options = { all: false, goodwillLimit: 4 };
const forMe = (of: ClientPage, all = false): DocumentOf<'client summary'> => ({
  ...head,
  ...summaryForMe(of, { ...options, all }, show),
});
const forClient = (of: ClientPage, all = false): DocumentOf<'client summary'> => ({
  ...head,
  ...summaryForClient(factsForClient(of), all, show),
});

function textOf(node: ReactNode): string {
  const { container, unmount } = render(node);
  const text = container.textContent ?? '';
  unmount();
  return text;
}
const blocksOf = (flow: Flow) => [...flow.top, ...flow.streams.flatMap(({ blocks }) => blocks)];
const wholeText = (flow: Flow) =>
  [flow.name, flow.foot, ...blocksOf(flow).map(({ node }) => textOf(node))].join('\n');

describe('the summary for the owner, drawn', () => {
  const flow = clientSummaryFlow(forMe(larkfield), format);

  it('says the figures of the screen', () => {
    const text = wholeText(flow);
    for (const said of [
      'Larkfield Court',
      '£3,300',
      'days late, typically',
      'Late ladder',
      'never came',
      '£494',
    ])
      expect(text).toContain(said);
    expect(flow.foot).toContain('Private');
    expect(flow.mostSheets).toBe(2);
  });

  it('numbers the complaints alike on the axis and in the list', () => {
    const axis = flow.top.find(({ key }) => key === 'axis');
    const text = textOf(axis?.node);
    for (const { number } of forMe(larkfield).pairs.rows.flatMap(({ complaint: one }) => one ?? []))
      expect(text).toContain(String(number));
    expect(text).toContain('+');
    expect(text).toContain('56+');
    expect(text).not.toContain('56 so far');
  });

  it('draws lines and letters, no patterns: a pattern becomes a picture on paper', () => {
    for (const { node } of blocksOf(flow)) {
      const { container, unmount } = render(node);
      expect(container.innerHTML).not.toMatch(/url\(#|<pattern|<image|data:image/);
      unmount();
    }
  });

  it('says its headings again, keeps them with what follows, and lets rows alone go', () => {
    const [payments, pairs] = flow.streams;
    const rows = payments?.blocks.filter(({ key }) => key.startsWith('invoice ')) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ mayGo: true });
    expect(rows.every(({ again }) => again !== undefined)).toBe(true);
    expect(payments?.blocks.find(({ key }) => key === 'invoices')?.withNext).toBe(true);
    expect(payments?.blocks[0]?.mayGo).toBeUndefined();
    expect(pairs?.blocks.slice(1).every(({ mayGo }) => mayGo)).toBe(true);
    // What may not go comes first.
    const firstToGo = payments?.blocks.findIndex(({ mayGo }) => mayGo) ?? -1;
    expect(payments?.blocks.slice(firstToGo).every(({ mayGo }) => mayGo)).toBe(true);
  });

  it('says what was left out, wherever a stream ends', () => {
    const document = forMe(larkfield);
    const [payments, pairs] = flow.streams;
    const from = payments?.blocks.findIndex(({ key }) => key.startsWith('invoice ')) ?? 0;
    const invoices = document.invoices.rows.length + document.invoices.beyond.count;
    expect(textOf(payments?.rest?.(from + 3))).toContain(`and ${invoices - 3} `);
    expect(textOf(payments?.rest?.(from - 1))).toContain(`and ${invoices} more invoices`);
    expect(textOf(pairs?.rest?.(1))).toContain(`and ${document.complaints.figure} more complaints`);
  });

  it('cuts nothing and leaves nothing out where every row is asked for', () => {
    const whole = clientSummaryFlow(forMe(larkfield, true), format);
    expect(whole.mostSheets).toBeNull();
    expect(blocksOf(whole).some(({ mayGo }) => mayGo)).toBe(false);
  });
});

describe('numbers of invoices', () => {
  const numbered = (number: string) => {
    const document = forMe(larkfield);
    const rows = document.invoices.rows.map((row) => ({ ...row, number }));
    const [payments] = clientSummaryFlow(
      { ...document, invoices: { ...document.invoices, rows } },
      format,
    ).streams;
    const row = payments?.blocks.find(({ key }) => key.startsWith('invoice '))?.node;
    const { container, unmount } = render(row);
    const line = container.firstElementChild as HTMLElement;
    const drawn = { columns: line.style.gridTemplateColumns, two: line.className.includes('two') };
    unmount();
    return { width: Number(/^minmax\((\d+)px, 1\.06fr\)$/.exec(payments?.width ?? '')?.[1]), ...drawn };
  };

  it('of four figures change nothing of the columns', () => {
    expect(numbered('3525').width).toBeLessThanOrEqual(219);
  });

  it('of thirteen letters widen the column, so that they stand on one line', () => {
    const { width, two } = numbered('INV-2026-9000');
    expect(two).toBe(false);
    expect(width).toBeGreaterThan(219);
    expect(width).toBeLessThan(282);
  });

  it('without end leave the column as it is', () => {
    expect(numbered('A'.repeat(120))).toMatchObject({ width: 0, two: true });
  });
});

describe('a long complaint', () => {
  it('comes in pieces that a page can end between, and not a letter is lost', () => {
    const words = 'It was not what we asked for. '.repeat(166).trim();
    const of = page({ complaints: [complaint({ id: 1, receivedOn: '2026-11-01', words })], decisions: [] });
    const flow = clientSummaryFlow(forMe(of, true), format);
    const pieces = flow.streams[1]?.blocks.filter(({ key }) => key.startsWith('complaint 1')) ?? [];
    expect(pieces.length).toBeGreaterThan(4);
    const said = (node: ReactNode) => {
      const { container, unmount } = render(node);
      const text = container.querySelector('.summary-cell')?.textContent ?? '';
      unmount();
      return text;
    };
    const text = pieces.map(({ node }) => said(node)).join('');
    expect(text.replaceAll(/\s+/g, '')).toContain(words.replaceAll(/\s+/g, ''));
    for (const { node } of pieces) expect(textOf(node).length).toBeLessThan(1200);
  });

  it('with many decisions spreads them over the pieces, each once', () => {
    const decisions = Array.from({ length: 30 }, (_, index) =>
      decision({
        id: index + 1,
        kind: 'apologise',
        decidedOn: '2026-11-02',
        complaintId: 1,
        what: `step ${index + 1}.`,
      }),
    );
    const of = page({ complaints: [complaint({ id: 1, receivedOn: '2026-11-01' })], decisions });
    const flow = clientSummaryFlow(forMe(of, true), format);
    const text = (flow.streams[1]?.blocks ?? []).map(({ node }) => textOf(node)).join('');
    for (let step = 1; step <= 30; step += 1) expect(text.split(`step ${step}.`)).toHaveLength(2);
  });
});

describe('the summary for the client, drawn', () => {
  it('has none of our words', () => {
    const words = larkfield.complaints.map((one) => one.words);
    let text = wholeText(clientSummaryFlow(forClient(larkfield, true), format));
    for (const own of words) text = text.replaceAll(own, '');
    for (const word of wordsNotForClient) expect(text.toLowerCase()).not.toContain(word);
    expect(text).toContain('What you told us');
    expect(text).toContain('We put it right');
  });
});

describe('a client with nothing', () => {
  it.each([['me'], ['client']] as const)('is a finished page for %s', (version) => {
    const of = page({ invoices: [], complaints: [], decisions: [] });
    const document = version === 'me' ? forMe(of) : forClient(of);
    const flow = clientSummaryFlow(document, format);
    const text = wholeText(flow);
    expect(text).toContain('is written down yet');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    const { container } = render(flow.top.map(({ key, node }) => <div key={key}>{node}</div>));
    expect(container.querySelector('.summary-axis')).toBeNull();
  });
});

describe('long amounts', () => {
  it('take two lines rather than run into each other', () => {
    const of = {
      ...larkfield,
      invoices: larkfield.invoices.map((one) => ({
        ...one,
        amount: one.amount * 1_000_000,
        open: one.open * 1_000_000,
      })),
    };
    const flow = clientSummaryFlow(forMe(of), format);
    const row = flow.streams[0]?.blocks.find(({ key }) => key.startsWith('invoice '));
    const { container } = render(row?.node);
    expect(container.querySelector('.summary-invoice-two')).toBeTruthy();
  });
});
