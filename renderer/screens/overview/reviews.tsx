import { showDayShort } from '../../../shared/dates.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ReviewLine } from '../../../shared/views/overview.ts';
import { ClientLink, PlaceLink } from './parts.tsx';

/** Red flags, standings and worksheets whose day has come. */
export function Reviews({
  reviews,
  asOf,
}: {
  readonly reviews: readonly ReviewLine[];
  readonly asOf: string;
}) {
  if (reviews.length === 0) return <p className="overview-none">No flag or standing is due for a look.</p>;
  return (
    <table className="overview-table">
      <tbody>
        {reviews.map((line) => (
          <tr key={`${line.kind} ${line.clientId}`}>
            <th scope="row">
              <ClientLink id={line.clientId} name={line.name} flagged={line.kind === 'flag'} />
            </th>
            <td className="overview-quiet">{what(line)}</td>
            <td className={`overview-right${line.on < asOf ? ' overview-over' : ' overview-quiet'}`}>
              {line.on === asOf ? 'today' : showDayShort(line.on)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function what(line: ReviewLine) {
  switch (line.kind) {
    case 'flag':
      return 'red flag';
    case 'standing':
      return `your standing${line.standing === null ? '' : `: ${line.standing}`}`;
    case 'parting':
      return <PlaceLink to={`/clients/${line.clientId}/parting`}>parting begun</PlaceLink>;
    default:
      return assertNever(line.kind);
  }
}
