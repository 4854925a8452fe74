import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { showDayShort, showMonthYear } from '../../../shared/dates.ts';
import type { AxisRange, AxisRows } from '../../../shared/views/axis-rows.ts';
import { axisRows } from '../../../shared/views/axis-rows.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { axisEnd } from '../../charts/axis-time.ts';
import { LateBar } from '../../charts/late-bar.tsx';
import { TimeAxis } from '../../charts/time-axis.tsx';
import { useWindowHeight } from '../../charts/use-size.ts';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SeverityMark } from '../../ui/marks.tsx';
import './time-section.css';
import { useSay } from './use-say.ts';

const RANGES: readonly { readonly value: AxisRange; readonly label: string; readonly heading: string }[] = [
  { value: 12, label: '12 months', heading: 'Last 12 months' },
  { value: 24, label: '24 months', heading: 'Last 24 months' },
  { value: 'all', label: 'all', heading: 'From the beginning' },
];

const KEPT = 'client-axis-range';

/** “Last 24 months”, or which ones where the last thing happened long ago. */
function headingFor(rows: AxisRows): string {
  const end = axisEnd(rows);
  if (end === rows.asOf) return RANGES.find(({ value }) => value === rows.range)?.heading ?? '';
  const upTo = showMonthYear(end);
  return rows.range === 'all' ? `From the beginning to ${upTo}` : `${rows.range} months to ${upTo}`;
}

function keptRange(): AxisRange {
  const kept = sessionStorage.getItem(KEPT);
  return RANGES.find(({ value }) => String(value) === kept)?.value ?? 24;
}

/** A taller window gives the bars more room: a day is never less than a pixel and a quarter. */
const plotHeight = (windowHeight: number): number =>
  Math.round(Math.min(200, Math.max(84, 108 + (windowHeight - 800) * 0.16)));

/** The time axis with its caption: which months, and what the marks mean. */
export function TimeSection({ page }: { readonly page: ClientPage }) {
  const { money } = useFormat();
  const [range, setRange] = useState(keptRange);
  const height = plotHeight(useWindowHeight());
  const rows = useMemo(() => axisRows(page, range, money), [page, range, money]);
  const say = useSay(page);
  const heading = headingFor(rows);
  const choose = (next: AxisRange) => {
    sessionStorage.setItem(KEPT, String(next));
    setRange(next);
  };
  const [edge, stuck] = useStuck();
  return (
    <section className={stuck ? 'time time-stuck' : 'time'} aria-label="Time axis">
      <div className="time-edge" ref={edge} />
      <div className="time-caption">
        <h2>
          {stuck ? (
            <span className="time-name">
              <span>{page.client.name}</span>
              {page.flag && <Icon name="flag" />}
            </span>
          ) : (
            heading
          )}
        </h2>
        <RangeChoice range={range} onChoose={choose} />
        <Legend page={page} />
      </div>
      <TimeAxis
        rows={rows}
        plotHeight={height}
        say={say}
        label={`Days late, complaints and decisions on one time axis, ${heading.toLowerCase()}. Arrow keys go from mark to mark, Enter goes to its row.`}
        empty="Invoices, complaints and decisions will show here, side by side on one line of days."
        todayLabel={`today, ${showDayShort(page.asOf)}`}
      />
    </section>
  );
}

/** Whether the axis stays at the top while the page scrolls under it: then it says whose it is. */
function useStuck(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const edge = useRef<HTMLDivElement>(null);
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    const watched = edge.current;
    if (!watched || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      ([entry]) => setStuck(entry !== undefined && !entry.isIntersecting),
      {
        root: watched.closest('.client'),
      },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [edge, stuck];
}

interface RangeChoiceProps {
  readonly range: AxisRange;
  readonly onChoose: (range: AxisRange) => void;
}

function RangeChoice({ range, onChoose }: RangeChoiceProps) {
  const name = useId();
  return (
    <fieldset className="time-ranges">
      <legend className="visually-hidden">How far back</legend>
      {RANGES.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === range} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Explains the marks that this client has, and no others. */
function Legend({ page }: { readonly page: ClientPage }) {
  const { due, notYetDue } = page.lateness;
  const bar = { height: 12, width: 9, rung: 3, broken: false } as const;
  const entries = [
    due.some((mark) => mark.kind === 'settled' && mark.days > 0) && {
      text: 'paid late',
      mark: <LateBar {...bar} state="settled" excused={false} />,
    },
    due.some((mark) => mark.kind === 'open') && {
      text: 'unpaid, so far',
      mark: <LateBar {...bar} state="open" excused={false} />,
    },
    due.some((mark) => mark.kind === 'writtenOff') && {
      text: 'written off',
      mark: <LateBar {...bar} height={9} state="writtenOff" excused={false} />,
    },
    due.some((mark) => mark.excused) && {
      text: 'excused',
      mark: <LateBar {...bar} state="settled" excused />,
    },
    notYetDue.length > 0 && {
      text: 'not yet due',
      mark: <path d="M-4-3a4 4 0 0 1 8 0" fill="none" stroke="var(--ink3)" strokeDasharray="2 1.5" />,
    },
    page.complaints.some((one) => one.cause?.group === 'inside') && {
      text: 'complaint with an inside cause open',
      mark: <rect x="-6" y="-12" width="12" height="12" fill="var(--band)" />,
    },
  ].filter((entry) => entry !== false);
  return (
    <ul className="time-key" aria-label="What the marks mean">
      {entries.map(({ text, mark }) => (
        <li key={text}>
          <svg width="12" height="12" viewBox="-6 -12 12 12" aria-hidden="true" focusable="false">
            {mark}
          </svg>
          {text}
        </li>
      ))}
      {page.complaints.length > 0 && (
        <li>
          <SeverityMark severity={2} open={false} size={16} />
          complaint, number is severity
        </li>
      )}
    </ul>
  );
}
