import type { ReactNode } from 'react';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import { assertNever } from '../../shared/result.ts';
import './icon.css';

const ground = 'var(--ground, var(--paper))';

/** A number of two or three figures has to fit as well. */
const sizeOf = (number: number | null): number =>
  number === null || number < 10 ? 10 : number < 100 ? 8.5 : 7;

/** A complaint's bubble around 0,0, 18 px across: filled when settled, hollow while open. On paper with its number. */
export function SeverityGlyph({
  severity,
  open,
}: {
  readonly severity: number | null;
  readonly open: boolean;
}) {
  return (
    <g>
      <path d="M-5.4 3.2 -7.6 8.6 -1 6.6z" fill="var(--comp)" />
      <circle r="7" fill={open ? ground : 'var(--comp)'} stroke="var(--comp)" strokeWidth="1.5" />
      <text
        y={sizeOf(severity) * 0.36}
        textAnchor="middle"
        fontSize={sizeOf(severity)}
        fontWeight="700"
        fill={open ? 'var(--comp)' : ground}
      >
        {severity ?? '?'}
      </text>
    </g>
  );
}

function drawDecision(kind: DecisionKind, used: boolean): ReactNode {
  switch (kind) {
    case 'put right':
      return (
        <>
          <rect x="-7" y="-7" width="14" height="14" rx="2" fill="var(--dec)" />
          <path
            d="m-3.4.2 2.4 2.5 4.4-5.2"
            fill="none"
            stroke={ground}
            strokeWidth="1.75"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case 'apologise':
      return (
        <path
          d="M-7.5-6h15v9.5H5.6L5.6 8 1 3.5h-8.5z"
          fill="var(--dec)"
          stroke="var(--dec)"
          strokeWidth="1"
          strokeLinejoin="round"
        />
      );
    case 'coupon':
      return (
        <>
          <path
            d="M-8-5.5H8v3.4a2.1 2.1 0 0 0 0 4.2V5.5H-8V2.1a2.1 2.1 0 0 0 0-4.2z"
            fill={used ? 'var(--dec)' : ground}
            stroke="var(--dec)"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <path
            d="M2.5-3.5v7"
            stroke={used ? ground : 'var(--dec)'}
            strokeWidth="1.25"
            strokeDasharray="1.5 1.5"
          />
        </>
      );
    case 'part refund':
      return (
        <>
          <circle r="6.75" fill={ground} stroke="var(--dec)" strokeWidth="1.5" />
          <path d="M0-6.75a6.75 6.75 0 0 0 0 13.5z" fill="var(--dec)" />
        </>
      );
    case 'full refund':
      return (
        <>
          <circle r="7.25" fill="var(--dec)" />
          <path
            d="M3.2 0H-3M-.4-2.6-3 0l2.6 2.6"
            fill="none"
            stroke={ground}
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case 'hold firm':
      return <path d="M0-8 6.75-5.4v5C6.75 3.6 3.9 6.3 0 8-3.9 6.3-6.75 3.6-6.75-.4v-5z" fill="var(--dec)" />;
    case 'part ways':
      return (
        <path
          d="M0 7.5V2.5L-5.5-4.5M0 2.5 5.5-4.5M-6-.9v-4.1h4.1M6-.9v-4.1H1.9"
          fill="none"
          stroke="var(--dec)"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
    default:
      return assertNever(kind);
  }
}

/** A decision's mark around 0,0, 18 px across. `used` fills a coupon's ticket. */
export function DecisionGlyph({
  kind,
  used = false,
}: {
  readonly kind: DecisionKind;
  readonly used?: boolean;
}) {
  return <g>{drawDecision(kind, used)}</g>;
}

function Mark({ size, children }: { readonly size: number; readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="-9 -9 18 18"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function SeverityMark(props: {
  readonly severity: number | null;
  readonly open: boolean;
  readonly size?: number;
}) {
  return (
    <Mark size={props.size ?? 18}>
      <SeverityGlyph severity={props.severity} open={props.open} />
    </Mark>
  );
}

export function DecisionMark(props: {
  readonly kind: DecisionKind;
  readonly used?: boolean;
  readonly size?: number;
}) {
  return (
    <Mark size={props.size ?? 18}>
      <DecisionGlyph kind={props.kind} used={props.used ?? false} />
    </Mark>
  );
}
