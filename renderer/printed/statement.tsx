import type { ReactNode } from 'react';
import { showDay } from '../../shared/dates.ts';
import type { PaymentMethod } from '../../shared/invoices/invoice.ts';
import { assertNever } from '../../shared/result.ts';
import type { DocumentOf } from '../../shared/summaries/document.ts';
import type { OpenItem } from '../../shared/summaries/statement.ts';
import type { StatementEvent, StatementLine } from '../../shared/summaries/statement-lines.ts';
import type { Format } from '../make-format.ts';
import type { Block, Flow } from './flow.ts';
import './statement.css';
import { PrintedAgeing } from './summary/ageing.tsx';

type Document = DocumentOf<'statement'>;

/** A client's account: what it stood at, each event with what it left, what is open, and how long it has been. */
export function statementFlow(document: Document, format: Format): Flow {
  const exact = (amount: number) => format.money(amount, { exact: true });
  const blocks: Block[] = [
    ...accountBlocks(document, exact),
    ...openBlocks(document, exact),
    { key: 'ageing', node: document.open.length > 0 && <Ageing document={document} format={format} /> },
  ];
  return {
    name: 'statement of account',
    again: document.client.name,
    foot: 'If you see it otherwise, please tell us.',
    top: [{ key: 'head', node: <Head document={document} exact={exact} /> }],
    streams: [{ key: 'account', width: '1fr', blocks }],
    mostSheets: null,
  };
}

type Money = (amount: number) => string;

function Head({ document, exact }: { readonly document: Document; readonly exact: Money }) {
  const { client, from, to, owed, inHand, carriedForward } = document;
  return (
    <header className="statement-head">
      <div>
        <h1>Statement of account</h1>
        <p>
          {from === null ? 'From the beginning to ' : `${showDay(from)} to `}
          {showDay(to)}
        </p>
        <address>
          {client.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may be alike
            <span key={index}>{line}</span>
          ))}
          {client.lines.length === 0 && <span>{client.name}</span>}
          {client.number !== null && <span>Client number {client.number}</span>}
        </address>
      </div>
      <dl>
        <div>
          <dt>Open on invoices</dt>
          <dd>{exact(owed)}</dd>
        </div>
        {inHand !== 0 && (
          <div>
            <dt>Less what is to your credit</dt>
            <dd>{exact(-inHand)}</dd>
          </div>
        )}
        <div className="statement-total">
          <dt>{carriedForward < 0 ? 'In your favour' : 'To pay'}</dt>
          <dd>{exact(Math.abs(carriedForward))}</dd>
        </div>
      </dl>
    </header>
  );
}

const Row = ({ kind, cells }: { readonly kind: string; readonly cells: readonly ReactNode[] }) => (
  <div className={`statement-row statement-${kind}`}>
    {cells.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column alone
      <span key={index}>{cell}</span>
    ))}
  </div>
);

/** A heading said again stands clear of the head of its sheet. */
const Again = ({ children }: { readonly children: ReactNode }) => (
  <div className="statement-again">{children}</div>
);

function accountBlocks(document: Document, exact: Money): Block[] {
  const { from, to, lines, broughtForward, charged, credited, carriedForward } = document;
  const heads = <Row kind="heads" cells={['Day', 'What', 'Charged', 'Paid or credited', 'Balance']} />;
  const blocks: Block[] = [{ key: 'heads', node: heads, withNext: true }];
  if (from !== null)
    blocks.push({
      key: 'brought',
      again: <Again>{heads}</Again>,
      node: <Row kind="sum" cells={[showDay(from), 'Brought forward', '', '', exact(broughtForward)]} />,
    });
  if (lines.length === 0)
    blocks.push({
      key: 'none',
      node: <p className="statement-none">Nothing was charged, paid or credited in this time.</p>,
    });
  lines.forEach((line, index) => {
    blocks.push({
      key: `line ${index}`,
      again: <Again>{heads}</Again>,
      node: <Line line={line} exact={exact} />,
    });
  });
  blocks.push({
    key: 'carried',
    again: <Again>{heads}</Again>,
    node: (
      <Row
        kind="sum"
        cells={[
          showDay(to),
          carriedForward < 0 ? 'Balance, in your favour' : 'Balance',
          exact(charged),
          exact(credited),
          exact(carriedForward),
        ]}
      />
    ),
  });
  return blocks;
}

function Line({ line, exact }: { readonly line: StatementLine; readonly exact: Money }) {
  const amount = (value: number) => (value === 0 ? '' : exact(value));
  return (
    <Row
      kind="line"
      cells={[
        showDay(line.on),
        <Event key="what" line={line} exact={exact} />,
        amount(line.charged),
        amount(line.credited),
        exact(line.balance),
      ]}
    />
  );
}

function Event({ line, exact }: { readonly line: StatementLine; readonly exact: Money }) {
  const { what, afterWriteOff } = line;
  return (
    <>
      {wordsOf(what, exact)}
      {what.of === 'invoice' && (
        <small>
          {what.title !== null && `, ${what.title}`}, due {showDay(what.due)}
        </small>
      )}
      {afterWriteOff && <small>, which had been written off</small>}
    </>
  );
}

function wordsOf(what: StatementEvent, exact: Money): string {
  switch (what.of) {
    case 'invoice':
      return `Invoice ${what.number}`;
    case 'payment':
      return `Payment${howPaid(what.method)}, ${what.number === null ? 'on account' : `invoice ${what.number}`}`;
    case 'credit':
      if (what.by === 'coupon') return `Coupon ${what.code ?? ''} used on invoice ${what.number}`;
      return `${what.by === 'refund' ? 'Refund as a credit' : 'Credit note'}, invoice ${what.number}`;
    case 'creditUsed':
      return `${exact(what.amount)} of your credit used on invoice ${what.number}`;
    case 'writeOff':
      return `Invoice ${what.number} written off`;
    case 'paidBack':
      return `Refund paid back in money${what.number === null ? '' : `, invoice ${what.number}`}`;
    default:
      return assertNever(what);
  }
}

function howPaid(method: PaymentMethod): string {
  if (method === 'cash') return ' in cash';
  return method === 'transfer' || method === 'card' || method === 'cheque' ? ` by ${method}` : '';
}

/** So many open invoices are not parted by the end of a sheet. */
const TOGETHER = 15;

function openBlocks({ open, to, owed }: Document, exact: Money): Block[] {
  if (open.length === 0)
    return [{ key: 'open', node: <p className="statement-none statement-open">No invoice is open.</p> }];
  const heads = <Row kind="open-heads" cells={['Invoice', 'Of', 'Due', 'Amount', 'Open', 'Days past due']} />;
  return [
    {
      key: 'open',
      withNext: true,
      node: <h2 className="statement-open">Open invoices as at {showDay(to)}</h2>,
    },
    { key: 'open heads', withNext: true, node: heads },
    ...open.map(
      (item, index): Block => ({
        key: `open ${index}`,
        again: <Again>{heads}</Again>,
        // The sum stays with the last of them; a few stand together.
        withNext: open.length <= TOGETHER || index === open.length - 1,
        node: <OpenRow item={item} exact={exact} />,
      }),
    ),
    {
      key: 'owed',
      // Else the bar of what was just listed could lie alone on a last sheet.
      withNext: true,
      again: <Again>{heads}</Again>,
      node: <Row kind="open-sum" cells={['Open in all', '', '', '', exact(owed), '']} />,
    },
  ];
}

function OpenRow({ item, exact }: { readonly item: OpenItem; readonly exact: Money }) {
  const { number, issued, due, amount, open, daysPastDue } = item;
  const late = daysPastDue > 0 ? `${daysPastDue}` : 'not yet due';
  return (
    <Row kind="open-line" cells={[number, showDay(issued), showDay(due), exact(amount), exact(open), late]} />
  );
}

function Ageing({ document, format }: { readonly document: Document; readonly format: Format }) {
  return (
    <section className="statement-ageing">
      <h2>Open by days past due</h2>
      <PrintedAgeing ageing={{ owed: document.owed, parts: document.ageing }} format={format} />
    </section>
  );
}
