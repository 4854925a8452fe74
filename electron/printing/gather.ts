import type { Day } from '../../shared/dates.ts';
import type { PaperSize } from '../../shared/ledger/ledger.ts';
import { assertNever } from '../../shared/result.ts';
import type { PrintedDocument } from '../../shared/summaries/document.ts';
import { titleOf } from '../../shared/summaries/titles.ts';
import type { PrintJob, PrintWhat } from '../../shared/views/prints.ts';
import { getClient } from '../ledger/clients.ts';
import { keptPrint } from '../ledger/kept-prints.ts';
import type { Ledger } from '../ledger/open.ts';
import { clientSummaryDocument } from '../ledger/printed/client-summary.ts';
import { documentHead } from '../ledger/printed/head.ts';
import { farewellDocument, letterDocument } from '../ledger/printed/letter.ts';
import { monthSteps } from '../ledger/printed/month.ts';
import { staffSheetDocument } from '../ledger/printed/staff-sheet.ts';
import { statementDocument } from '../ledger/printed/statement.ts';
import { type Between, inSlices } from '../slices.ts';
import { pdfName } from './pdf-name.ts';

/** For whom, when and on what a job is printed. */
export interface Occasion {
  readonly today: Day;
  readonly locale: string;
  readonly paper: PaperSize;
}

/** How many of a job's documents are gathered. */
export interface Gathered {
  readonly done: number;
  readonly total: number;
}

/** The documents of what is to be printed, gathered in slices; `most`: the first so many of several, for a preview. */
export async function gather(
  ledger: Ledger,
  what: PrintWhat,
  occasion: Occasion,
  between: Between<Gathered> = {},
  most = Number.POSITIVE_INFINITY,
): Promise<PrintJob> {
  const documents = await inSlices(documentsOf(ledger, what, occasion, most), between);
  const several = what.kind === 'client summary' && what.clientIds.length > 1;
  const [first] = documents;
  return {
    title: several || first === undefined ? 'Client summaries' : titleOf(first),
    fileName: pdfName(what, documents, occasion.today),
    paper: occasion.paper,
    documents,
    count: several ? what.clientIds.length : documents.length,
  };
}

function* documentsOf(
  ledger: Ledger,
  what: PrintWhat,
  { today, locale }: Occasion,
  most: number,
): Generator<Gathered, PrintedDocument[]> {
  switch (what.kind) {
    case 'client summary':
      return yield* summaries(ledger, what, today, locale, most);
    case 'staff sheet':
      return [staffSheetDocument(ledger, today, locale)];
    case 'statement':
      return [statementDocument(ledger, what, today, locale)];
    case 'month':
      return [yield* monthSteps(ledger, what, today, locale, { done: 0, total: 1 })];
    case 'farewell':
      return [farewellDocument(ledger, what, today, locale)];
    case 'letter':
      return [letterDocument(ledger, what, today, locale)];
    case 'kept':
      return [keptPrint(ledger.read, what.id)];
    default:
      return assertNever(what);
  }
}

function* summaries(
  ledger: Ledger,
  { clientIds, version, all }: Extract<PrintWhat, { kind: 'client summary' }>,
  today: Day,
  locale: string,
  most: number,
): Generator<Gathered, PrintedDocument[]> {
  const made: PrintedDocument[] = [];
  if (clientIds.length > 1) {
    const entries = clientIds.map((id) => {
      const { name, number } = getClient(ledger.read, id);
      return { name, detail: number };
    });
    const head = documentHead(ledger, today, locale);
    made.push({ ...head, kind: 'contents', title: 'Client summaries', entries });
  }
  const chosen = clientIds.slice(0, most);
  for (const [done, clientId] of chosen.entries()) {
    yield { done, total: chosen.length };
    made.push(clientSummaryDocument(ledger, { clientId, version, all }, today, locale));
  }
  return made;
}
