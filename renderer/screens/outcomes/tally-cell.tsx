import type { Tally } from '../../../shared/decisions/outcome.ts';
import type { OutcomeFigure } from '../../../shared/views/why.ts';
import { useFormat } from '../../format.tsx';
import { Ask } from '../../ui/why.tsx';
import { askFor, type Cell } from './cells.ts';
import { TallyBar } from './tally-bar.tsx';
import { tallyNotes, tallyWords } from './words.ts';

export interface TallyCellProps {
  readonly cell: Cell;
  readonly figure: OutcomeFigure;
  /** Null: it says nothing of these decisions. */
  readonly tally: Tally | null;
  /** What the column counts, for a screen reader: “came back within 90 days”. */
  readonly says: string;
  /** Of the open ones where it came early: “back”. */
  readonly already: string;
  readonly colour: string;
  readonly first?: boolean;
}

/** n of m with its dots; under it the share, or that there are too few, and those still open. */
export function TallyCell({ cell, figure, tally, says, already, colour, first = false }: TallyCellProps) {
  const format = useFormat();
  const className = first ? 'outcomes-first' : 'outcomes-second';
  if (tally === null || tally.of + tally.open === 0) {
    return (
      <td className={className}>
        <span className="outcomes-none">–</span>
      </td>
    );
  }
  const words = tallyWords(tally, format);
  const notes = tallyNotes(tally, already, format);
  return (
    <td className={className}>
      <span className="outcomes-tally">
        <TallyBar tally={tally} colour={colour} />
        <Ask
          query={askFor(cell, figure)}
          label={`why ${words}: ${cell.name}, ${says}`}
          className={`why-quiet outcomes-number${tally.of === 0 ? ' outcomes-open' : ''}`}
        >
          {words}
        </Ask>
      </span>
      {notes.length > 0 && (
        <span className="outcomes-notes">
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </span>
      )}
    </td>
  );
}
