import { rungColour } from './hatch.tsx';
import { hatchLines } from './hatch-lines.ts';

export interface LateBarProps {
  /** Pixels; up from the zero line is positive. */
  readonly height: number;
  readonly width: number;
  readonly rung: number;
  readonly state: 'settled' | 'open' | 'writtenOff';
  readonly excused: boolean;
  /** It goes on beyond the scale. */
  readonly broken: boolean;
  /** Hatched by lines of its own: a printer would get a pattern as a picture of dots. */
  readonly lines?: boolean;
}

/**
 * One invoice's lateness around 0,0 on the zero line. Paid: filled. Unpaid: two sides and no top, for it still
 * grows. Written off: two sides under a cross. Excused: hatched. On the day: a short stroke across the line.
 */
export function LateBar({ height, width, rung, state, excused, broken, lines = false }: LateBarProps) {
  const colour = rungColour(rung);
  const tall = Math.abs(height);
  const half = width / 2;
  if (tall < 1.5 && state === 'settled') {
    return <rect x={-half} y={-1.5} width={width} height={3} fill={colour} />;
  }
  if (height < 0) {
    return (
      <>
        <rect
          x={-half}
          y={0}
          width={width}
          height={tall}
          fill={excused ? (lines ? 'var(--paper)' : `url(#hatch-${rung})`) : colour}
          stroke={excused ? colour : 'none'}
        />
        {excused && lines && <Hatch x={-half} y={0} width={width} height={tall} colour={colour} />}
        {broken && <Slashes y={tall * 0.7} half={half} colour={colour} />}
      </>
    );
  }
  const thin = width < 5;
  const line = thin ? 1 : 1.5;
  return (
    <>
      {state === 'settled' && !excused ? (
        <rect x={-half} y={-tall} width={width} height={tall} fill={colour} />
      ) : (
        <>
          <rect x={-half} y={-tall} width={width} height={tall} fill="var(--paper)" />
          {excused && !lines && (
            <rect x={-half} y={-tall} width={width} height={tall} fill={`url(#hatch-${rung})`} />
          )}
          {excused && lines && <Hatch x={-half} y={-tall} width={width} height={tall} colour={colour} />}
          <path
            d={
              state === 'settled'
                ? `M${-half + line / 2} 0V${-tall + 0.5}H${half - line / 2}V0`
                : `M${-half + line / 2} 0V${-tall}M${half - line / 2} 0V${-tall}`
            }
            fill="none"
            stroke={colour}
            strokeWidth={state === 'settled' ? 1 : line}
          />
        </>
      )}
      {state === 'writtenOff' && (
        <path
          d={`M${-half} ${-tall - 4}l${width} 6M${half} ${-tall - 4}l${-width} 6`}
          stroke={colour}
          strokeWidth={line}
          fill="none"
        />
      )}
      {broken && <Slashes y={-tall * 0.78} half={half} colour={colour} />}
    </>
  );
}

function Hatch(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}) {
  const { x, y, width, height, colour } = props;
  return <path d={hatchLines(x, y, width, height, 4.5)} stroke={colour} strokeWidth="1.3" fill="none" />;
}

function Slashes({
  y,
  half,
  colour,
}: {
  readonly y: number;
  readonly half: number;
  readonly colour: string;
}) {
  const reach = half + 3;
  const wide = reach * 2;
  return (
    <>
      <path d={`M${-reach} ${y + 2.5}l${wide}-5`} stroke="var(--paper)" strokeWidth="4" fill="none" />
      <path
        d={`M${-reach} ${y + 4.9}l${wide}-5M${-reach} ${y + 0.1}l${wide}-5`}
        stroke={colour}
        fill="none"
      />
    </>
  );
}
