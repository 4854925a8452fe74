import type { ReactNode } from 'react';
import './icon.css';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const stroke = (d: string): ReactNode => <path d={d} {...line} />;

/** Drawn on a grid of 16 px; the strokes are those of the drawn look. */
const drawings = {
  scales: (
    <>
      {stroke('M2 5.25h12M8 2.75v9.5M5 13.25h6')}
      <circle cx="3.4" cy="8.4" r="2.15" fill="currentColor" />
      <circle cx="12.6" cy="8.4" r="2.15" fill="currentColor" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" {...line} />
      {stroke('m10.3 10.3 3.2 3.2')}
    </>
  ),
  theme: (
    <>
      <circle cx="8" cy="8" r="5.25" {...line} />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />
    </>
  ),
  import: stroke('M8 2.5v7.25M4.75 6.75 8 10l3.25-3.25M2.75 13.25h10.5'),
  print: stroke('M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7v4h-7z'),
  plus: stroke('M8 3.25v9.5M3.25 8h9.5'),
  minus: stroke('M3.25 8h9.5'),
  up: stroke('M3.5 12 12 4M6.5 4H12v5.5'),
  flat: stroke('M2.75 8h10.5M9.75 4.5 13.25 8l-3.5 3.5'),
  down: stroke('M3.5 4 12 12M6.5 12H12V6.5'),
  dots: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" {...line} strokeWidth={2.25} />,
  arrowDown: stroke('M8 3.5v9M4.75 9.25 8 12.5l3.25-3.25'),
  arrowUp: stroke('M8 12.5v-9M4.75 6.75 8 3.5l3.25 3.25'),
  flag: (
    <>
      {stroke('M3.75 14V2.5')}
      <path
        d="M3.75 3h8.5l-2 2.75 2 2.75h-8.5z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1"
        strokeLinejoin="round"
      />
    </>
  ),
  payments: (
    <>
      {stroke('M1.75 11.5h12.5')}
      <path d="M3 11.5V9h2v2.5zM7 11.5v-5h2v5zM11 11.5V2.5h2v9z" fill="currentColor" />
    </>
  ),
  complaints: stroke('M2.5 3.25h11v7.5H7l-3 2.75v-2.75H2.5z'),
  decisions: (
    <>
      {stroke('M2.5 3.5h11v9h-11z')}
      {stroke('m5.25 8 2 2.1 3.6-4.2')}
    </>
  ),
  cross: stroke('m4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5'),
  close: stroke('m4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5'),
  check: stroke('m3.25 8.5 3.1 3.2 6.4-7.4'),
  next: stroke('m6 3.5 4.5 4.5L6 12.5'),
  back: stroke('m10 3.5-4.5 4.5 4.5 4.5'),
  open: stroke('m3.5 6 4.5 4.5L12.5 6'),
  book: stroke(
    'M8 3.75C6.5 2.9 4.5 2.6 2.25 2.75v9.5c2.25-.15 4.25.15 5.75 1 1.5-.85 3.5-1.15 5.75-1v-9.5C11.5 2.6 9.5 2.9 8 3.75zm0 0v9.5',
  ),
  ledger: stroke(
    'M2.75 4.25c0-.85 2.35-1.5 5.25-1.5s5.25.65 5.25 1.5-2.35 1.5-5.25 1.5-5.25-.65-5.25-1.5zM2.75 4.25v7.5c0 .85 2.35 1.5 5.25 1.5s5.25-.65 5.25-1.5v-7.5',
  ),
  edit: stroke('m3 13 .6-2.7 7.2-7.2 2.1 2.1-7.2 7.2zM9.3 4.6l2.1 2.1'),
  undo: stroke('M5.5 3 2.75 5.75 5.5 8.5M2.75 5.75h6.5a4 4 0 0 1 0 8H6'),
  file: stroke('M4 2.5h5.25L12.5 5.75v7.75H4zM9 2.75V6h3.25'),
  client: (
    <>
      <circle cx="8" cy="5.25" r="2.5" {...line} />
      {stroke('M3 13.5c.4-2.7 2.4-4 5-4s4.6 1.3 5 4')}
    </>
  ),
  settings: stroke(
    'M2.5 4.75h6M12 4.75h1.5M2.5 11.25H4M7.5 11.25h6M8.5 4.75a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0zM4 11.25a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0z',
  ),
  clock: (
    <>
      <circle cx="8" cy="9" r="4.75" {...line} />
      {stroke('M8 6.5V9l1.75 1.25M6.25 1.75h3.5M8 1.75v2.5')}
    </>
  ),
  fork: stroke('M8 13.75V9.5L3 4.25M8 9.5l5-5.25M2.75 7.5V4h3.5M13.25 7.5V4h-3.5'),
  inside: (
    <>
      <circle cx="8" cy="8" r="1.75" {...line} />
      {stroke(
        'M1.75 8C3.25 5.25 5.4 3.75 8 3.75S12.75 5.25 14.25 8c-1.5 2.75-3.65 4.25-6.25 4.25S3.25 10.75 1.75 8z',
      )}
    </>
  ),
  warning: (
    <>
      {stroke('M8 2.75 14.25 13.25H1.75z')}
      {stroke('M8 6.75v3M8 11.5h.01')}
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** Always decoration: the word beside it, or the label of its button, says what it means. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
