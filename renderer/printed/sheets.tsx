import {
  Fragment,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import type { PaperSize } from '../../shared/ledger/ledger.ts';
import type { PrintedDocument } from '../../shared/summaries/document.ts';
import { makeFormat } from '../make-format.ts';
import { columnsStyle } from './columns.ts';
import { flowOf } from './documents.tsx';
import type { Block, Flow, Stream } from './flow.ts';
import type { LaidColumn, LaidSheet } from './lay-out.ts';
import { Measure } from './measure.tsx';
import { asOnPaper, useDots } from './on-paper.ts';
import { type Place, paperPixels, SheetFrame } from './sheet-frame.tsx';

export interface SheetsProps {
  readonly document: PrintedDocument;
  readonly paper: PaperSize;
  /** On a screen: how large, 1 for as large as paper. Not given where they are printed. */
  readonly scale?: number;
  /** Of several documents: which this is, from 1, for links to it. */
  readonly number?: number;
  /** Of several documents: where its sheets stand among all. Known when all are laid out. */
  readonly place?: Place | undefined;
  /** For a table of contents: on which sheet each entry begins; null: not known yet. */
  readonly begins?: readonly (number | null)[] | undefined;
  /** Called whenever the document was laid out anew and is drawn so, with how many sheets it takes. */
  readonly onLaidOut?: (sheets: number) => void;
}

interface Laid {
  readonly flow: Flow;
  readonly document: PrintedDocument;
  readonly paper: PaperSize;
  readonly sheets: readonly LaidSheet[];
}

/**
 * A document on sheets of paper, as it is printed. Nothing is drawn until it was measured; a change is drawn when it was
 * measured anew, and until then the sheets stay as they were.
 */
export function Sheets({ document, paper, scale, number, place, begins, onLaidOut }: SheetsProps): ReactNode {
  const flow = useMemo(
    () => flowOf(document, makeFormat(document.currency, document.locale), begins),
    [document, begins],
  );
  const [laid, setLaid] = useState<Laid | null>(null);
  const keep = useCallback(
    (sheets: readonly LaidSheet[]) => {
      setLaid({ flow, document, paper, sheets });
    },
    [flow, document, paper],
  );
  const tell = useEffectEvent(() => {
    if (laid !== null) onLaidOut?.(laid.sheets.length);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each time it was laid out
  useEffect(() => tell(), [laid]);
  const current = laid !== null && laid.flow === flow && laid.paper === paper;
  return (
    <>
      {!current && (
        <Measure
          key={paper}
          flow={flow}
          head={document}
          paper={paper}
          several={number !== undefined}
          onLaid={keep}
        />
      )}
      {laid?.sheets.map((sheet, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sheets are told apart by their place alone
        <Holder key={index} paper={laid.paper} scale={scale}>
          <SheetFrame
            head={laid.document}
            words={laid.flow}
            paper={laid.paper}
            page={index + 1}
            pages={laid.sheets.length}
            place={place ?? null}
            id={index === 0 && number !== undefined ? `doc-${number}` : undefined}
          >
            <Body flow={laid.flow} sheet={sheet} />
          </SheetFrame>
        </Holder>
      ))}
    </>
  );
}

/** Where a sheet lies. */
function Holder(props: {
  readonly paper: PaperSize;
  readonly scale: number | undefined;
  readonly children: ReactNode;
}) {
  const { scale, children } = props;
  if (scale === undefined) return <div className="sheet-holder">{children}</div>;
  return <OnScreen {...props} scale={scale} />;
}

/** Room for a sheet drawn larger or smaller than paper; the sheet itself is laid out as a printer lays it out. */
function OnScreen({
  paper,
  scale,
  children,
}: {
  readonly paper: PaperSize;
  readonly scale: number;
  readonly children: ReactNode;
}) {
  const { width, height } = paperPixels[paper];
  const zoom = asOnPaper(useDots());
  return (
    <div className="sheet-holder" style={{ width: width * scale, height: height * scale }}>
      <div style={{ zoom, transform: `scale(${scale / zoom})`, transformOrigin: '0 0', width, height }}>
        {children}
      </div>
    </div>
  );
}

/** Drawn once: a page number that comes later changes nothing of it. */
const Body = memo(function Body({ flow, sheet }: { readonly flow: Flow; readonly sheet: LaidSheet }) {
  return (
    <>
      {sheet.top.pieces.length > 0 && <div className="sheet-top">{pieces(flow.top, sheet.top)}</div>}
      {flow.streams.length > 0 && (
        <div className="sheet-columns" style={columnsStyle(flow)}>
          {flow.streams.map((stream, index) => (
            <div key={stream.key} className="sheet-column">
              {column(stream, sheet.columns[index])}
            </div>
          ))}
        </div>
      )}
    </>
  );
});

function column(stream: Stream, laid: LaidColumn | undefined): ReactNode {
  if (laid === undefined) return null;
  return (
    <>
      {pieces(stream.blocks, laid)}
      {laid.rest !== null && stream.rest !== undefined && (
        <div className="sheet-piece">{stream.rest(laid.rest)}</div>
      )}
      {laid.filler !== null && stream.filler !== undefined && (
        <div className="sheet-filler" style={{ height: laid.filler }}>
          {stream.filler.node}
        </div>
      )}
    </>
  );
}

function pieces(blocks: readonly Block[], laid: LaidColumn): ReactNode {
  return laid.pieces.map(({ index, again, scale }) => {
    const block = blocks[index];
    if (block === undefined) return null;
    return (
      <Fragment key={block.key}>
        {again && <div className="sheet-piece">{block.again}</div>}
        <div className="sheet-piece" style={scale < 1 ? { zoom: scale } : undefined}>
          {block.node}
        </div>
      </Fragment>
    );
  });
}
