/**
 * Lays measured pieces on sheets: which piece comes where, and nothing about how it looks. Pure, so that the promise of
 * every printed page can be tested: each piece once, in order, none cut. All lengths are in one unit, CSS pixels.
 */

/** What is known of a piece before it is laid. */
export interface Piece {
  readonly height: number;
  /** Of what is said again before it where it begins a sheet; 0: nothing is. */
  readonly again: number;
  /** Stays on the sheet of the piece after it. */
  readonly withNext: boolean;
  /** May be left out where the sheets are counted. */
  readonly mayGo: boolean;
}

export interface Column {
  readonly pieces: readonly Piece[];
  /** Height of the line that stands for the pieces from `from` on; null: what is left out goes without a word. */
  readonly rest: ((from: number) => number) | null;
  /** A filler is drawn where at least this much room is left; null: there is none. */
  readonly filler: number | null;
}

export interface LaidPiece {
  readonly index: number;
  /** What it says again at the head of a sheet stands before it. */
  readonly again: boolean;
  /** 1; less where the piece alone is higher than a sheet and is drawn smaller rather than cut. */
  readonly scale: number;
}

export interface LaidColumn {
  readonly pieces: readonly LaidPiece[];
  /** The pieces from here on were left out, which is said after the last piece; null: not here. */
  readonly rest: number | null;
  /** Room for the filler; null: no filler here. */
  readonly filler: number | null;
}

export interface LaidSheet {
  readonly top: LaidColumn;
  readonly columns: readonly LaidColumn[];
}

export interface ToLay {
  /** Over the full width, before the columns. */
  readonly top: readonly Piece[];
  readonly columns: readonly Column[];
  /** Room between head and foot of the first sheet, and of each further one. */
  readonly first: number;
  readonly next: number;
  readonly mostSheets: number | null;
}

/** Heights come in 64ths of a pixel: their sum may miss a room that it fills by a hair. */
const HAIR = 0.25;
const EMPTY: LaidColumn = { pieces: [], rest: null, filler: null };

/**
 * Lays everything out. Pieces that may go are left out from the end of a column until it fits on `mostSheets`; pieces
 * that may not are never left out, though it take more sheets than that.
 */
export function layOut({ top, columns, first, next, mostSheets }: ToLay): LaidSheet[] {
  const room = (sheet: number) => (sheet === 0 ? first : next);
  const laidTop = flow(top, room);
  // The columns begin under the last of what goes over the full width.
  const start = Math.max(0, laidTop.length - 1);
  const under = (sheet: number) =>
    sheet === 0 ? room(start) - usedBy(top, laidTop[start] ?? []) : room(start + sheet);
  const most = mostSheets === null ? null : Math.max(1, mostSheets - start);
  const laidColumns = columns.map((column) => layColumn(column, under, most));
  const sheets = Math.max(1, laidTop.length, ...laidColumns.map((laid) => start + laid.length));
  return Array.from({ length: sheets }, (_, sheet) => ({
    top: { ...EMPTY, pieces: laidTop[sheet] ?? [] },
    columns: laidColumns.map((laid) => laid[sheet - start] ?? EMPTY),
  }));
}

type Room = (sheet: number) => number;

function layColumn(column: Column, room: Room, most: number | null): LaidColumn[] {
  const { pieces } = column;
  const withRest = (end: number) => flow([...pieces.slice(0, end), ...restPiece(column, end)], room);
  let laid = flow(pieces, room);
  let from: number | null = null;
  const least = pieces.findLastIndex((piece) => !piece.mayGo) + 1;
  if (most !== null && laid.length > most && least < pieces.length) {
    const fitting = laid.slice(0, most).reduce((sum, sheet) => sum + sheet.length, 0);
    from = Math.max(fitting, least);
    laid = withRest(from);
    while (laid.length > most && from > least) {
      from--;
      laid = withRest(from);
    }
  }
  const last = laid.length - 1;
  return laid.map((sheet, at): LaidColumn => {
    const own = from === null ? sheet : sheet.filter(({ index }) => index < from);
    const rest = from !== null && at === last ? from : null;
    if (at !== last || column.filler === null) return { pieces: own, rest, filler: null };
    const said = rest === null ? 0 : (column.rest?.(rest) ?? 0);
    const left = room(at) - usedBy(pieces, own) - said;
    return { pieces: own, rest, filler: left >= column.filler ? left : null };
  });
}

function restPiece(column: Column, from: number): Piece[] {
  if (column.rest === null) return [];
  return [{ height: column.rest(from), again: 0, withNext: false, mayGo: false }];
}

/** Pieces on as many sheets as they take; none where there are no pieces. */
function flow(pieces: readonly Piece[], room: Room): LaidPiece[][] {
  if (pieces.length === 0) return [];
  let sheet: LaidPiece[] = [];
  const sheets = [sheet];
  let used = 0;
  const here = () => room(sheets.length - 1);
  const turn = () => {
    sheet = [];
    sheets.push(sheet);
    used = 0;
  };
  /** What `index` costs on this sheet: its own height, and what is said again where it begins one. */
  const againAt = (index: number, empty: boolean) => (empty && index > 0 ? (pieces[index]?.again ?? 0) : 0);
  const put = (index: number, height: number) => {
    const again = againAt(index, sheet.length === 0);
    const left = Math.max(0, here() - used - again);
    const scale = height > left + HAIR ? left / height : 1;
    sheet.push({ index, again: again > 0, scale });
    used += again + height * scale;
  };
  for (let index = 0; index < pieces.length; ) {
    // Headings and what they stay with are laid as one, unless no sheet could hold them.
    let end = groupEnd(pieces, index);
    const fresh = room(sheets.length);
    if (againAt(index, true) + heightOf(pieces, index, end) > Math.max(here(), fresh) + HAIR) end = index + 1;
    const height = heightOf(pieces, index, end);
    const fits = used + againAt(index, sheet.length === 0) + height <= here() + HAIR;
    if (!fits && (sheet.length > 0 || fresh > here())) turn();
    for (; index < end; index++) put(index, pieces[index]?.height ?? 0);
  }
  return sheets;
}

/** The end of the run that stays together: headings, and the piece after them. */
function groupEnd(pieces: readonly Piece[], from: number): number {
  let end = from;
  while (end < pieces.length - 1 && pieces[end]?.withNext) end++;
  return end + 1;
}

const heightOf = (pieces: readonly Piece[], from: number, end: number): number =>
  pieces.slice(from, end).reduce((sum, piece) => sum + piece.height, 0);

function usedBy(pieces: readonly Piece[], laid: readonly LaidPiece[]): number {
  return laid.reduce((sum, { index, again, scale }) => {
    const piece = pieces[index];
    return piece === undefined ? sum : sum + piece.height * scale + (again ? piece.again : 0);
  }, 0);
}
