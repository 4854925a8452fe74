import type { AxisComplaint, AxisDecision, AxisRows } from '../../shared/views/axis-rows.ts';
import type { TimeScale } from './axis-time.ts';
import { createSpace, type Space, textWidth } from './label-space.ts';
import { type Bare, decisionLabel, labelled } from './lane-labels.ts';
import type { Band, CouponLife, DecisionGlyphMark, Lanes, Tie } from './lane-marks.ts';

/** Marks stack this deep; what does not fit any more is counted in one mark. */
const DEEP = 3;
const PITCH = 18;
const REACH = 17;

interface Placed<Row> {
  readonly rows: readonly Row[];
  readonly x: number;
  readonly row: number;
}

/** Puts marks on the first row where they have room; a fourth one in the same place joins the third. */
function stack<Row>(
  rows: readonly Row[],
  percent: (row: Row) => number,
  width: number,
): readonly Placed<Row>[] {
  const ends = Array.from({ length: DEEP }, () => Number.NEGATIVE_INFINITY);
  const placed: { rows: Row[]; x: number; row: number }[] = [];
  const deepest: { last: (typeof placed)[number] | null } = { last: null };
  for (const row of rows) {
    const x = percent(row);
    const at = x * 0.01 * width;
    const free = ends.findIndex((end) => at >= end);
    if (free === -1 && deepest.last) {
      deepest.last.rows.push(row);
      continue;
    }
    const mark = { rows: [row], x, row: Math.max(free, 0) };
    ends[mark.row] = at + REACH;
    if (mark.row === DEEP - 1) deepest.last = mark;
    placed.push(mark);
  }
  return placed;
}

const byDay =
  <Row extends { readonly id: number }>(day: (row: Row) => string) =>
  (a: Row, b: Row) =>
    day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id - b.id;

/** Everything below the bars: complaints, decisions, what ties them, and the life of each coupon. */
export function layLanes(rows: AxisRows, scale: TimeScale, top: number, width: number, paper = false): Lanes {
  const seen = (until: string | null) => (until ?? rows.asOf) >= scale.from;
  const complaintRows = rows.complaints
    .filter((one) => seen(one.settledOn))
    .sort(byDay<AxisComplaint>((one) => one.receivedOn));
  const decisionRows = rows.decisions
    .filter((one) => one.decidedOn >= scale.from)
    .sort(byDay<AxisDecision>((one) => one.decidedOn));
  const today = scale.percent(rows.asOf);
  const clamp = (x: number) => Math.min(Math.max(x, 0), 100);

  const stackedC = stack(complaintRows, (one) => clamp(scale.percent(one.receivedOn)), width);
  const stackedD = stack(decisionRows, (one) => clamp(scale.percent(one.decidedOn)), width);
  // On paper nothing is written over the complaints.
  const complaintY = top + (paper ? 18 : 28);
  const decisionY = complaintY + depth(stackedC) * PITCH + 29;
  const space = createSpace();

  const bare = stackedC.map(({ rows: ones, x, row }) => {
    const one = ones[ones.length - 1];
    const y = complaintY + row * PITCH;
    const open = ones.some((each) => each.settledOn === null);
    const settled = one?.settledOn ?? null;
    const until = ones.length > 1 ? x : clamp(settled === null ? today : scale.percent(settled));
    takeMark(space, x, y, width);
    space.take({ left: x * 0.01 * width, right: until * 0.01 * width, top: y - 2, bottom: y + 2 });
    const severity = ones.length > 1 ? null : (one?.severity ?? null);
    const before = (one?.receivedOn ?? rows.asOf) < scale.from;
    return {
      ids: ones.map((each) => each.id),
      x,
      y,
      severity,
      open,
      until,
      before,
      title: paper || ones.length > 1 ? null : (one?.title ?? null),
    };
  });
  for (const { x, row } of stackedD) takeMark(space, x, decisionY + row * PITCH, width);

  const complaints = labelled(bare, width, space);
  const glyphs = stackedD.map(({ rows: ones, x, row }) => ({ ones, x, y: decisionY + row * PITCH }));
  const ties = layTies(decisionRows, bare, glyphs, scale);
  for (const tie of ties) {
    const at = tie.x * 0.01 * width;
    space.take({ left: at - 1, right: at + 1, top: tie.y1 + 8, bottom: tie.y2 });
  }
  const decisions = glyphs.map(({ ones, x, y }): DecisionGlyphMark => {
    const one = ones[ones.length - 1];
    const kind = one?.kind ?? 'apologise';
    const label = ones.length > 1 || !one ? null : decisionLabel(one, x, y, width, space, paper);
    return { ids: ones.map((each) => each.id), x, y, kind, used: one?.coupon?.used ?? false, label };
  });
  const livesTop = decisionY + depth(stackedD) * PITCH + 13;
  const lives = layLives(decisionRows, rows.asOf, glyphs, scale, livesTop, width);
  const bottom = lives.reduce((low, life) => Math.max(low, life.y), livesTop) + 12;
  return {
    complaintY,
    decisionY,
    bottom,
    bands: layBands(complaintRows, rows.asOf, scale),
    complaints,
    decisions,
    ties,
    lives,
  };
}

const depth = (placed: readonly { readonly row: number }[]): number =>
  placed.reduce((deep, one) => Math.max(deep, one.row), 0);

function takeMark(space: Space, x: number, y: number, width: number): void {
  const at = x * 0.01 * width;
  space.take({ left: at - 8, right: at + 9, top: y - 8, bottom: y + 9 });
}

interface GlyphPlace {
  readonly ones: readonly AxisDecision[];
  readonly x: number;
  readonly y: number;
}

function layTies(
  decisions: readonly AxisDecision[],
  complaints: readonly Bare[],
  glyphs: readonly GlyphPlace[],
  scale: TimeScale,
): readonly Tie[] {
  const complaintAt = new Map(complaints.flatMap((mark) => mark.ids.map((id) => [id, mark] as const)));
  const glyphAt = new Map(glyphs.flatMap((glyph) => glyph.ones.map((one) => [one.id, glyph] as const)));
  return decisions.flatMap((one): Tie[] => {
    const from = one.complaintId === null ? undefined : complaintAt.get(one.complaintId);
    const to = glyphAt.get(one.id);
    if (!from || !to || one.complaintId === null) return [];
    const x = to.ones.length > 1 ? to.x : Math.min(scale.percent(one.decidedOn), 100);
    return [{ complaintId: one.complaintId, decisionId: one.id, x, y1: from.y, y2: to.y - 7 }];
  });
}

/** A coupon's dotted life on the first line below the decisions that is free for it. */
function layLives(
  decisions: readonly AxisDecision[],
  asOf: string,
  glyphs: readonly GlyphPlace[],
  scale: TimeScale,
  top: number,
  width: number,
): readonly CouponLife[] {
  const glyphAt = new Map(glyphs.flatMap((glyph) => glyph.ones.map((one) => [one.id, glyph] as const)));
  const ends: number[] = [];
  return decisions.flatMap((one): CouponLife[] => {
    const glyph = glyphAt.get(one.id);
    if (!one.coupon || !glyph) return [];
    const { used, until } = one.coupon;
    const end = used ? 'used' : until !== null && until < asOf ? 'unused' : 'still good';
    const x2 = Math.min(100, Math.max(scale.percent(until ?? asOf), glyph.x + 0.6));
    const word = end === 'unused' ? 'not used' : end;
    const start = glyph.x * 0.01 * width - 4;
    const stop = x2 * 0.01 * width;
    const wide = textWidth(word, 11) + 14;
    const fits = stop + wide <= width + 20;
    const right = fits ? stop + wide : stop + 6;
    let row = ends.findIndex((taken) => start >= taken);
    if (row === -1) row = Math.min(ends.length, DEEP - 1);
    ends[row] = Math.max(ends[row] ?? 0, right);
    return [
      {
        decisionId: one.id,
        x1: glyph.x,
        x2,
        y1: glyph.y + 7,
        y: top + row * 13,
        end,
        label: fits ? word : null,
      },
    ];
  });
}

function layBands(complaints: readonly AxisComplaint[], asOf: string, scale: TimeScale): readonly Band[] {
  return complaints
    .filter((one) => one.inside)
    .map((one) => {
      const x = Math.max(0, scale.percent(one.receivedOn));
      return { complaintId: one.id, x, width: Math.max(0.15, scale.percent(one.settledOn ?? asOf) - x) };
    });
}
