import type { ShareLine } from '../../../shared/views/overview.ts';
import { useFormat } from '../../format.tsx';
import { Why } from '../../ui/why.tsx';
import { ClientLink } from './parts.tsx';

/** What a client brings beside what they take: two bars of one scale. */
export function Shares({ shares }: { readonly shares: readonly ShareLine[] }) {
  const { percent } = useFormat();
  if (shares.length === 0) return <p className="overview-none">No revenue and no hours in 12 months.</p>;
  const most = Math.max(
    1,
    ...shares.map((line) => Math.max(line.revenuePercent ?? 0, line.attentionPercent ?? 0)),
  );
  const shown = (share: number | null) => (share === null ? '–' : percent(share));
  return (
    <table className="overview-table">
      <tbody>
        {shares.map((line) => (
          <tr key={line.clientId}>
            <th scope="row">
              <ClientLink id={line.clientId} name={line.name} />
            </th>
            <td className="overview-bar">
              <svg width="100%" height="14" aria-hidden="true">
                <rect
                  y="1"
                  width={`${((line.revenuePercent ?? 0) / most) * 100}%`}
                  height="5"
                  fill="var(--ink2)"
                />
                <rect
                  y="8.5"
                  width={`${((line.attentionPercent ?? 0) / most) * 100}%`}
                  height="4"
                  fill="none"
                  stroke="var(--ink2)"
                />
              </svg>
            </td>
            <td className="overview-right">
              <Why
                clientId={line.clientId}
                figure="revenuePercent"
                label={`why ${shown(line.revenuePercent)} of revenue`}
              >
                {shown(line.revenuePercent)}
              </Why>
            </td>
            <td className="overview-right">
              <Why
                clientId={line.clientId}
                figure="attentionPercent"
                label={`why ${shown(line.attentionPercent)} of attention`}
              >
                {shown(line.attentionPercent)}
              </Why>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
