import { showDay, showMonthYear } from '../../shared/dates.ts';
import type { DocumentOf } from '../../shared/summaries/document.ts';
import type { Format } from '../make-format.ts';
import type { Block, Flow } from './flow.ts';
import { aheadBlocks, goodwillBlocks, latenessBlocks } from './month/beside.tsx';
import { complaintBlocks, decisionBlocks, paymentBlocks } from './month/numbers.tsx';
import './month.css';

/** The business's month: every number with the month before and a year ago beside it, and what asks to be looked at. */
export function monthFlow(document: DocumentOf<'month'>, format: Format): Flow {
  const numbers: Block[] = [
    ...paymentBlocks(document, format),
    ...complaintBlocks(document, format),
    ...decisionBlocks(document, format),
  ];
  const beside: Block[] = [
    ...latenessBlocks(document, format),
    ...goodwillBlocks(document, format),
    ...aheadBlocks(document),
  ];
  return {
    name: 'month on a page',
    again: showMonthYear(document.from),
    foot: 'Private: for the owner. Not for staff.',
    top: [{ key: 'head', node: <Head document={document} /> }],
    streams: [
      { key: 'numbers', width: '1fr', blocks: numbers },
      { key: 'beside', width: '66mm', blocks: beside },
    ],
    mostSheets: null,
  };
}

function Head({ document }: { readonly document: DocumentOf<'month'> }) {
  const { from, to, soFar, spans } = document;
  const [, before, yearAgo] = spans;
  return (
    <header className="month-head">
      <h1>
        {showMonthYear(from)}
        {soFar && <span className="month-so-far">, so far</span>}
      </h1>
      <p>
        {soFar
          ? `To ${showDay(to)}. The columns beside it end on the same day of their month, so that like stands beside like.`
          : 'Beside it the month before, and the same month a year ago.'}
        {before === null &&
          yearAgo === null &&
          ' The ledger does not reach back to them yet: a dash says so.'}
      </p>
    </header>
  );
}
