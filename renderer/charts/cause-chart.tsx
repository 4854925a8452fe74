import { useRef } from 'react';
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import './cause-chart.css';
import { type CauseQuarter, type CauseSide, causeSideNames, causeSides } from './cause-sides.ts';
import { useWidth } from './use-size.ts';

/** Told apart by pattern as well as by place: solid, hatched, dotted, hollow, dashed outline. */
const LOOKS: Readonly<Record<CauseSide, { fill: string; dashed: boolean }>> = {
  inside: { fill: 'var(--comp)', dashed: false },
  between: { fill: 'url(#cause-between)', dashed: false },
  outside: { fill: 'url(#cause-outside)', dashed: false },
  client: { fill: 'var(--paper)', dashed: false },
  unknown: { fill: 'var(--paper)', dashed: true },
};

const outline = (side: CauseSide) => ({
  fill: LOOKS[side].fill,
  stroke: 'var(--comp)',
  strokeWidth: 1,
  ...(LOOKS[side].dashed ? { strokeDasharray: '2 2' } : {}),
});

const MARGIN = { top: 6, right: 2, bottom: 0, left: 0 };

/** Complaints by quarter, stacked by the side their cause lies on. */
export function CauseChart({
  quarters,
  label,
}: {
  readonly quarters: readonly CauseQuarter[];
  readonly label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 388);
  const totals = quarters.map((quarter) => causeSides.reduce((sum, side) => sum + quarter[side], 0));
  const most = Math.max(1, ...totals);
  const present = causeSides.filter((side) => quarters.some((quarter) => quarter[side] > 0));
  const step = most <= 4 ? 1 : Math.ceil(most / 3);
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  return (
    <div className="causes" ref={box}>
      <BarChart
        width={width}
        height={84}
        data={[...quarters]}
        margin={MARGIN}
        barCategoryGap="30%"
        title={label}
        accessibilityLayer
      >
        <XAxis
          dataKey="label"
          axisLine={{ stroke: 'var(--ink3)' }}
          tickLine={false}
          height={18}
          interval="preserveStartEnd"
          minTickGap={6}
          tick={{ fontSize: 11, fill: 'var(--ink3)' }}
          tickMargin={4}
        />
        <YAxis
          width={18}
          ticks={ticks}
          domain={[0, most]}
          axisLine={false}
          tickLine={false}
          allowDecimals={false}
          tick={{ fontSize: 11, fill: 'var(--ink3)' }}
        />
        <Tooltip cursor={{ fill: 'var(--line)', opacity: 0.5 }} isAnimationActive={false} content={<Tip />} />
        {present.map((side) => (
          <Bar
            key={side}
            dataKey={side}
            stackId="all"
            maxBarSize={18}
            isAnimationActive={false}
            {...outline(side)}
          />
        ))}
      </BarChart>
      <ul className="causes-key">
        {present.map((side) => (
          <li key={side}>
            <svg width="11" height="11" aria-hidden="true" focusable="false">
              <rect x=".5" y=".5" width="10" height="10" {...outline(side)} />
            </svg>
            {causeSideNames[side]}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: CauseQuarter }[];
}

function Tip({ active, payload }: TipProps) {
  const quarter = active ? payload?.[0]?.payload : undefined;
  if (!quarter) return null;
  const parts = causeSides.filter((side) => quarter[side] > 0);
  return (
    <div className="chart-tip" role="status">
      <p className="axis-tip-head">{quarter.name}</p>
      {parts.length === 0 && <p>no complaint</p>}
      {parts.map((side) => (
        <p key={side}>
          {quarter[side]} {causeSideNames[side]}
        </p>
      ))}
    </div>
  );
}
