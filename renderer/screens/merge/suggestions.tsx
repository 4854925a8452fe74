import type { MergeSide, MergeSuggestion } from '../../../shared/views/merge.ts';
import { useFormat } from '../../format.tsx';
import { CareMarks } from '../../ui/care-marks.tsx';
import { mergePath } from './merge-path.ts';

/** The one with more behind it is kept, unless the owner says otherwise. */
export function keptFirst({ one, other }: MergeSuggestion): readonly [number, number] {
  const weight = ({ invoices, complaints, decisions }: MergeSide) => invoices + complaints + decisions;
  return weight(other) > weight(one) ? [other.id, one.id] : [one.id, other.id];
}

/** Pairs that may be one client, the likeliest first. */
export function Suggestions({
  pairs,
  open,
  choosing,
}: {
  readonly pairs: readonly MergeSuggestion[];
  readonly open: MergeSuggestion | null;
  /** Two are being chosen by hand. */
  readonly choosing: boolean;
}) {
  const { count } = useFormat();
  return (
    <nav className="merge-list" aria-label="May be the same client">
      <h2>
        May be the same client
        <span>{pairs.length > 0 && count(pairs.length)}</span>
      </h2>
      {pairs.length === 0 && <p className="merge-none">No two clients look like one.</p>}
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id}`}>
            <a
              className={`merge-pair${pair === open ? ' merge-open' : ''}`}
              href={`#${mergePath(...keptFirst(pair))}`}
              aria-current={pair === open ? 'true' : undefined}
            >
              <Name side={pair.one} />
              <Name side={pair.other} />
              <span className="merge-because">{pair.because}</span>
            </a>
          </li>
        ))}
      </ul>
      <a
        className={`merge-by-hand${choosing ? ' merge-open' : ''}`}
        href="#/merge"
        aria-current={choosing ? 'true' : undefined}
      >
        Choose two clients yourself
      </a>
    </nav>
  );
}

const Name = ({ side }: { readonly side: MergeSide }) => (
  <span className="merge-name">
    <b>{side.name}</b>
    <CareMarks flagged={side.flagged} parted={side.parted} />
    {side.number !== null && <span>{side.number}</span>}
  </span>
);
