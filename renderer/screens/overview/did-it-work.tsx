import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { Tally } from '../../../shared/decisions/outcome.ts';
import type { OutcomeRow } from '../../../shared/views/outcomes.ts';
import { useAsk } from '../../api.ts';
import { DecisionMark } from '../../ui/marks.tsx';
import { Ask } from '../../ui/why.tsx';

/** The most dots that still can be counted at a glance. */
const MOST_DOTS = 16;

/** n of m came back, by kind of decision: asked for apart, so that the first screen does not wait for it. */
export function DidItWork() {
  const asked = useAsk('outcomes.page', { months: 12 });
  if (asked.error) return <p className="overview-none">{asked.error.message}</p>;
  const rows = (asked.data?.rows ?? []).filter((row) => row.severity === null && row.count > 0);
  if (asked.data === undefined) return <p className="overview-none">…</p>;
  if (rows.length === 0) return <p className="overview-none">No decision in 12 months.</p>;
  return (
    <table className="overview-table overview-tight">
      <tbody>
        {rows.map((row) => (
          <KindRow key={row.kind} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function KindRow({ row }: { readonly row: OutcomeRow }) {
  const tally = tallyOf(row.kind, row);
  const words = `${tally.yes} of ${tally.of}`;
  return (
    <tr>
      <th scope="row" className="overview-marked">
        <DecisionMark kind={row.kind} used size={16} /> {row.kind}
      </th>
      <td className="overview-bar">
        <Dots tally={tally} />
      </td>
      <td className="overview-right">
        {tally.of === 0 ? (
          <span className="overview-quiet">{tally.open} too recent</span>
        ) : (
          <Ask
            query={{
              of: 'outcome',
              kind: row.kind,
              severity: null,
              figure: row.kind === 'coupon' ? 'used' : 'cameBack180',
              months: 12,
            }}
            label={`why ${words}: ${row.kind}`}
          >
            {words}
          </Ask>
        )}
      </td>
    </tr>
  );
}

const tallyOf = (kind: DecisionKind, row: OutcomeRow): Tally =>
  kind === 'coupon' && row.used !== null ? row.used : row.cameBack180;

/** Filled and hollow dots; where there are too many to count, a bar says the same. */
function Dots({ tally }: { readonly tally: Tally }) {
  if (tally.of === 0) return null;
  if (tally.of > MOST_DOTS) {
    return (
      <svg width="100%" height="12" aria-hidden="true">
        <rect x="0.5" y="1.5" width="99%" height="9" fill="none" stroke="var(--dec)" />
        <rect y="1" width={`${(tally.yes / tally.of) * 99}%`} height="10" fill="var(--dec)" />
      </svg>
    );
  }
  return (
    <svg width={tally.of * 13} height="12" aria-hidden="true">
      {Array.from({ length: tally.of }, (_, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots in a row have no other name
          key={index}
          cx={6 + index * 13}
          cy="6"
          r="4"
          fill={index < tally.yes ? 'var(--dec)' : 'none'}
          stroke="var(--dec)"
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}
