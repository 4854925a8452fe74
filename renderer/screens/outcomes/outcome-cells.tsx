import type { OutcomeCounts } from '../../../shared/views/outcomes.ts';
import type { OutcomeFigure } from '../../../shared/views/why.ts';
import { useFormat } from '../../format.tsx';
import { Ask } from '../../ui/why.tsx';
import { askFor, type Cell } from './cells.ts';
import { TallyCell } from './tally-cell.tsx';

/** The numbers of one row, each leading to its decisions. */
export function OutcomeCells({ cell, counts }: { readonly cell: Cell; readonly counts: OutcomeCounts }) {
  const { count, money } = useFormat();
  const cost = money(counts.cost);
  return (
    <>
      <td className="outcomes-right">
        <Ask
          query={askFor(cell, 'count')}
          label={`why ${count(counts.count)}: ${cell.name}`}
          className="why-quiet outcomes-number"
        >
          {count(counts.count)}
        </Ask>
      </td>
      <td className="outcomes-right">
        {counts.cost === 0 ? (
          <span className="outcomes-none">–</span>
        ) : (
          <Ask
            query={askFor(cell, 'count')}
            label={`why ${cost}: ${cell.name}, cost`}
            className="why-quiet outcomes-money"
          >
            {cost}
          </Ask>
        )}
      </td>
      <TallyCell
        cell={cell}
        figure="cameBack90"
        tally={counts.cameBack90}
        says="came back within 90 days"
        already="back"
        colour="var(--dec)"
        first
      />
      <TallyCell
        cell={cell}
        figure="cameBack180"
        tally={counts.cameBack180}
        says="came back within 180 days"
        already="back"
        colour="var(--dec)"
      />
      <TallyCell
        cell={cell}
        figure="complainedAgain"
        tally={counts.complainedAgain}
        says="complained again within 180 days"
        already="again"
        colour="var(--comp)"
        first
      />
      <TallyCell
        cell={cell}
        figure="sameCauseAgain"
        tally={counts.sameCauseAgain}
        says="complained again of the same cause"
        already="again"
        colour="var(--comp)"
      />
      <TallyCell
        cell={cell}
        figure="used"
        tally={counts.used}
        says="coupons used"
        already="used"
        colour="var(--dec)"
        first
      />
      <PaidCell cell={cell} counts={counts} />
    </>
  );
}

const PAID = [
  { figure: 'paidFaster', word: 'faster' },
  { figure: 'paidSlower', word: 'slower' },
  { figure: 'paidSame', word: 'as before' },
] as const satisfies readonly { figure: OutcomeFigure; word: string }[];

function PaidCell({ cell, counts }: { readonly cell: Cell; readonly counts: OutcomeCounts }) {
  const { count } = useFormat();
  const shown = PAID.filter(({ figure }) => counts[figure] > 0);
  return (
    <td className="outcomes-first">
      {shown.length === 0 ? (
        <span className="outcomes-none">–</span>
      ) : (
        <span className="outcomes-paid">
          {shown.map(({ figure, word }) => (
            <Ask
              key={figure}
              query={askFor(cell, figure)}
              label={`why ${count(counts[figure])} ${word}: ${cell.name}, paid since`}
              className={`why-quiet outcomes-number outcomes-paid-${figure}`}
            >
              {count(counts[figure])} {word}
            </Ask>
          ))}
        </span>
      )}
    </td>
  );
}
