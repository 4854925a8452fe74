import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { PaperSize } from '../../shared/ledger/ledger.ts';
import type { DocumentHead } from '../../shared/summaries/document.ts';
import { columnsStyle } from './columns.ts';
import type { Block, Flow, Stream } from './flow.ts';
import { type Column, type LaidSheet, layOut, type Piece, type ToLay } from './lay-out.ts';
import { asOnPaper } from './on-paper.ts';
import { paperPixels, pixelsOfMm, SheetFrame } from './sheet-frame.tsx';

/** A document whose pages are counted in thousands is no document: the widest number a foot must have room for. */
const WIDEST = 888;

/**
 * Draws every block of a flow out of sight at the paper's true width, measures, and tells how they lie on sheets.
 * Unmounted once it has told; on another paper it is another one.
 */
export function Measure({
  flow,
  head,
  paper,
  several,
  onLaid,
}: {
  readonly flow: Flow;
  readonly head: DocumentHead;
  readonly paper: PaperSize;
  /** The foot counts the sheets of the whole job too. */
  readonly several: boolean;
  readonly onLaid: (sheets: readonly LaidSheet[]) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const told = useRef(onLaid);
  told.current = onLaid;
  useEffect(() => {
    let wanted = true;
    void drawn(root.current).then(() => {
      if (wanted && root.current !== null) told.current(layOut(measured(root.current, flow, paper)));
    });
    return () => {
      wanted = false;
    };
  }, [flow, paper]);

  const frame = (page: number, children?: ReactNode, height?: string) => (
    <SheetFrame
      head={head}
      words={flow}
      paper={paper}
      page={page}
      pages={WIDEST}
      place={several ? { before: WIDEST, of: 2 * WIDEST } : null}
      style={height === undefined ? undefined : { height }}
    >
      {children}
    </SheetFrame>
  );
  return (
    <div
      className="sheet-measure"
      ref={root}
      style={{ zoom: asOnPaper(devicePixelRatio) }}
      aria-hidden="true"
      inert
    >
      {frame(1)}
      {frame(2)}
      {frame(
        1,
        <>
          <div className="sheet-top">{flow.top.map(piece)}</div>
          <div className="sheet-columns" style={columnsStyle(flow)}>
            {flow.streams.map(({ key, blocks, rest }) => (
              <div key={key} className="sheet-column">
                {blocks.map(piece)}
                {rest !== undefined &&
                  flow.mostSheets !== null &&
                  restsWorthMeasuring(blocks).map((from) => (
                    <div key={`rest ${from}`} className="sheet-piece" data-rest={from}>
                      {rest(from)}
                    </div>
                  ))}
              </div>
            ))}
          </div>
        </>,
        'auto',
      )}
    </div>
  );
}

function piece({ key, node, again }: Block) {
  return (
    <Fragment key={key}>
      <div className="sheet-piece" data-piece>
        {node}
      </div>
      {again !== undefined && (
        <div className="sheet-piece" data-again>
          {again}
        </div>
      )}
    </Fragment>
  );
}

/** What is left out begins with a block that may go: any of these, or the end of those that may not. */
function restsWorthMeasuring(blocks: readonly Block[]): number[] {
  const least = blocks.findLastIndex((block) => !block.mayGo) + 1;
  return Array.from({ length: blocks.length - least }, (_, index) => least + index);
}

/** Until the letters and pictures are there that decide how high things are. */
async function drawn(root: HTMLElement | null): Promise<void> {
  // Asking for a height makes the browser ask for the fonts of what is drawn.
  void root?.offsetHeight;
  await document.fonts?.ready;
  const pictures = [...(root?.querySelectorAll('img') ?? [])];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
}

/** Tells how high a thing is on paper. */
type Ruler = (element: Element | null | undefined) => number;

/** Whatever the screen makes of a pixel: a sheet is as wide as its paper. */
function rulerFor(sheet: Element | null | undefined, paper: PaperSize): Ruler {
  const width = sheet?.getBoundingClientRect().width ?? 0;
  const scale = width > 0 ? paperPixels[paper].width / width : 1;
  return (element) => (element?.getBoundingClientRect().height ?? 0) * scale;
}

function measured(root: HTMLElement, flow: Flow, paper: PaperSize): ToLay {
  const heightOf = rulerFor(root.querySelector(':scope > .sheet'), paper);
  const [first, next] = [...root.querySelectorAll(':scope > .sheet > .sheet-body')].map(heightOf);
  const columns = [...root.querySelectorAll('.sheet-column')];
  return {
    first: first ?? 0,
    next: next ?? 0,
    mostSheets: flow.mostSheets,
    top: piecesOf(heightOf, root.querySelector('.sheet-top'), flow.top),
    columns: flow.streams.map((stream, index) => columnOf(heightOf, columns[index], stream)),
  };
}

function columnOf(heightOf: Ruler, column: Element | undefined, stream: Stream): Column {
  const drawn = [...(column?.querySelectorAll<HTMLElement>(':scope > [data-rest]') ?? [])];
  const rests = new Map(drawn.map((element) => [Number(element.dataset.rest), heightOf(element)]));
  return {
    pieces: piecesOf(heightOf, column, stream.blocks),
    rest: stream.rest === undefined ? null : (from) => rests.get(from) ?? 0,
    filler: stream.filler === undefined ? null : pixelsOfMm(stream.filler.least),
  };
}

function piecesOf(heightOf: Ruler, parent: Element | null | undefined, blocks: readonly Block[]): Piece[] {
  const drawn = [...(parent?.querySelectorAll(':scope > [data-piece]') ?? [])];
  return blocks.map((block, index): Piece => {
    const element = drawn[index];
    const again = block.again === undefined ? null : element?.nextElementSibling;
    return {
      height: heightOf(element),
      again: heightOf(again),
      withNext: block.withNext ?? false,
      mayGo: block.mayGo ?? false,
    };
  });
}
