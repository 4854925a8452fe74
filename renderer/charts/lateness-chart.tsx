import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { Bar, BarChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Said } from './axis-stop.tsx';
import { LateBar } from './late-bar.tsx';
import { useLinked, useLinkState } from './linked.tsx';
import './lateness-chart.css';
import { NAMES, TypicalName, typicalPlace } from './typical-name.tsx';
import { useWidth } from './use-size.ts';

/** One due invoice, oldest first. */
export interface LatenessRow {
  readonly id: number;
  readonly days: number;
  readonly state: 'settled' | 'open' | 'writtenOff';
  readonly rung: number;
  readonly excused: boolean;
}

export interface LatenessChartProps {
  readonly rows: readonly LatenessRow[];
  /** The typical value over the last `count` rows; days are cut at the scale's end as the bars are. */
  readonly typical: { readonly days: number; readonly count: number; readonly text: string } | null;
  readonly say: (key: string) => Said;
  readonly label: string;
  readonly height?: number;
}

const TALLEST = 62;
const DEEPEST = 31;
const MARGIN = { top: 16, right: 2, bottom: 2, left: 0 };
/** An early payer's typical value is named under its line. */
const BELOW = { ...MARGIN, bottom: 16 };
const TICKS = [0, 14, 31, 60] as const;
const TICK_NAMES: Readonly<Record<number, string>> = {
  0: 'on time',
  14: '2 weeks',
  31: 'a month',
  60: '2 months',
};

interface Datum extends LatenessRow {
  readonly index: number;
  readonly shown: number;
}

/** One mark per invoice in due order, signed days late: order instead of dates, so that a climb is seen as a climb. */
export function LatenessChart({ rows, typical, say, label, height = 106 }: LatenessChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 388);
  const active = useRef<string | null>(null);
  const linked = useLinked();
  const data = useMemo(
    () =>
      rows.map(
        (row, index): Datum => ({
          ...row,
          index,
          shown: row.days > TALLEST ? TALLEST + 4 : Math.max(row.days, -DEEPEST),
        }),
      ),
    [rows],
  );
  const lowest = data.reduce((low, one) => Math.min(low, one.shown), -3);
  const enter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active.current) linked.jump(active.current);
  };
  const first = typical ? Math.max(0, data.length - typical.count) : 0;
  const level = typical ? Math.max(-DEEPEST, Math.min(typical.days, TALLEST + 4)) : 0;

  const place = typicalPlace(
    data.map((one) => one.shown),
    first,
    level,
    typical?.text ?? '',
    (width - NAMES - 2) / Math.max(1, data.length),
  );
  const perDay = (height - MARGIN.top - (level < 0 ? BELOW : MARGIN).bottom) / (TALLEST + 4 - lowest);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside takes the focus and the arrow keys
    <div className="lateness" ref={box} onKeyDown={enter}>
      <BarChart
        width={width}
        height={height}
        data={data}
        margin={level < 0 ? BELOW : MARGIN}
        barCategoryGap={1}
        title={label}
        accessibilityLayer
      >
        <XAxis dataKey="index" hide />
        <YAxis
          width={NAMES}
          domain={[lowest, TALLEST + 4]}
          ticks={[...TICKS]}
          interval={0}
          axisLine={false}
          tickLine={false}
          tick={<TickName />}
        />
        {TICKS.map((days) => (
          <ReferenceLine
            key={days}
            y={days}
            stroke={days === 0 ? 'var(--ink3)' : 'var(--line)'}
            zIndex={-10}
          />
        ))}
        <Tooltip
          cursor={false}
          isAnimationActive={false}
          offset={14}
          allowEscapeViewBox={{ x: false, y: true }}
          content={<Tip say={say} onActive={(key) => (active.current = key)} />}
        />
        <Bar dataKey="shown" shape={<DueBar />} isAnimationActive={false} maxBarSize={13} />
        {typical && (
          <ReferenceLine
            segment={[
              { x: first, y: level },
              { x: data.length - 1, y: level },
            ]}
            stroke="var(--ink)"
            strokeDasharray="5 3"
            label={
              <TypicalName text={typical.text} left={place.x} up={place.rise * perDay} below={level < 0} />
            }
          />
        )}
      </BarChart>
    </div>
  );
}

function TickName(props: {
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: number };
}) {
  const { y = 0, payload } = props;
  return (
    <text className="axis-tick" x={NAMES - 6} y={y + 4} textAnchor="end">
      {TICK_NAMES[payload?.value ?? 0]}
    </text>
  );
}

interface ShapeProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: Datum;
}

function DueBar({ x = 0, y = 0, width = 0, height = 0, payload }: ShapeProps) {
  const linked = useLinked();
  const key = payload ? `invoice-${payload.id}` : '';
  const state = useLinkState([key]);
  if (!payload) return null;
  const wide = Math.max(2, Math.min(width - 2, 11));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's short cut; keys go through the chart itself
    <g
      className="axis-mark"
      data-link={state}
      transform={`translate(${x + width / 2} ${y + height})`}
      onClick={() => linked.jump(key)}
    >
      <LateBar
        height={height}
        width={wide}
        rung={payload.rung}
        state={payload.state}
        excused={payload.excused}
        broken={payload.days > TALLEST || payload.days < -DEEPEST}
      />
    </g>
  );
}

interface TipProps {
  readonly say: (key: string) => Said;
  readonly onActive: (key: string | null) => void;
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Datum }[];
}

function Tip({ say, onActive, active, payload }: TipProps) {
  const { point } = useLinked();
  const row = active ? payload?.[0]?.payload : undefined;
  const key = row ? `invoice-${row.id}` : null;
  useEffect(() => {
    onActive(key);
    point(key, 'hover');
    return () => point(null, 'hover');
  }, [key, point, onActive]);
  if (key === null) return null;
  const { head, lines } = say(key);
  return (
    <div className="chart-tip" role="status">
      <p className="axis-tip-head">{head}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
