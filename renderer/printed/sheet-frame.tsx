import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import type { CSSProperties, ReactNode } from 'react';
import { showDayInFull, showDayLong } from '../../shared/dates.ts';
import type { PaperSize } from '../../shared/ledger/ledger.ts';
import type { DocumentHead } from '../../shared/summaries/document.ts';
import type { Flow } from './flow.ts';
import './sheet.css';

/** Width and height of the paper in CSS pixels, of which an inch has 96. */
export const paperPixels: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  A4: { width: (210 / 25.4) * 96, height: (297 / 25.4) * 96 },
  Letter: { width: 8.5 * 96, height: 11 * 96 },
};

export const pixelsOfMm = (mm: number): number => (mm / 25.4) * 96;

/** Where a document's sheets stand among all that are printed together. */
export interface Place {
  readonly before: number;
  readonly of: number;
}

/** The part of a flow that every sheet of it shows. */
export type FrameWords = Pick<Flow, 'name' | 'again' | 'foot' | 'plain'>;

/** One sheet: what stands at its head and foot, and between them `children`. */
export function SheetFrame({
  head,
  words,
  paper,
  page,
  pages,
  place,
  id,
  style,
  children,
}: {
  readonly head: DocumentHead;
  readonly words: FrameWords;
  readonly paper: PaperSize;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly place: Place | null;
  readonly id?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly children?: ReactNode;
}) {
  const number = `Page ${page} of ${pages}`;
  return (
    <article
      className="sheet"
      id={id}
      data-paper={paper}
      data-plain={words.plain ? true : undefined}
      data-again={page > 1 ? true : undefined}
      aria-label={number}
      style={style}
    >
      {!words.plain && (
        <div className="sheet-head">
          {head.logo !== null && (
            <img className="sheet-logo" src={`data:image/png;base64,${head.logo}`} alt="" />
          )}
          <p>
            <b>{head.business}</b> {words.name}
            {page > 1 && <>, {words.again}</>}
          </p>
          <span>as of {showDayLong(head.asOf)}</span>
        </div>
      )}
      <div className="sheet-body">{children}</div>
      {/* A letter's further sheets are told apart in the margin, where the number takes no room from the words. */}
      {words.plain && page > 1 && <p className="sheet-number">{number}</p>}
      {!words.plain && (
        <div className="sheet-foot">
          <span>{words.foot}</span>
          <span>
            Ledger {head.business}, as of {showDayInFull(head.asOf)}
          </span>
          <span>
            {number}
            {place !== null && `, sheet ${place.before + page} of ${place.of}`}
          </span>
        </div>
      )}
    </article>
  );
}
