import { showDay } from '../../shared/dates.ts';
import { portions } from '../../shared/summaries/client/portions.ts';
import { cut } from '../../shared/summaries/client/show.ts';
import type { ClientSummary } from '../../shared/summaries/client-summary.ts';
import type { DocumentOf } from '../../shared/summaries/document.ts';
import type { Format } from '../make-format.ts';
import './client-summary.css';
import type { Block, Flow, Stream } from './flow.ts';
import { PrintedAgeing } from './summary/ageing.tsx';
import { AxisKey, PrintedAxis } from './summary/axis.tsx';
import { ColumnHead, Identity, Notice } from './summary/head.tsx';
import { invoiceBlocks } from './summary/invoices.tsx';
import { PrintedLadder } from './summary/ladder.tsx';
import { pairBlocks } from './summary/pairs.tsx';

/** Two sheets are read, three are filed: whoever wants every row says so. */
const MOST_SHEETS = 2;

/** A client's summary, for the owner or for the client: the head, one axis, and payments beside what was said and done. */
export function clientSummaryFlow(summary: DocumentOf<'client summary'>, format: Format): Flow {
  const mine = summary.version === 'me';
  return {
    name: mine ? 'client summary' : 'summary of your account',
    again: cut(summary.name, 44),
    foot: mine
      ? 'Private: for the owner, the accountant or a lawyer. Not for staff.'
      : 'If you remember something otherwise, please tell us.',
    top: topOf(summary),
    streams: [paymentsStream(summary, format), pairsStream(summary, format)],
    mostSheets: summary.all ? null : MOST_SHEETS,
  };
}

function topOf(summary: ClientSummary): Block[] {
  const { axis, notices } = summary;
  return [
    { key: 'identity', node: <Identity summary={summary} /> },
    ...notices.map((notice) => ({ key: notice.kind, node: <Notice notice={notice} /> })),
    { key: 'end', node: <div className="summary-end" /> },
    axis === null
      ? {
          key: 'axis',
          node: <p className="summary-nothing">No invoice, complaint or decision is written down yet.</p>,
        }
      : {
          key: 'axis',
          node: (
            <>
              <div className="summary-caption">
                <h2>{axis.heading}</h2>
                <AxisKey axis={axis} />
              </div>
              <PrintedAxis axis={axis} />
            </>
          ),
        },
    { key: 'columns', node: <div className="summary-columns" /> },
  ];
}

function paymentsStream(summary: ClientSummary, format: Format): Stream {
  const { ladder, ageing, invoices, payments, all, version } = summary;
  const fixed: Block[] = [
    { key: 'head', node: <ColumnHead head={payments} of="payments" />, withNext: invoices.rows.length > 0 },
    ...(ladder === null
      ? []
      : [
          {
            key: 'ladder',
            node: (
              <section className="summary-block">
                <h3>
                  Late ladder<span>{ladder.over}</span>
                </h3>
                <PrintedLadder ladder={ladder} />
                {ladder.climb !== null && <p className="summary-soft">{ladder.climb}</p>}
              </section>
            ),
          },
        ]),
    ...(ageing === null
      ? []
      : [
          {
            key: 'ageing',
            node: (
              <section className="summary-block">
                <h3>
                  Owed, by days past due<span>{format.money(ageing.owed)}</span>
                </h3>
                <PrintedAgeing ageing={ageing} format={format} />
              </section>
            ),
          },
        ]),
  ];
  const notes = version === 'me' ? { filler: { least: 14, node: <NotesLines /> } } : {};
  if (invoices.rows.length === 0) return { key: 'payments', width: '1.06fr', blocks: fixed, ...notes };
  const table = invoiceBlocks(invoices, format, !all);
  const before = fixed.length + 1;
  return {
    key: 'payments',
    width: `minmax(${table.least}, 1.06fr)`,
    blocks: [...fixed, table.heading, ...table.blocks],
    rest: (from) => table.rest(Math.max(0, from - before)),
    ...notes,
  };
}

/** As many as one would fill: they are cut where the room ends. */
const LINES = Array.from({ length: 14 }, (_, line) => line);

/** Room for the pen. */
function NotesLines() {
  return (
    <section className="summary-notes">
      <h3>Notes</h3>
      {LINES.map((line) => (
        <hr key={line} />
      ))}
    </section>
  );
}

function pairsStream(summary: ClientSummary, format: Format): Stream {
  const { complaints, decisions, pairs, noted, all } = summary;
  const heads: Block[] = [
    {
      key: 'heads',
      withNext: pairs.rows.length > 0,
      node: (
        <div className="summary-two">
          <ColumnHead head={complaints} of="complaints" />
          <ColumnHead head={decisions} of="decisions" />
        </div>
      ),
    },
  ];
  const table = pairBlocks(pairs, { complaints: complaints.title, decisions: decisions.title }, format, !all);
  return {
    key: 'pairs',
    // Two columns and the gap between them.
    width: '2.14fr',
    blocks: [...heads, ...table.blocks, ...notedBlocks(noted)],
    rest: (from) => table.rest(Math.max(0, from - heads.length)),
  };
}

function notedBlocks(noted: ClientSummary['noted']): Block[] {
  if (noted.length === 0) return [];
  const title = <h3 className="summary-noted-title">Also noted</h3>;
  const rows = noted.flatMap(({ on, kind, words }, index) =>
    portions(words, 900).map(
      (piece, part): Block => ({
        key: `noted ${index} ${part}`,
        again: title,
        node: (
          <div className={`summary-noted${part > 0 ? ' summary-noted-more' : ''}`}>
            <span>{part === 0 && on !== null ? showDay(on) : ''}</span>
            <span>{part === 0 ? kind : ''}</span>
            <p>{piece}</p>
          </div>
        ),
      }),
    ),
  );
  return [{ key: 'noted', node: title, withNext: true }, ...rows];
}
