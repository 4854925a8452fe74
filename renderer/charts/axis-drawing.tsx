import { At } from './at.tsx';
import type { AxisLayout } from './axis-layout.ts';
import type { Band, CouponLife, Tie } from './lane-marks.ts';
import { useLinkState } from './linked.tsx';
import { unseen } from './unseen.ts';

const at = (percent: number) => `${percent}%`;

/** What lies behind the marks: violet bands, gridlines, years, today, and the typical lines. */
export function AxisBackdrop({ layout }: { readonly layout: AxisLayout }) {
  const { late, lanes, months, baseline } = layout;
  const bandTop = late.top - 4;
  return (
    <g {...unseen}>
      {lanes.bands.map((band) => (
        <BandDrawing key={band.complaintId} band={band} top={bandTop} height={lanes.complaintY - bandTop} />
      ))}
      {months.yearLines.map((x) => (
        <line key={x} x1={at(x)} x2={at(x)} y1={bandTop} y2={baseline} stroke="var(--line)" />
      ))}
      {layout.grid.slice(1).map(({ y, label }) => (
        <line key={label} x1="0" x2="100%" y1={y} y2={y} stroke="var(--line)" />
      ))}
      {layout.today <= 100 && (
        <line
          x1={at(layout.today)}
          x2={at(layout.today)}
          y1={bandTop}
          y2={baseline}
          stroke="var(--ink3)"
          strokeDasharray="2 2"
        />
      )}
      <line x1="0" x2="100%" y1={late.zero} y2={late.zero} stroke="var(--ink3)" />
      {layout.typicals.map((line) => (
        <line
          key={`${line.x1} ${line.text}`}
          x1={at(line.x1)}
          x2={at(line.x2)}
          y1={line.y}
          y2={line.y}
          stroke="var(--ink)"
          strokeDasharray="5 3"
        />
      ))}
    </g>
  );
}

function BandDrawing({
  band,
  top,
  height,
}: {
  readonly band: Band;
  readonly top: number;
  readonly height: number;
}) {
  const state = useLinkState([`complaint-${band.complaintId}`]);
  return (
    <rect
      className="axis-band"
      data-link={state}
      x={at(band.x)}
      y={top}
      width={at(band.width)}
      height={height}
      fill="var(--band)"
    />
  );
}

/** Lines of the two lanes: until when a complaint was open, what ties a decision to it, a coupon's life. */
export function AxisLaneLines({ layout }: { readonly layout: AxisLayout }) {
  const { lanes } = layout;
  return (
    <g {...unseen}>
      <line x1="0" x2="100%" y1={lanes.complaintY} y2={lanes.complaintY} stroke="var(--line)" />
      <line x1="0" x2="100%" y1={lanes.decisionY} y2={lanes.decisionY} stroke="var(--line)" />
      {lanes.ties.map((tie) => (
        <TieDrawing key={tie.decisionId} tie={tie} />
      ))}
      {lanes.lives.map((life) => (
        <LifeDrawing key={life.decisionId} life={life} />
      ))}
      {lanes.complaints.map((mark) =>
        mark.ids.length > 1 ? null : (
          <OpenLine
            key={mark.ids[0]}
            id={mark.ids[0] ?? 0}
            x1={mark.x}
            x2={mark.until}
            y={mark.y}
            open={mark.open}
            before={mark.before}
          />
        ),
      )}
    </g>
  );
}

function OpenLine(props: {
  readonly id: number;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly open: boolean;
  readonly before: boolean;
}) {
  const { id, x1, x2, y, open, before } = props;
  const state = useLinkState([`complaint-${id}`]);
  return (
    <g className="axis-line" data-link={state}>
      <line
        x1={at(x1)}
        x2={at(x2)}
        y1={y}
        y2={y}
        stroke="var(--comp)"
        strokeWidth="2"
        {...(open ? { strokeDasharray: '3 2' } : {})}
      />
      {!open && (
        <At x={x2} y={y}>
          <path d="M0-4V4" stroke="var(--comp)" strokeWidth="1.5" />
        </At>
      )}
      {before && (
        <At x={x1} y={y}>
          <path d="M-11-3.5-14.5 0l3.5 3.5" stroke="var(--comp)" strokeWidth="1.5" fill="none" />
        </At>
      )}
    </g>
  );
}

function TieDrawing({ tie }: { readonly tie: Tie }) {
  const state = useLinkState([`decision-${tie.decisionId}`]);
  return (
    <line
      className="axis-line"
      data-link={state}
      x1={at(tie.x)}
      x2={at(tie.x)}
      y1={tie.y1}
      y2={tie.y2}
      stroke="var(--dec)"
      strokeWidth="1.25"
    />
  );
}

function LifeDrawing({ life }: { readonly life: CouponLife }) {
  const state = useLinkState([`decision-${life.decisionId}`]);
  const dotted = { stroke: 'var(--dec)', strokeWidth: 1.25, strokeDasharray: '1.5 2.5' };
  return (
    <g className="axis-line" data-link={state}>
      <line x1={at(life.x1)} x2={at(life.x1)} y1={life.y1} y2={life.y} {...dotted} />
      <line x1={at(life.x1)} x2={at(life.x2)} y1={life.y} y2={life.y} {...dotted} />
      <At x={life.x2} y={life.y}>
        {life.end === 'used' && <circle r="3" fill="var(--dec)" />}
        {life.end === 'unused' && <path d="M-3-3 3 3M3-3-3 3" stroke="var(--dec)" strokeWidth="1.5" />}
        {life.end === 'still good' && (
          <path d="M0-3 3 0 0 3" stroke="var(--dec)" strokeWidth="1.25" fill="none" />
        )}
        {life.label && (
          <text className="axis-label dec" x="7" y="4">
            {life.label}
          </text>
        )}
      </At>
    </g>
  );
}

/** What is written over everything: typical values, months, today. */
export function AxisForeground({
  layout,
  todayLabel,
}: {
  readonly layout: AxisLayout;
  readonly todayLabel: string;
}) {
  const { baseline, months } = layout;
  return (
    <g {...unseen} className="axis-over">
      {layout.typicals.map((line) => (
        <At key={`${line.x1} ${line.text}`} x={line.label.x} y={line.label.y}>
          <text className="axis-typical" x="2">
            {line.text}
          </text>
        </At>
      ))}
      <line x1="0" x2="100%" y1={baseline} y2={baseline} stroke="var(--ink3)" />
      {months.ticks.map((x) => (
        <At key={x} x={x} y={baseline}>
          <path d="M0 0v4" stroke="var(--ink3)" />
        </At>
      ))}
      {months.labels.map((mark) => (
        <At key={mark.x} x={mark.x} y={baseline + 15}>
          <text
            className={mark.strong ? 'axis-month axis-month-strong' : 'axis-month'}
            textAnchor={mark.centred ? 'middle' : 'start'}
            x={mark.centred ? 0 : 2}
          >
            {mark.label}
          </text>
        </At>
      ))}
      {layout.today <= 100 && (
        <At x={layout.today} y={layout.late.top - 8}>
          <text className="axis-today" x="2" textAnchor="end">
            {todayLabel}
          </text>
        </At>
      )}
    </g>
  );
}
