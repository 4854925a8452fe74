import type { ReactNode } from 'react';

/** Puts a drawing's 0,0 at a percentage of the width and a pixel of the height: so charts stretch by themselves. */
export function At({
  x,
  y,
  children,
}: {
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: only a place; what is drawn there says what it is
    <svg x={`${x}%`} y={y} overflow="visible">
      {children}
    </svg>
  );
}
