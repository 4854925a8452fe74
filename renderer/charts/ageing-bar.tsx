import type { ReactNode } from 'react';
import './ageing-bar.css';

export interface AgeingPart {
  readonly name: string;
  readonly amount: number;
  readonly shown: ReactNode;
}

/** Colour and, for black and white and colour blindness, a pattern: plain, dots, diagonal, grid, solid. */
const FILLS = ['var(--line2)', 'url(#age-1)', 'url(#age-2)', 'url(#age-3)', 'var(--l5)'] as const;

/** What is owed, by days past due, youngest first: a bar to scale and the five amounts under it. */
export function AgeingBar({
  parts,
  label,
}: {
  readonly parts: readonly AgeingPart[];
  readonly label: string;
}) {
  const total = parts.reduce((sum, part) => sum + part.amount, 0);
  let before = 0;
  const bars = parts.map((part, index) => {
    const x = total > 0 ? (before / total) * 100 : 0;
    const width = total > 0 ? (part.amount / total) * 100 : 0;
    before += part.amount;
    return { name: part.name, x, width, fill: FILLS[index] ?? 'var(--l5)' };
  });
  return (
    <div className="ageing">
      <svg width="100%" height="12" role="img" aria-label={label}>
        {total === 0 && <rect width="100%" height="12" fill="none" stroke="var(--line)" />}
        {bars
          .filter((bar) => bar.width > 0)
          .map((bar) => (
            <rect
              key={bar.name}
              x={`${bar.x}%`}
              width={bar.x + bar.width > 99.9 ? `${bar.width}%` : `max(2px, calc(${bar.width}% - 1px))`}
              height="12"
              fill={bar.fill}
            />
          ))}
      </svg>
      <dl className="ageing-parts">
        {parts.map((part, index) => (
          <div key={part.name}>
            <dt>
              <svg width="9" height="9" aria-hidden="true" focusable="false">
                <rect width="9" height="9" fill={FILLS[index] ?? 'var(--l5)'} />
              </svg>
              {part.name}
            </dt>
            <dd>{part.shown}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
