import type { ReactNode } from 'react';
import { At } from './at.tsx';
import { rungColour } from './hatch.tsx';
import './late-ladder.css';
import { useLinked, useLinkProps } from './linked.tsx';

export interface LadderDot {
  readonly id: number;
  readonly rung: number;
  /** The highest rung up to and with this invoice. */
  readonly worst: number;
  readonly state: 'settled' | 'open' | 'writtenOff';
  readonly excused: boolean;
}

export interface LateLadderProps {
  readonly dots: readonly LadderDot[];
  /** Rung 0 upwards: its name, and its count as it is to be shown. */
  readonly rungs: readonly { readonly name: string; readonly empty: boolean; readonly count: ReactNode }[];
  readonly label: string;
}

/** Each count can be pressed, so rows are as high as a finger or a shaky hand needs (WCAG 2.5.8). */
const ROW = 24;

/** One dot an invoice in due order; the pale stair is the worst so far. */
export function LateLadder({ dots, rungs, label }: LateLadderProps) {
  const height = rungs.length * ROW;
  const y = (rung: number) => height - ROW / 2 - rung * ROW;
  const x = (index: number) => ((index + 0.5) / dots.length) * 100;
  const down = rungs.map((rung, index) => ({ ...rung, index })).reverse();
  return (
    <div className="ladder">
      <ul className="ladder-names">
        {down.map(({ name, empty, index }) => (
          <li key={index} className={empty ? 'ladder-empty' : ''}>
            {name}
          </li>
        ))}
      </ul>
      <svg width="100%" height={height} role="img" aria-label={label}>
        {rungs.map(({ name }, rung) => (
          <line key={name} x1="0" x2="100%" y1={y(rung)} y2={y(rung)} stroke="var(--line)" />
        ))}
        <Stair dots={dots} x={x} y={y} />
        {dots.map((dot, index) => (
          <At key={dot.id} x={x(index)} y={y(dot.rung)}>
            <Dot dot={dot} />
          </At>
        ))}
      </svg>
      <ul className="ladder-counts">
        {down.map(({ name, empty, count, index }) => (
          <li key={index} className={empty ? 'ladder-empty' : ''}>
            <span className="visually-hidden">{name}: </span>
            {count}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StairProps {
  readonly dots: readonly LadderDot[];
  readonly x: (index: number) => number;
  readonly y: (rung: number) => number;
  /** Pixels across. */
  readonly wide?: number;
}

/** The worst so far, as steps behind the dots. */
export function Stair({ dots, x, y, wide = 11 }: StairProps) {
  const pale = { stroke: 'var(--late-tint)', strokeWidth: wide, strokeLinecap: 'round' } as const;
  const at = (index: number) => `${x(index)}%`;
  const treads: { from: number; to: number; rung: number }[] = [];
  dots.forEach((dot, index) => {
    const last = treads[treads.length - 1];
    if (last && last.rung === dot.worst) last.to = index;
    else {
      if (last) last.to = index;
      treads.push({ from: index, to: index, rung: dot.worst });
    }
  });
  return treads.map((tread, index) => {
    const before = treads[index - 1];
    return (
      <g key={tread.from}>
        {before && (
          <line x1={at(tread.from)} x2={at(tread.from)} y1={y(before.rung)} y2={y(tread.rung)} {...pale} />
        )}
        {/* On time is where one belongs: no stair there. */}
        {tread.rung > 0 && (
          <line x1={at(tread.from)} x2={at(tread.to)} y1={y(tread.rung)} y2={y(tread.rung)} {...pale} />
        )}
      </g>
    );
  });
}

function Dot({ dot }: { readonly dot: LadderDot }) {
  const key = `invoice-${dot.id}`;
  const link = useLinkProps([key]);
  const linked = useLinked();
  const colour = rungColour(dot.rung);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's short cut; the list below has the same rows
    <g className="axis-mark" {...link} onClick={() => linked.jump(key)}>
      <circle className="axis-hit" r="8" />
      {dot.state === 'settled' && !dot.excused ? (
        <circle r="4.5" fill={colour} />
      ) : (
        <>
          <circle r="4" fill="var(--paper)" stroke={colour} strokeWidth={dot.state === 'settled' ? 1 : 1.5} />
          {dot.excused && <circle r="4" fill={`url(#hatch-${dot.rung})`} />}
          {dot.state === 'writtenOff' && (
            <path d="M-2.8-2.8 2.8 2.8M2.8-2.8-2.8 2.8" stroke={colour} strokeWidth="1.5" />
          )}
        </>
      )}
    </g>
  );
}
