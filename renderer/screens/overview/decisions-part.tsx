import { dayParts, daysInMonth, showDayShort, showMonthYear } from '../../../shared/dates.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { useFormat } from '../../format.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { Why } from '../../ui/why.tsx';
import { ColumnHead } from '../client/column-head.tsx';
import { CouponWords } from './coupon-words.tsx';
import { DidItWork } from './did-it-work.tsx';
import { Block, ClientLink, PlaceLink } from './parts.tsx';
import { Reviews } from './reviews.tsx';

/** What goodwill costs this month, whether it worked, and what is still out. */
export function DecisionsPart({ overview }: { readonly overview: Overview }) {
  const { money, count, percent } = useFormat();
  const { budget, goodwillPercent, couponsOut } = overview;
  return (
    <div className="overview-column">
      <ColumnHead
        meaning="decisions"
        title="Decisions"
        link={
          <Why clientId={null} figure="decisionsAll" label={`why ${overview.decisions12} in 12 months`}>
            {count(overview.decisions12)} in 12 months
          </Why>
        }
        figure={money(overview.goodwillMonth)}
        caption={budget === null ? 'goodwill this month' : `goodwill this month, budget ${money(budget)}`}
      >
        <Why clientId={null} figure="goodwill12" label={`why 12 months ${money(overview.goodwill12)}`}>
          12 months {money(overview.goodwill12)}
        </Why>
        {goodwillPercent === null ? '.' : `, ${percent(goodwillPercent)} of revenue.`}
      </ColumnHead>
      <Block title={showMonthYear(overview.asOf)}>
        <Month overview={overview} />
        <Given overview={overview} />
      </Block>
      <Block
        title="Did it work?"
        legend={<PlaceLink to="/outcomes">came back within 180 days, or coupon used</PlaceLink>}
      >
        <DidItWork />
      </Block>
      <div>
        <Block
          title="Coupons out"
          legend={couponsOut.count > 0 && `${count(couponsOut.count)}, worth ${money(couponsOut.value)}`}
        >
          <CouponWords overview={overview} />
        </Block>
        <Block title="To look at again">
          <Reviews reviews={overview.reviews} asOf={overview.asOf} />
        </Block>
      </div>
    </div>
  );
}

/** This month's goodwill against the budget, and how much of the month is gone. */
function Month({ overview }: { readonly overview: Overview }) {
  const { money } = useFormat();
  const { goodwillMonth, budget, asOf } = overview;
  if (budget === null || budget === 0) return null;
  const { year, month, day } = dayParts(asOf);
  const days = daysInMonth(year, month);
  // A month over its budget fills the bar; the tick then stands where the budget ended.
  const end = Math.max(budget, goodwillMonth);
  const gone = (day / days) * (budget / end) * 100;
  return (
    <div className="overview-month">
      <svg
        width="100%"
        height="34"
        role="img"
        aria-label={`${money(goodwillMonth)} of ${money(budget)}, day ${day} of ${days}`}
      >
        <rect y="16.5" x="0.5" width="99.8%" height="11" fill="none" stroke="var(--edge)" />
        <rect y="16" width={`${(goodwillMonth / end) * 100}%`} height="12" fill="var(--dec)" />
        {goodwillMonth > budget && (
          <line
            x1={`${(budget / end) * 100}%`}
            x2={`${(budget / end) * 100}%`}
            y1="13"
            y2="31"
            stroke="var(--flag)"
            strokeWidth="2"
          />
        )}
        <svg aria-hidden="true" x={`${gone}%`} y="0" overflow="visible">
          <path d="M0 12v20" stroke="var(--ink)" strokeWidth="1.5" />
          <text
            x={gone > 85 ? 2 : gone < 15 ? -2 : 0}
            y="9"
            textAnchor={gone > 85 ? 'end' : gone < 15 ? 'start' : 'middle'}
            fontSize="11"
            fill="var(--ink2)"
          >
            day {day} of {days}
          </text>
        </svg>
      </svg>
      <p>
        <span>{money(0)}</span>
        <span>budget {money(budget)}</span>
      </p>
    </div>
  );
}

function Given({ overview }: { readonly overview: Overview }) {
  const { money } = useFormat();
  if (overview.given.length === 0) return <p className="overview-none">No goodwill given this month.</p>;
  return (
    <table className="overview-table">
      <tbody>
        {overview.given.map((one) => (
          <tr key={`${one.decisionId}`}>
            <th scope="row" className="overview-marked">
              <DecisionMark kind={one.kind} used={one.used} />
              <ClientLink id={one.clientId} name={one.clientName} />{' '}
              <small>
                {one.kind}
                {one.kind === 'coupon' && one.used && ', used'}
              </small>
            </th>
            <td className="overview-right overview-quiet">{showDayShort(one.on)}</td>
            <td className="overview-right">{money(one.cost)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
