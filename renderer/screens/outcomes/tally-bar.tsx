import type { Tally } from '../../../shared/decisions/outcome.ts';

/** The most dots that are counted at a glance; from there on a bar says it. */
const MOST_DOTS = 8;
const STEP = 8;
const WIDTH = MOST_DOTS * STEP;

/** Filled: came true. Hollow: did not. Dotted: still open. Where there are too many to count, the share as a bar. */
export function TallyBar({ tally, colour }: { readonly tally: Tally; readonly colour: string }) {
  const { yes, of, open } = tally;
  if (of + open <= MOST_DOTS) {
    return (
      // The numbers stand under each other; only “3 still open”, longer than a number, moves up to its dots.
      <svg
        className="outcomes-bar"
        width={of === 0 ? (of + open) * STEP : WIDTH}
        height="10"
        aria-hidden="true"
      >
        {Array.from({ length: of + open }, (_, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: dots in a row have no other name
            key={index}
            cx={STEP / 2 + index * STEP}
            cy="5"
            r="3"
            fill={index < yes ? colour : 'none'}
            stroke={index < of ? colour : 'var(--edge)'}
            strokeWidth="1.25"
            strokeDasharray={index < of ? undefined : '1.5 1.6'}
          />
        ))}
      </svg>
    );
  }
  const share = of === 0 ? 0 : (yes / of) * (WIDTH - 2);
  return (
    <svg className="outcomes-bar" width={WIDTH} height="10" aria-hidden="true">
      <rect
        x="0.5"
        y="1.5"
        width={WIDTH - 1}
        height="7"
        fill="none"
        stroke={of === 0 ? 'var(--edge)' : colour}
        strokeDasharray={of === 0 ? '1.5 1.6' : undefined}
      />
      {share > 0 && <rect x="1" y="2" width={share} height="6" fill={colour} />}
    </svg>
  );
}
