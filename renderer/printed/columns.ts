import type { CSSProperties } from 'react';
import type { Flow } from './flow.ts';

/** The grid that a flow's streams stand in: the same where they are measured and where they are drawn. */
export function columnsStyle({ streams }: Pick<Flow, 'streams'>): CSSProperties {
  // A share of the room is never widened by one long word.
  const tracks = streams.map(({ width }) => (width.endsWith('fr') ? `minmax(0, ${width})` : width));
  return { gridTemplateColumns: tracks.join(' ') };
}
