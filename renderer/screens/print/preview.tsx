import {
  Component,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PrintJob } from '../../../shared/views/prints.ts';
import { useWidth, useWindowHeight } from '../../charts/use-size.ts';
import { beginnings } from '../../printed/beginnings.ts';
import { paperPixels } from '../../printed/sheet-frame.tsx';
import { Sheets } from '../../printed/sheets.tsx';
import { Choice } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';

const ZOOMS = [
  { value: 'width', label: 'Large' },
  { value: 'page', label: 'Whole page' },
] as const;
type Zoom = (typeof ZOOMS)[number]['value'];

/** Beside and above a sheet, and what the window keeps for its bars, in pixels. */
const GROUND = { beside: 48, above: 24, bars: 184 };
/** Letters of a printed page are read well at a third more than their size. */
const LARGEST = 1.34;

/** The sheets as they will be printed, on the ground they lie on. Of several documents the first ones. */
export function Preview({ job }: { readonly job: PrintJob }) {
  const ground = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [counted, setCounted] = useState<readonly number[]>([]);
  const scale = useScale(ground, zoom, job);
  const { documents, paper, count } = job;
  const several = documents.length > 1;
  const whole = count + 1 === documents.length;
  const keep = useCallback(
    (at: number, sheets: number) =>
      setCounted((before) => {
        if (before[at] === sheets) return before;
        const after = [...before];
        after[at] = sheets;
        return after;
      }),
    [],
  );
  const known = several && documents.every((_, index) => counted[index] !== undefined);
  const { places, begins, of } = useMemo(
    () => beginnings(documents.map((_, index) => counted[index] ?? 0)),
    [documents, counted],
  );
  return (
    <section className="print-ground" aria-label="Preview" ref={ground} onClickCapture={leadWithin}>
      <div className="print-zoom">
        <fieldset>
          <legend className="visually-hidden">Size of the preview</legend>
          <Choice options={ZOOMS} value={zoom} onChange={setZoom} />
        </fieldset>
        <p>
          {several && !whole
            ? `The first ${documents.length - 1} of ${count} are shown here. All ${count} are printed.`
            : of > 0 && (of === 1 ? '1 page' : `${of} pages`)}
        </p>
      </div>
      <Undrawable key={`${job.title} ${documents.length}`}>
        {documents.map((document, index) => (
          <OneDocument
            // biome-ignore lint/suspicious/noArrayIndexKey: documents are told apart by their place alone
            key={index}
            index={index}
            onLaidOut={keep}
            props={{
              document,
              paper,
              scale,
              ...(several ? { number: index } : {}),
              // How many sheets there are altogether is known when all of them were laid out.
              ...(known && whole ? { place: { before: places[index] ?? 0, of } } : {}),
              ...(known && document.kind === 'contents' ? { begins } : {}),
            }}
          />
        ))}
      </Undrawable>
    </section>
  );
}

function OneDocument({
  index,
  props,
  onLaidOut,
}: {
  readonly index: number;
  readonly props: Parameters<typeof Sheets>[0];
  readonly onLaidOut: (index: number, sheets: number) => void;
}) {
  const tell = useCallback((sheets: number) => onLaidOut(index, sheets), [index, onLaidOut]);
  return <Sheets {...props} onLaidOut={tell} />;
}

function useScale(ground: RefObject<Element | null>, zoom: Zoom, { paper }: PrintJob): number {
  const width = useWidth(ground, 1200) - 2 * GROUND.beside;
  const height = useWindowHeight() - GROUND.bars - 2 * GROUND.above;
  const sheet = paperPixels[paper];
  const fit = Math.max(0.2, width / sheet.width);
  return zoom === 'width' ? Math.min(LARGEST, fit) : Math.min(fit, Math.max(0.2, height / sheet.height));
}

/** A link within the pages leads to its sheet; in this window every other hash is a screen. */
function leadWithin(event: MouseEvent<HTMLElement>): void {
  const link = (event.target as Element).closest('a[href^="#doc-"]');
  if (link === null) return;
  event.preventDefault();
  const id = link.getAttribute('href')?.slice(1) ?? '';
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** A page that can't be drawn says so in its place; the bar above it stays. */
class Undrawable extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    const error = new Error('These pages can’t be drawn. If it is a copy that was kept, print it anew.');
    return <Problem error={error} title="This page can’t be shown" />;
  }
}
