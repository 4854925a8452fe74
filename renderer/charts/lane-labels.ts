import type { AxisDecision } from '../../shared/views/axis-rows.ts';
import { type Box, type Space, shorten, textWidth } from './label-space.ts';
import type { ComplaintMark, LaneLabel } from './lane-marks.ts';

/** A complaint's mark before it has its label. */
export type Bare = Omit<ComplaintMark, 'label'> & { readonly title: string | null };

/** Labels of complaints, the open ones first, then by severity: whoever finds no room stays without. */
export function labelled(marks: readonly Bare[], width: number, space: Space): readonly ComplaintMark[] {
  const order = [...marks].sort(
    (a, b) => Number(b.open) - Number(a.open) || (b.severity ?? 0) - (a.severity ?? 0) || b.x - a.x,
  );
  const labels = new Map<Bare, LaneLabel>();
  for (const mark of order) {
    const label = mark.title === null ? null : complaintLabel(mark, mark.title, width, space);
    if (label) labels.set(mark, label);
  }
  return marks.map((mark) => {
    const { title: _, ...rest } = mark;
    return { ...rest, label: labels.get(mark) ?? null };
  });
}

function complaintLabel(mark: Bare, title: string, width: number, space: Space): LaneLabel | null {
  const at = mark.x * 0.01 * width;
  for (const length of [30, 18]) {
    const text = shorten(title, length);
    const wide = textWidth(text, 11) * (mark.open ? 1.06 : 1) + 4;
    const places: readonly LaneLabel[] = [
      { text, anchor: 'start', dx: 11, dy: -5 },
      { text, anchor: 'end', dx: -11, dy: -5 },
      { text, anchor: 'start', dx: 12, dy: 4 },
      { text, anchor: 'end', dx: -12, dy: 4 },
    ];
    for (const place of places) {
      const left = place.anchor === 'start' ? at + place.dx : at + place.dx - wide;
      const box: Box = {
        left,
        right: left + wide,
        top: mark.y + place.dy - 10,
        bottom: mark.y + place.dy + 2,
      };
      if (box.left < 0 || box.right > width + 8 || !space.free(box)) continue;
      space.take(box);
      return place;
    }
  }
  return null;
}

/** A decision's kind and amount, or the amount alone, or nothing. */
export function decisionLabel(
  one: AxisDecision,
  x: number,
  y: number,
  width: number,
  space: Space,
  amountOnly = false,
): LaneLabel | null {
  if (amountOnly && one.amount === '') return null;
  const full = one.amount === '' ? one.kind : `${one.kind} ${one.amount}`;
  const at = x * 0.01 * width;
  for (const text of one.amount === '' ? [full] : amountOnly ? [one.amount] : [full, one.amount]) {
    const wide = textWidth(text, 11) + 4;
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? at + 12 : at - 12 - wide;
      const box: Box = { left, right: left + wide, top: y - 6, bottom: y + 6 };
      if (box.left < 0 || box.right > width + 12 || !space.free(box)) continue;
      space.take(box);
      return { text, anchor, dx: anchor === 'start' ? 12 : -12, dy: 4 };
    }
  }
  return null;
}
