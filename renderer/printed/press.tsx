import '../tokens.css';
import '../base.css';
import './press.css';
import { Component, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { CommandName, Input, Output } from '../../shared/contract.ts';
import type { PaperSize } from '../../shared/ledger/ledger.ts';
import type { PrintedDocument } from '../../shared/summaries/document.ts';
import type { PrintJob } from '../../shared/views/prints.ts';
import { beginnings } from './beginnings.ts';
import { paperPixels } from './sheet-frame.tsx';
import { Sheets, type SheetsProps } from './sheets.tsx';

/*
 * The hidden window that prints: asks for its job, lays one document after another on sheets, and says when all lie
 * there. Nothing else of the app runs here.
 */

async function ask<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const result = await window.evenhand.call(name, input);
  if (!result.ok) throw new Error(result.error.code);
  // The main process builds its answers from the same contract.
  return result.value as Output<Name>;
}

interface Lying {
  readonly document: PrintedDocument;
  readonly root: Root;
  readonly sheets: number;
}

async function press(): Promise<void> {
  const job = await ask('press.job', {});
  document.title = job.title;
  document.adoptedStyleSheets = [pageOf(job.paper)];
  const lying = await layAll(job);
  const { places, begins, of } = beginnings(lying.map(({ sheets }) => sheets));
  if (lying.length > 1) {
    // Only now is it known on which sheet each begins, and how many there are.
    for (const [index, one] of lying.entries()) {
      const props = { ...propsOf(job, one.document, index), place: { before: places[index] ?? 0, of } };
      if (one.document.kind === 'contents') await lay(one.root, { ...props, begins });
      else flushSync(() => one.root.render(drawing(props)));
    }
  }
  await document.fonts.ready;
  await ask('press.ready', { pages: of });
}

async function layAll(job: PrintJob): Promise<Lying[]> {
  const parent = document.getElementById('press');
  const lying: Lying[] = [];
  for (const [index, printed] of job.documents.entries()) {
    await ask('press.progress', { done: index, total: job.documents.length });
    const place = document.createElement('section');
    parent?.append(place);
    const root = createRoot(place);
    lying.push({ document: printed, root, sheets: await lay(root, propsOf(job, printed, index)) });
  }
  return lying;
}

/** The table of contents has the number 0, so that its entries count from 1 with the documents. */
function propsOf(job: PrintJob, printed: PrintedDocument, index: number): SheetsProps {
  return { document: printed, paper: job.paper, ...(job.documents.length > 1 ? { number: index } : {}) };
}

/** Draws a document; settles with its number of sheets once they lie there, and fails where it can't be drawn. */
function lay(root: Root, props: SheetsProps): Promise<number> {
  return new Promise((resolve, reject) => {
    root.render(drawing({ ...props, onLaidOut: resolve }, reject));
  });
}

const drawing = (props: SheetsProps, tell: (error: unknown) => void = () => undefined) => (
  <Caught tell={tell}>
    <Sheets {...props} />
  </Caught>
);

interface CaughtProps {
  readonly tell: (error: unknown) => void;
  readonly children: ReactNode;
}

class Caught extends Component<CaughtProps, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override componentDidCatch(error: unknown) {
    this.props.tell(error);
  }
  override render() {
    return this.state.broken ? null : this.props.children;
  }
}

/** The page has the paper's size and no margin: a sheet brings its own. */
function pageOf(paper: PaperSize): CSSStyleSheet {
  const { width, height } = paperPixels[paper];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${width / 96}in ${height / 96}in; margin: 0 }`);
  return sheet;
}

press().catch((error: unknown) => {
  // Never a value of the ledger: an error's name and place say enough.
  const message = error instanceof Error ? error.name : 'unknown';
  void window.evenhand.call('press.failed', { message });
});
