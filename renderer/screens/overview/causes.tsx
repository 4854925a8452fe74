import { showDayShort, windowStart } from '../../../shared/dates.ts';
import type { CauseBar as CauseBarFacts } from '../../../shared/views/lessons.ts';
import { CauseBar, SinceHatch } from '../../charts/cause-bar.tsx';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Ask } from '../../ui/why.tsx';
import { PlaceLink } from './parts.tsx';

/** What complaints come from, the most frequent first, with what came since each lesson. */
export function Causes({
  causes,
  asOf,
}: {
  readonly causes: readonly CauseBarFacts[];
  readonly asOf: string;
}) {
  const { number } = useFormat();
  const most = Math.max(1, ...causes.map((bar) => bar.count));
  const from = windowStart(asOf, 12);
  return (
    <div className="overview-causes">
      <SinceHatch />
      <table className="overview-table overview-tight">
        <tbody>
          {causes.slice(0, 9).map((bar) => (
            <CauseRow
              key={bar.cause?.id ?? 0}
              bar={bar}
              most={most}
              from={from}
              to={asOf}
              share={`${number(Math.round(bar.cumulative))} %`}
            />
          ))}
        </tbody>
      </table>
      {causes.length > 9 && (
        <p className="overview-more">
          <PlaceLink to="/lessons">{`and ${causes.length - 9} more`}</PlaceLink>
        </p>
      )}
    </div>
  );
}

function CauseRow(props: {
  readonly bar: CauseBarFacts;
  readonly most: number;
  readonly from: string;
  readonly to: string;
  readonly share: string;
}) {
  const { bar, most } = props;
  const name = bar.cause?.name ?? 'cause not noted';
  // What came within the 12 months shown and after the lesson.
  const since = Math.min(bar.count, bar.sinceLesson?.count ?? 0);
  const look = bar.cause === null ? 'not noted' : bar.cause.group === 'inside' ? 'inside' : 'other';
  return (
    <tr>
      <th scope="row" className="overview-cause">
        {name}
      </th>
      <td className="overview-bar">
        <CauseBar count={bar.count} since={since} most={most} look={look} bare />
      </td>
      <td className="overview-right overview-strong">
        <Ask
          query={{ of: 'cause', causeId: bar.cause?.id ?? null, from: props.from, to: props.to }}
          label={`why ${bar.count}: ${name}`}
        >
          {bar.count}
        </Ask>
      </td>
      <td className="overview-lesson">
        {bar.sinceLesson && (
          <PlaceLink to="/lessons">
            <Icon name="book" size={14} /> {bar.sinceLesson.count}
            <span className="overview-since"> since {showDayShort(bar.sinceLesson.on)}</span>
          </PlaceLink>
        )}
      </td>
      <td className="overview-right overview-quiet">{props.share}</td>
    </tr>
  );
}
