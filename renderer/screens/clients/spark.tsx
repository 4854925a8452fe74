import { memo } from 'react';
import type { SparkMark } from '../../../shared/views/client-list.ts';

const SLOT = 8;
const MARKS = 12;
const ZERO = 19;
/** Pixels a day; 86 days reach the top. */
const SCALE = 0.22;
const TOP = 0.4;

/** The hatch of excused lateness, once a page; a pattern's colour can't follow the shape it fills. */
export function SparkHatches() {
  return (
    <svg width="0" height="0" className="clients-hatches" aria-hidden="true">
      <defs>
        {[1, 2, 3, 4, 5].map((rung) => (
          <pattern
            key={rung}
            id={`spark-hatch-${rung}`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.5" height="4" fill={`var(--l${rung})`} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** Days → the rung whose colour the mark wears. */
export function sparkRung(mark: SparkMark): number {
  if (mark.days <= 0) return 0;
  if (mark.unpaid && mark.days >= 90) return 5;
  if (mark.days <= 7) return 1;
  if (mark.days <= 14) return 2;
  return mark.days <= 31 ? 3 : 4;
}

/** The last 12 due, oldest left, the newest always at the right edge. */
export const Spark = memo(function Spark({ marks }: { readonly marks: readonly SparkMark[] }) {
  const shown = marks.slice(-MARKS);
  const start = MARKS - shown.length;
  return (
    <svg className="spark" viewBox="0 0 96 24" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="96" y1={ZERO} y2={ZERO} stroke="var(--line2)" />
      {shown.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks are a row of places, they have no ids
        <Bar key={index} mark={mark} x={(start + index) * SLOT} />
      ))}
    </svg>
  );
});

function Bar({ mark, x }: { readonly mark: SparkMark; readonly x: number }) {
  const rung = sparkRung(mark);
  const colour = `var(--l${rung})`;
  if (mark.days <= 0) {
    const height = mark.days === 0 ? 2 : Math.min(4.6, Math.max(1.5, -mark.days * SCALE));
    return <rect x={x + 1.5} y={mark.days === 0 ? ZERO - 1 : ZERO} width="5" height={height} fill={colour} />;
  }
  const top = Math.max(TOP, ZERO - Math.max(1.5, mark.days * SCALE));
  if (mark.unpaid) {
    return (
      <>
        {mark.excused && (
          <rect x={x + 2.1} y={top} width="3.8" height={ZERO - top} fill={`url(#spark-hatch-${rung})`} />
        )}
        <path d={`M${x + 2.1} ${ZERO}V${top}M${x + 5.9} ${ZERO}V${top}`} stroke={colour} strokeWidth="1.2" />
      </>
    );
  }
  if (mark.excused) {
    return (
      <rect
        x={x + 2}
        y={top + 0.5}
        width="4"
        height={ZERO - top - 0.5}
        fill={`url(#spark-hatch-${rung})`}
        stroke={colour}
        strokeWidth="1"
      />
    );
  }
  return <rect x={x + 1.5} y={top} width="5" height={ZERO - top} fill={colour} />;
}

/** The same in words, for those who don't see it. */
export function sparkInWords(marks: readonly SparkMark[]): string {
  if (marks.length === 0) return 'nothing due yet';
  const said = marks.slice(-MARKS).map((mark) => {
    const days = mark.days < 0 ? `${-mark.days} early` : mark.days === 0 ? 'on time' : String(mark.days);
    return `${days}${mark.unpaid ? ' so far' : ''}${mark.excused ? ' excused' : ''}`;
  });
  return `days late of the last ${said.length} due: ${said.join(', ')}`;
}
