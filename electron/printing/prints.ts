import type { PaperSize } from '../../shared/ledger/ledger.ts';
import { OwnerError } from '../../shared/result.ts';
import {
  MOST_PREVIEWED,
  type PrintDone,
  type PrintJob,
  type PrintProgress,
  type PrintWhat,
} from '../../shared/views/prints.ts';
import { askWhere } from '../ask-where.ts';
import { appState, ledgerOnDesk, locale, openedLedger, tell, timeNow, today } from '../desk.ts';
import { keepPrints } from '../ledger/kept-prints.ts';
import type { Ledger } from '../ledger/open.ts';
import { setupMenu } from '../menu.ts';
import { checked } from '../writes.ts';
import { gather, type Occasion } from './gather.ts';
import { writeWhole } from './pdf.ts';
import { type Laid, withPress } from './press.ts';

/** Of more pages than these, what a reader aloud needs would make the file four times as large and take gigabytes. */
const MOST_TAGGED = 100;

/** One job at a time, so that “Stop” means one thing. */
let underWay: AbortController | null = null;

export function stopPrinting(): void {
  underWay?.abort(new OwnerError('cancelled', 'You stopped it. Nothing was printed and nothing was saved.'));
}

const occasion = (): Occasion => ({ today: today(), locale: locale(), paper: appState().paper });

/** What the window shows before anything is printed: of several documents the first ones. */
export function previewOf(what: PrintWhat): Promise<PrintJob> {
  const ledger = openedLedger();
  return gather(ledger, what, occasion(), { goOn: () => mustLie(ledger) }, MOST_PREVIEWED);
}

/** Prints on paper, through the system's dialog; null when the owner closed it. */
export function print(what: PrintWhat, keep: boolean): Promise<PrintDone | null> {
  return asOneJob(what, keep, async (job, stop) => {
    const pages = await lay(job, stop, async ({ contents, pages }) =>
      (await onPaper(contents, job.paper)) ? pages : null,
    );
    return pages === null ? null : { pages, fileName: null };
  });
}

/** Saves a PDF where the system's dialog says; null when the owner closed it. */
export function savePdf(what: PrintWhat, keep: boolean): Promise<PrintDone | null> {
  return asOneJob(what, keep, async (job, stop) => {
    const target = await askWhere({
      title: 'Save as PDF',
      button: 'Save',
      name: job.fileName,
      ending: 'pdf',
      kind: 'PDF',
    });
    if (target === null) return null;
    return lay(job, stop, async ({ contents, pages, until }) => {
      writing(0);
      const making = contents.printToPDF({
        pageSize: job.paper,
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: pages <= MOST_TAGGED,
        generateDocumentOutline: pages <= MOST_TAGGED,
      });
      const bytes = await until(making);
      stop.throwIfAborted();
      await writeWhole(target, bytes, stop);
      return { pages, fileName: target.replace(/^.*[\\/]/, '') };
    });
  });
}

type Printed = Omit<PrintDone, 'kept'>;

async function asOneJob(
  what: PrintWhat,
  keep: boolean,
  work: (job: PrintJob, stop: AbortSignal) => Promise<Printed | null>,
): Promise<PrintDone | null> {
  if (underWay !== null)
    throw new OwnerError(
      'busy',
      'Something is being printed already. Wait until it is done, or stop it first.',
    );
  const ledger = openedLedger();
  const control = new AbortController();
  underWay = control;
  const { signal } = control;
  try {
    const goOn = () => {
      signal.throwIfAborted();
      mustLie(ledger);
    };
    const said = (step: { done: number; total: number }) => progress({ step: 'gathering', ...step });
    const job = await gather(ledger, what, occasion(), { tell: said, goOn });
    const done = await work(job, signal);
    if (done === null) return null;
    if (keep) await keepCopies(ledger, job);
    return { ...done, kept: keep };
  } finally {
    underWay = null;
  }
}

const progress = (step: PrintProgress) => tell('prints.progress', step);
const writing = (done: number) => progress({ step: 'writing', done, total: 1 });

function lay<Answer>(
  job: PrintJob,
  stop: AbortSignal,
  use: (laid: Laid) => Promise<Answer>,
): Promise<Answer> {
  const hear = (done: number, total: number) => progress({ step: 'laying out', done, total });
  return withPress(job, { tell: hear, stop }, use);
}

/** Whether it was printed: closing the dialog is no failure. */
function onPaper(contents: Laid['contents'], paper: PaperSize): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print(
      { printBackground: true, pageSize: paper, margins: { marginType: 'none' } },
      (printed, why) => {
        if (printed || /cancel/i.test(why)) resolve(printed);
        else
          reject(
            new OwnerError('conflict', 'It could not be printed. Is a printer set up on this computer?'),
          );
      },
    );
  });
}

/** The very documents that were printed. The paper is out by now: where they can't be kept, that is all that failed. */
async function keepCopies(ledger: Ledger, { documents }: PrintJob): Promise<void> {
  if (ledgerOnDesk() !== ledger)
    throw new OwnerError(
      'conflict',
      'It is done, but no copy could be kept: another ledger was opened meanwhile.',
    );
  try {
    await checked(ledger);
    const kept = documents.filter((document) => document.kind !== 'contents');
    keepPrints(ledger, kept, today(), timeNow());
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error;
    throw new OwnerError(error.code, `It is done, but no copy could be kept: ${error.message}`);
  }
  tell('ledger.changed', { clientId: null });
  setupMenu();
}

function mustLie(ledger: Ledger): void {
  if (ledgerOnDesk() !== ledger)
    throw new OwnerError('conflict', 'Another ledger was opened meanwhile. Nothing was printed.');
}
