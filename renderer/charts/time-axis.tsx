import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { AxisRows } from '../../shared/views/axis-rows.ts';
import { DecisionGlyph } from '../ui/marks.tsx';
import { AxisBackdrop, AxisForeground, AxisLaneLines } from './axis-drawing.tsx';
import { type AxisLayout, axisLayout } from './axis-layout.ts';
import { moveFrom } from './axis-move.ts';
import { AxisStop, type Said } from './axis-stop.tsx';
import {
  BarDrawing,
  BarFigure,
  ComplaintDrawing,
  CountDrawing,
  CountFigure,
  LaneName,
  PendingDrawing,
} from './axis-stop-drawings.tsx';
import './time-axis.css';
import { useWidth } from './use-size.ts';

export interface TimeAxisProps {
  readonly rows: AxisRows;
  /** Pixels from the zero line to the top of the tallest bar. */
  readonly plotHeight: number;
  /** What a mark means, in words. */
  readonly say: (key: string) => Said;
  readonly label: string;
  readonly todayLabel: string;
  /** Said where there is nothing to draw. */
  readonly empty: string;
}

/** Payments, complaints and decisions of one client on one scale of days. */
export function TimeAxis({ rows, plotHeight, say, label, todayLabel, empty }: TimeAxisProps) {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot, 1148);
  const layout = useMemo(() => axisLayout(rows, { width, plotHeight }), [rows, width, plotHeight]);
  const [shown, setShown] = useState<number | null>(null);
  // Tab comes in at the latest mark: that is what the owner is asked about.
  const [reached, setReached] = useState<number | null>(null);
  const tabbable = Math.min(reached ?? layout.stops.length - 1, layout.stops.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target.getAttribute('data-stop') : null;
    if (at === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveFrom(layout.stops, Number(at), event.key);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    const mark = plot.current?.querySelector(`[data-stop="${next}"]`);
    if (mark instanceof SVGElement || mark instanceof HTMLElement) mark.focus();
  };

  return (
    <div className="axis">
      <AxisNames layout={layout} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its marks are buttons; it only moves focus among them */}
      <div className="axis-plot" ref={plot} onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing can't be a fieldset */}
        <svg width="100%" height={layout.height} role="group" aria-label={label}>
          <AxisBackdrop layout={layout} />
          <AxisLaneLines layout={layout} />
          {layout.stops.map((stop, index) => (
            <StopDrawing
              key={stop.keys.join()}
              layout={layout}
              index={index}
              tabbable={index === tabbable}
              said={saidOf(stop.keys, say)}
              onShow={(at) => {
                setShown(at);
                if (at !== null) setReached(at);
              }}
            />
          ))}
          <AxisForeground layout={layout} todayLabel={todayLabel} />
        </svg>
        {layout.stops.length === 0 && <p className="axis-empty">{empty}</p>}
        {shown !== null && <Tip layout={layout} index={shown} say={say} />}
      </div>
    </div>
  );
}

function saidOf(keys: readonly string[], say: (key: string) => Said): Said {
  const [first] = keys;
  if (first === undefined) return { head: '', lines: [] };
  if (keys.length === 1) return say(first);
  const kind = first.startsWith('complaint') ? 'complaints' : 'decisions';
  return { head: `${keys.length} ${kind}`, lines: keys.map((key) => say(key).head) };
}

function AxisNames({ layout }: { readonly layout: AxisLayout }) {
  const { late, lanes, grid } = layout;
  return (
    <svg className="axis-names" width="84" height={layout.height} aria-hidden="true">
      <text className="axis-name late" y={late.top - 3}>
        Days late
      </text>
      {grid.map(({ y, label }) => (
        <text key={label} className="axis-tick" x="76" y={y + 4} textAnchor="end">
          {label}
        </text>
      ))}
      <text className="axis-name comp" y={lanes.complaintY + 4}>
        Complaints
      </text>
      <text className="axis-name dec" y={lanes.decisionY + 4}>
        Decisions
      </text>
    </svg>
  );
}

interface StopDrawingProps {
  readonly layout: AxisLayout;
  readonly index: number;
  readonly tabbable: boolean;
  readonly said: Said;
  readonly onShow: (index: number | null) => void;
}

function StopDrawing({ layout, index, tabbable, said, onShow }: StopDrawingProps) {
  const stop = layout.stops[index];
  if (!stop) return null;
  const shared = { keys: stop.keys, index, tabbable, said, onShow };
  const [kind, id] = [stop.keys[0]?.split('-')[0], Number(stop.keys[0]?.split('-')[1])];
  if (kind === 'invoice') {
    const bar = layout.bars.find((one) => one.id === id);
    return (
      <AxisStop
        {...shared}
        x={bar?.x ?? stop.x}
        y={layout.late.zero}
        written={bar && <BarFigure bar={bar} />}
      >
        {bar ? <BarDrawing bar={bar} late={layout.late} /> : <PendingDrawing />}
      </AxisStop>
    );
  }
  const { complaints, decisions } = layout.lanes;
  const lane = kind === 'complaint' ? 'comp' : 'dec';
  const mark = (kind === 'complaint' ? complaints : decisions).find((one) => one.ids[0] === id);
  if (!mark) return null;
  const place = { ...shared, x: mark.x, y: mark.y };
  if (mark.ids.length > 1) {
    const several = { count: mark.ids.length, lane } as const;
    return (
      <AxisStop {...place} written={<CountFigure {...several} />}>
        <CountDrawing {...several} />
      </AxisStop>
    );
  }
  if ('severity' in mark) {
    const look = mark.open ? 'comp axis-label-open' : 'comp';
    return (
      <AxisStop {...place} written={<LaneName label={mark.label} look={look} />}>
        <ComplaintDrawing mark={mark} />
      </AxisStop>
    );
  }
  return (
    <AxisStop {...place} written={<LaneName label={mark.label} look="dec" />}>
      <rect className="axis-hit" x="-10" y="-10" width="20" height="20" />
      <DecisionGlyph kind={mark.kind} used={mark.used} />
    </AxisStop>
  );
}

/** Says the mark in words beside it, on the side where there is room. */
function Tip({
  layout,
  index,
  say,
}: {
  readonly layout: AxisLayout;
  readonly index: number;
  readonly say: (key: string) => Said;
}) {
  const stop = layout.stops[index];
  if (!stop) return null;
  const many = stop.keys.length > 1;
  return (
    <div
      className="axis-tip"
      role="tooltip"
      data-side={stop.x > 62 ? 'left' : 'right'}
      style={{ left: `${stop.x}%`, top: Math.max(0, stop.y - 8) }}
    >
      {stop.keys.slice(0, 6).map((key) => {
        const { head, lines } = say(key);
        return (
          <div key={key}>
            <p className="axis-tip-head">{head}</p>
            {!many && lines.map((line) => <p key={line}>{line}</p>)}
          </div>
        );
      })}
      {stop.keys.length > 6 && <p>and {stop.keys.length - 6} more</p>}
    </div>
  );
}
