import type { AxisTypical } from '../../shared/views/axis-rows.ts';
import { DEEPEST, type LateScale, TALLEST } from './axis-bars.ts';
import type { TimeScale } from './axis-time.ts';
import { type Box, type Space, textWidth } from './label-space.ts';

export interface TypicalLine {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly text: string;
  /** Where the label begins: percent and pixels. */
  readonly label: { readonly x: number; readonly y: number };
}

/**
 * The dashed typical lines with their labels, the latest first: it is always drawn, an older one only where its label
 * has room. A label stands over its line (under it, for early payers), at the first place where it covers no bar; where
 * bars are everywhere it moves up over them.
 */
export function layTypicals(
  typicals: readonly AxisTypical[],
  scale: TimeScale,
  late: LateScale,
  width: number,
  space: Space,
): readonly TypicalLine[] {
  return typicals
    .filter((one) => one.to >= scale.from)
    .toReversed()
    .flatMap((one, index): TypicalLine[] => {
      const days = Math.max(-DEEPEST, Math.min(one.days, TALLEST + 4));
      const y = late.zero - days * late.perDay;
      const x1 = Math.max(0, scale.percent(one.from));
      const x2 = Math.max(x1 + 1, scale.percent(one.to));
      const place = typicalPlace(one, y, x1 * 0.01 * width, x2 * 0.01 * width, late, width, space);
      const label =
        place ??
        (index === 0
          ? { left: Math.max(0, Math.min(x1 * 0.01 * width, width - textWidth(one.text, 11) - 6)), up: 0 }
          : null);
      // A dashed line without its name would only puzzle.
      if (!label) return [];
      const below = one.days < 0;
      space.take(typicalBox(one, y, label, below));
      const text = { x: (label.left / width) * 100, y: y + (below ? 12 : -5) - label.up };
      return [{ x1, x2, y, text: one.text, label: text }];
    });
}

interface TypicalPlace {
  readonly left: number;
  /** Pixels above its usual place. */
  readonly up: number;
}

function typicalBox(one: AxisTypical, y: number, { left, up }: TypicalPlace, below: boolean): Box {
  const base = below ? y + 15 : y - 2;
  return { left, right: left + textWidth(one.text, 11) + 6, top: base - 14 - up, bottom: base - up };
}

function typicalPlace(
  one: AxisTypical,
  y: number,
  start: number,
  end: number,
  late: LateScale,
  width: number,
  space: Space,
): TypicalPlace | null {
  const wide = textWidth(one.text, 11) + 6;
  const below = one.days < 0;
  // Clear of the number over the first bar, which is wider than the bar.
  const before = start - wide - 14;
  const along = [...steps(start, Math.max(start, Math.min(end, width) - wide), 6)];
  // A value beyond the scale runs along the tops of the broken bars, where their numbers belong.
  const lefts = one.days > TALLEST ? [before, ...along] : [...along, before];
  const ups = below ? [0] : [...steps(0, Math.max(0, y - late.top), 6)];
  for (const up of ups) {
    for (const left of lefts) {
      const place = { left, up };
      if (left >= 0 && left + wide <= width && space.free(typicalBox(one, y, place, below))) return place;
    }
  }
  return null;
}

function* steps(from: number, to: number, by: number): Generator<number> {
  for (let at = from; at <= to; at += by) yield at;
}
