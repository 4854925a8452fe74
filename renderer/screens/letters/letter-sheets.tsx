import { useRef } from 'react';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import { useAppState } from '../../app-state.tsx';
import { useWidth } from '../../charts/use-size.ts';
import { paperPixels } from '../../printed/sheet-frame.tsx';
import { Sheets } from '../../printed/sheets.tsx';
import './letter-sheets.css';

/** A letter as it lies on the table, as wide as it has room: what is seen here is what is printed, line for line. */
export function LetterSheets({ document }: { readonly document: DocumentOf<'letter'> }) {
  const { paper } = useAppState();
  const frame = useRef<HTMLElement>(null);
  const scale = Math.max(0.2, useWidth(frame, 560) / paperPixels[paper].width);
  return (
    <section className="letter-sheets" aria-label="The letter as it will be printed" ref={frame}>
      <Sheets document={document} paper={paper} scale={scale} />
    </section>
  );
}
