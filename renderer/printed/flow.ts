import type { ReactNode } from 'react';

/**
 * A printed document before it is cut into pages. What a kind of document is made of stands in one file of this folder,
 * which answers a Flow; `sheets.tsx` measures its blocks at the paper's width and lays them on sheets, in the window's
 * preview and in the hidden window that prints, by the same code: what is seen is what is printed.
 */
export interface Flow {
  /** Beside the business's name at the head of each sheet: “client summary”. */
  readonly name: string;
  /** For the sheets after the first: whose document it is. */
  readonly again: string;
  /** At the foot, left: “Private: for the owner, the accountant or a lawyer. Not for staff.” */
  readonly foot: string;
  /** A letter has neither head nor foot of ours, and wider margins. */
  readonly plain?: boolean;
  /** Over the full width, before the streams, in order; each is one piece. */
  readonly top: readonly Block[];
  /** Columns beside each other; each flows from sheet to sheet by itself. */
  readonly streams: readonly Stream[];
  /** At most so many sheets: what does not fit is left out, and each stream's `rest` says what. Null: as many as it takes. */
  readonly mostSheets: number | null;
}

export interface Stream {
  readonly key: string;
  /** A CSS grid track: '1fr', '66mm'. */
  readonly width: string;
  readonly blocks: readonly Block[];
  /** Stands in place of the blocks from `from` on, where they were left out. It is measured too. */
  readonly rest?: (from: number) => ReactNode;
  /** Drawn over what room is left on the stream's last sheet, if it is at least `least` mm: lines for notes. */
  readonly filler?: { readonly least: number; readonly node: ReactNode };
}

/** One piece that is never cut. A text longer than a page must come as several blocks. */
export interface Block {
  readonly key: string;
  readonly node: ReactNode;
  /** Put before it when it begins a new sheet: a table's heading, said again. */
  readonly again?: ReactNode;
  /** A heading stays with what follows it. */
  readonly withNext?: boolean;
  /** May be left out where the document has a `mostSheets`; blocks that may not come first. */
  readonly mayGo?: boolean;
}
