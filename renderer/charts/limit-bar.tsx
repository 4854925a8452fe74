import { At } from './at.tsx';
import './limit-bar.css';

export interface LimitBarProps {
  /** Both in the same unit, 0 or more. */
  readonly value: number;
  readonly limit: number;
  readonly label: string;
  readonly limitLabel: string;
}

/** A bar with an ink tick across it at the limit; the scale ends a third past the limit, and the bar breaks there. */
export function LimitBar({ value, limit, label, limitLabel }: LimitBarProps) {
  const end = limit > 0 ? (limit * 4) / 3 : Math.max(value, 1);
  const filled = Math.min(100, (value / end) * 100);
  const tick = (limit / end) * 100;
  const broken = value > end;
  return (
    <div className="limit">
      <svg width="100%" height="18" role="img" aria-label={label}>
        <rect x="0" y="4" width="100%" height="10" fill="none" stroke="var(--line2)" />
        <rect x="0" y="4" width={`${filled}%`} height="10" fill="var(--dec)" />
        {broken && (
          <At x={97} y={9}>
            <path d="M-5 7l4-14M0 7l4-14" stroke="var(--paper)" strokeWidth="2" />
          </At>
        )}
        {limit > 0 && (
          <line x1={`${tick}%`} x2={`${tick}%`} y1="0" y2="18" stroke="var(--ink)" strokeWidth="2" />
        )}
      </svg>
      {limit > 0 && (
        <p className="limit-label" style={{ width: `${tick}%` }}>
          {limitLabel}
        </p>
      )}
    </div>
  );
}
