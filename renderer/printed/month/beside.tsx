import type { ReactNode } from 'react';
import { type Day, dayParts, showDay, showMonth } from '../../../shared/dates.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import type { Some } from '../../../shared/summaries/month.ts';
import { LateBar } from '../../charts/late-bar.tsx';
import type { Format } from '../../make-format.ts';
import type { Block } from '../flow.ts';

type Month = DocumentOf<'month'>;

/* Drawn in pixels of the column's own width, 66 mm, and never stretched. */
const WIDTH = 249;
const STEP = WIDTH / 12;
const HEIGHT = 84;
/** Room for the number over the highest bar, and for the months below. */
const OVER = 12;
const UNDER = 24;

function Chart({
  label,
  zero,
  children,
}: {
  readonly label: string;
  readonly zero: number;
  readonly children: ReactNode;
}) {
  const height = OVER + HEIGHT + UNDER;
  return (
    <svg
      className="month-chart"
      width="100%"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${zero}H${WIDTH}`} stroke="var(--line2)" strokeWidth="1" />
      {children}
    </svg>
  );
}

/** The first letters of each month, the year below January and the first. */
function Months({ months }: { readonly months: readonly { readonly from: Day }[] }) {
  return months.map(({ from }, index) => {
    const { year, month } = dayParts(from);
    return (
      <g
        key={from}
        transform={`translate(${STEP * (index + 0.5)} ${OVER + HEIGHT + 10})`}
        textAnchor="middle"
        fill="var(--ink2)"
      >
        <text fontSize="8.5">{showMonth(month).slice(0, 1)}</text>
        {(index === 0 || month === 1) && (
          <text y="11" fontSize="8.5">
            ’{String(year).slice(2)}
          </text>
        )}
      </g>
    );
  });
}

export function latenessBlocks(month: Month, format: Format): Block[] {
  return [
    {
      key: 'lateness',
      node: (
        <section className="month-block month-late">
          <h2>Days late, typically, by the month it fell due</h2>
          {month.lateness.every(({ days }) => days === null) ? (
            <p>Nothing fell due in these 12 months.</p>
          ) : (
            <Lateness month={month} format={format} />
          )}
        </section>
      ),
    },
    { key: 'slipped', node: <Slipped month={month} format={format} /> },
  ];
}

function Lateness({ month, format }: { readonly month: Month; readonly format: Format }) {
  const values = month.lateness.map(({ days }) => days ?? 0);
  const [highest, lowest] = [Math.max(1, ...values), Math.min(0, ...values)];
  const perDay = HEIGHT / (highest - lowest);
  const zero = OVER + highest * perDay;
  const words = month.lateness
    .filter(({ days }) => days !== null)
    .map(({ from, days, more }) => `${showMonth(dayParts(from).month)} ${more ? 'more than ' : ''}${days}`);
  const open = month.lateness.some(({ more }) => more);
  return (
    <>
      <Chart label={`Days late: ${words.join(', ')}`} zero={zero}>
        {month.lateness.map(({ from, days, more, rung }, index) => {
          if (days === null) return null;
          const x = STEP * (index + 0.5);
          const height = days * perDay;
          return (
            <g key={from} transform={`translate(${x} ${zero})`}>
              <LateBar
                height={height}
                width={11}
                rung={rung}
                state={more ? 'open' : 'settled'}
                excused={false}
                broken={false}
                lines
              />
              <text y={-Math.max(0, height) - 3.5} textAnchor="middle" fontSize="8.5" fill="var(--ink)">
                {format.count(days)}
                {more && '+'}
              </text>
            </g>
          );
        })}
        <Months months={month.lateness} />
      </Chart>
      {open && <p className="month-key">Hollow, with a +: fewer than half are paid so far.</p>}
    </>
  );
}

/** “and 3 more”, where the list is longer than the page has room for. */
const more = ({ first, count }: Some<unknown>): string | null =>
  count > first.length ? `and ${count - first.length} more` : null;

function Slipped({ month, format }: { readonly month: Month; readonly format: Format }) {
  const { slipped, slipping } = month;
  const rest = more(slipped);
  return (
    <section className="month-block month-late">
      <h2>Began to slip{month.soFar ? ' this month' : ''}</h2>
      {slipped.count === 0 ? (
        <p>
          {slipping === 0 ? 'Nobody slips.' : `Nobody new; ${format.count(slipping)} slipped before already.`}
        </p>
      ) : (
        <>
          <ul>
            {slipped.first.map(({ name, slope }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two clients may have one name
              <li key={index}>
                <b>{name}</b>
                <span>{format.decimal(slope)} days an invoice</span>
              </li>
            ))}
          </ul>
          <p>
            {rest !== null && `${rest}; `}
            {format.count(slipping)} {slipping === 1 ? 'slips' : 'slip'} in all.
          </p>
        </>
      )}
    </section>
  );
}

export function goodwillBlocks(month: Month, format: Format): Block[] {
  const none = month.goodwill.every(({ cost }) => cost === 0);
  return [
    {
      key: 'goodwill',
      node: (
        <section className="month-block month-given">
          <h2>Goodwill by month</h2>
          {none ? (
            <p>No goodwill was given in these 12 months.</p>
          ) : (
            <Goodwill month={month} format={format} />
          )}
        </section>
      ),
    },
    {
      key: 'broken',
      node: month.broken.length > 0 && (
        <section className="month-block month-given">
          <h2>House rules broken</h2>
          <ul>
            {month.broken.map(({ title, count }) => (
              <li key={title}>
                {title}
                <span>{count === 1 ? 'once' : `${format.count(count)} times`}</span>
              </li>
            ))}
          </ul>
        </section>
      ),
    },
  ];
}

function Goodwill({ month, format }: { readonly month: Month; readonly format: Format }) {
  const { goodwill, budget } = month;
  const highest = Math.max(1, budget ?? 0, ...goodwill.map(({ cost }) => cost));
  const zero = OVER + HEIGHT;
  const up = (cost: number) => (cost / highest) * HEIGHT;
  const top = goodwill.reduce((most, { cost }) => Math.max(most, cost), 0);
  return (
    <>
      <Chart
        label={`Goodwill: ${goodwill.map(({ from, cost }) => `${showMonth(dayParts(from).month)} ${format.money(cost)}`).join(', ')}`}
        zero={zero}
      >
        {goodwill.map(({ from, cost }, index) => (
          <g key={from} transform={`translate(${STEP * (index + 0.5)} ${zero})`}>
            <rect x="-5.5" y={-up(cost)} width="11" height={up(cost)} fill="var(--dec)" />
            {/* The dearest month and this one say what they cost: twelve amounts would not stand beside each other. */}
            {cost > 0 && (cost === top || index === goodwill.length - 1) && (
              <text
                y={-up(cost) - 3.5}
                x={index > 9 ? 6 : 0}
                textAnchor={index > 9 ? 'end' : 'middle'}
                fontSize="8.5"
                fill="var(--ink)"
              >
                {format.moneyShort(cost)}
              </text>
            )}
          </g>
        ))}
        {budget !== null && (
          <path
            d={`M0 ${zero - up(budget)}H${WIDTH}`}
            stroke="var(--ink)"
            strokeWidth="1"
            strokeDasharray="4 3"
          />
        )}
        <Months months={goodwill} />
      </Chart>
      {budget !== null && <p className="month-key">Dashed: the budget of {format.money(budget)} a month.</p>}
    </>
  );
}

/** A lesson may be as long as a letter; here it is only called to mind. */
const LESSON = 110;
const brief = (text: string): string =>
  text.length > LESSON ? `${text.slice(0, LESSON - 1).trimEnd()}…` : text;

export function aheadBlocks(month: Month): Block[] {
  const { reviews, lessons } = month;
  if (reviews.count + lessons.count === 0)
    return [
      {
        key: 'ahead',
        node: (
          <section className="month-block">
            <h2>Until the end of next month</h2>
            <p>No red flag, standing or lesson asks to be looked at.</p>
          </section>
        ),
      },
    ];
  return [
    {
      key: 'reviews',
      node: reviews.count > 0 && (
        <section className="month-block">
          <h2>To look at again until the end of next month</h2>
          <ul>
            {reviews.first.map(({ kind, name, on }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one client may stand here twice
              <li key={index}>
                <b>{name}</b>
                <span>
                  {kind === 'flag' ? 'red flag' : 'standing'}, {showDay(on)}
                </span>
              </li>
            ))}
          </ul>
          {more(reviews) !== null && <p>{more(reviews)}</p>}
        </section>
      ),
    },
    {
      key: 'lessons',
      node: lessons.count > 0 && (
        <section className="month-block">
          <h2>Lessons to be done until then</h2>
          <ul>
            {lessons.first.map(({ lesson, dueOn }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lessons may be worded alike
              <li key={index}>
                {brief(lesson)}
                <span>{showDay(dueOn)}</span>
              </li>
            ))}
          </ul>
          {more(lessons) !== null && <p>{more(lessons)}</p>}
        </section>
      ),
    },
  ];
}
