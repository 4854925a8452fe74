import type { ReactNode } from 'react';
import { portions } from '../../../shared/summaries/client/portions.ts';
import { pairsFrom, pairsLeftOut } from '../../../shared/summaries/client/rest.ts';
import { makeShow } from '../../../shared/summaries/client/show.ts';
import type {
  SummaryComplaint,
  SummaryDecision,
  SummaryPair,
  SummaryPairs,
} from '../../../shared/summaries/client-summary.ts';
import type { Format } from '../../make-format.ts';
import { DecisionMark, SeverityMark } from '../../ui/marks.tsx';
import type { Block } from '../flow.ts';
import { HeadAgain } from './head.tsx';
import './pairs.css';

/** Letters one piece of text holds at most, and those of one block: so a page can end between any two of them. */
const PIECE = 500;
const BLOCK = 900;
/** What a line of its own is worth in letters. */
const LINE = 40;

/** One line or piece of text of a cell, and about how much room it takes. */
interface Part {
  readonly key: string;
  readonly node: ReactNode;
  readonly weight: number;
}

/** A text in pieces, drawn by `draw`, which learns whether a piece is the first and the last. */
function textParts(
  key: string,
  text: string,
  draw: (piece: string, first: boolean, last: boolean) => ReactNode,
): Part[] {
  const pieces = portions(text, PIECE);
  return pieces.map((piece, index) => ({
    key: `${key} ${index}`,
    node: draw(piece, index === 0, index === pieces.length - 1),
    weight: piece.length + LINE,
  }));
}

function complaintParts(complaint: SummaryComplaint): Part[] {
  const { on, state, words, open, facts, number } = complaint;
  return [
    {
      key: 'state',
      weight: LINE,
      node: (
        <p className="summary-soft">
          <span className="summary-mark">
            <SeverityMark severity={number} open={open} size={15} />
            <span className="visually-hidden">Complaint {number}, </span>
          </span>
          {on}, {open ? <b>{state}</b> : state}
        </p>
      ),
    },
    ...(words === ''
      ? [{ key: 'words', weight: LINE, node: <p className="summary-soft">No words written down.</p> }]
      : textParts('words', words, (piece, first, last) => (
          <p className="summary-words">
            {first && '“'}
            {piece}
            {last && '”'}
          </p>
        ))),
    ...facts.flatMap((fact, index) =>
      textParts(`fact ${index}`, fact, (piece) => <p className="summary-soft">{piece}</p>),
    ),
  ];
}

function decisionParts(decision: SummaryDecision): Part[] {
  const { id, head, on, mark, used, lines, notes } = decision;
  return [
    {
      key: `head ${id}`,
      weight: LINE,
      node: (
        <p className="summary-decided">
          <span className="summary-mark">
            <DecisionMark kind={mark} used={used} size={15} />
          </span>
          <b>{head}</b>, <span>{on}</span>
        </p>
      ),
    },
    ...lines.flatMap((line, index) => textParts(`line ${id} ${index}`, line, (piece) => <p>{piece}</p>)),
    ...notes.map((note, index) => ({
      key: `note ${id} ${index}`,
      weight: note.length + LINE,
      node: <p className="summary-soft">{note}</p>,
    })),
  ];
}

/** Parts gathered into cells of bearable size. */
function cellsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const cells: Part[][] = [];
  let weight = 0;
  for (const part of parts) {
    const last = cells.at(-1);
    if (last === undefined || weight + part.weight > BLOCK) {
      cells.push([part]);
      weight = part.weight;
    } else {
      last.push(part);
      weight += part.weight;
    }
  }
  return cells;
}

function rightOf({ decisions, undecided }: SummaryPair): Part[] {
  if (undecided === null) return decisions.flatMap(decisionParts);
  return [
    ...(undecided.head === ''
      ? []
      : [
          {
            key: 'head',
            weight: LINE,
            node: (
              <p>
                <b>{undecided.head}</b>
              </p>
            ),
          },
        ]),
    ...undecided.lines.map((line, index) => ({
      key: `line ${index}`,
      weight: line.length + LINE,
      node: <p className={undecided.head === '' ? 'summary-soft' : ''}>{line}</p>,
    })),
  ];
}

const draw = (cell: readonly Part[] | undefined) =>
  cell?.map(({ key, node }) => (
    <div key={key} className="summary-part">
      {node}
    </div>
  ));

/** Complaints beside decisions, as blocks; a long one takes several, which follow each other without a rule. */
export function pairBlocks(
  pairs: SummaryPairs,
  titles: { readonly complaints: string; readonly decisions: string },
  format: Format,
  mayGo: boolean,
) {
  const show = makeShow(format.currency, format.locale);
  const again = (
    <div className="summary-two">
      <HeadAgain title={titles.complaints} of="complaints" />
      <HeadAgain title={titles.decisions} of="decisions" />
    </div>
  );
  const blocks: Block[] = [];
  /** Which pair each block belongs to. */
  const rowOf: number[] = [];
  pairs.rows.forEach((pair, row) => {
    const left = pair.complaint === null ? [] : cellsOf(complaintParts(pair.complaint));
    const right = cellsOf(rightOf(pair));
    const name =
      pair.complaint === null ? `decision ${pair.decisions[0]?.id}` : `complaint ${pair.complaint.id}`;
    const count = Math.max(left.length, right.length, 1);
    for (let index = 0; index < count; index += 1) {
      const look = `${index > 0 ? ' summary-pair-more' : ''}${index < count - 1 ? ' summary-pair-on' : ''}`;
      rowOf.push(row);
      blocks.push({
        key: `${name} ${index}`,
        again,
        mayGo,
        node: (
          <div className={`summary-two summary-pair${look}`}>
            <div className="summary-cell">
              {draw(left[index])}
              {pair.complaint === null && index === 0 && (
                <p className="summary-soft">no complaint behind it</p>
              )}
            </div>
            <div className="summary-cell">{draw(right[index])}</div>
          </div>
        ),
      });
    }
  });
  const beyond = pairsLeftOut(pairs.beyond, show);
  if (beyond !== '') {
    rowOf.push(pairs.rows.length);
    blocks.push({ key: 'beyond', node: <p className="summary-rest">{beyond}</p>, mayGo });
  }
  return {
    blocks,
    /** `from`: the first of these blocks that is not printed. */
    rest: (from: number) => {
      const row = rowOf[from] ?? pairs.rows.length;
      return <p className="summary-rest">{pairsLeftOut(pairsFrom(pairs.rows, row, pairs.beyond), show)}</p>;
    },
  };
}
