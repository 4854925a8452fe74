import { textWidth } from './label-space.ts';

/** Room for the names of the rungs, left of the bars. */
export const NAMES = 60;

export interface TypicalPlace {
  /** Pixels from the chart's left edge. */
  readonly x: number;
  /** Days the label has to rise above its line to clear the bars under it. */
  readonly rise: number;
}

/** Over the line's beginning or just before it, wherever the bars are lower. */
export function typicalPlace(
  shownDays: readonly number[],
  first: number,
  level: number,
  text: string,
  pitch: number,
): TypicalPlace {
  const wide = textWidth(text, 11) + 8;
  const start = NAMES + first * pitch;
  const end = NAMES + shownDays.length * pitch;
  const places = [start, start - wide, end - wide].map((left) => {
    const x = Math.max(NAMES, Math.min(left, end - wide));
    const from = Math.floor((x - NAMES) / pitch);
    const under = shownDays.slice(from, Math.ceil((x + wide - NAMES) / pitch));
    return { x, rise: level < 0 ? 0 : Math.max(0, Math.max(...under) - level) };
  });
  return places.reduce((best, place) => (place.rise < best.rise ? place : best));
}

interface TypicalNameProps {
  readonly text: string;
  /** Not `x`: the chart would put its own in place. */
  readonly left: number;
  readonly up: number;
  readonly below: boolean;
  readonly viewBox?: { readonly y?: number };
}

export function TypicalName({ text, left, up, below, viewBox }: TypicalNameProps) {
  return (
    <text className="axis-typical" x={left + 2} y={(viewBox?.y ?? 0) + (below ? 12 : -5) - up}>
      {text}
    </text>
  );
}
