import { createHash, randomUUID } from 'node:crypto';
import type { ImportDone } from '../../shared/contract.ts';
import type { Day } from '../../shared/dates.ts';
import type { Choices } from '../../shared/imports/choices.ts';
import {
  type ImportPreview,
  type ImportProgress,
  type ImportReading,
  previewImportSteps,
} from '../../shared/imports/preview.ts';
import { OwnerError } from '../../shared/result.ts';
import { beginChange } from '../ledger/change.ts';
import { listCauses } from '../ledger/complaints.ts';
import { refreshFigures } from '../ledger/figures.ts';
import { ledgerDigits } from '../ledger/info.ts';
import { type Ledger, ledgerError } from '../ledger/open.ts';
import { inSlices } from '../slices.ts';
import { decodeBytes } from './decode.ts';
import { doneOf, type Laid, lay, sameLaying, show, stepsOf, writeLaid } from './laying.ts';

/** A file being looked at: read into memory once, nothing of it written before the owner confirms. */
interface Session {
  readonly id: string;
  /** The ledger it was laid against: in another one its plan, and its amounts, would mean something else. */
  readonly ledger: Ledger;
  readonly fileName: string;
  /** For money in sentences. */
  readonly locale: string;
  readonly bytes: Uint8Array;
  choices: Choices;
  /** How often it was looked at: a look that ends after a later one has begun counts for nothing. */
  looks: number;
  reading: ImportReading | null;
  laid: Laid | null;
  stopped: boolean;
}

type Tell = (progress: ImportProgress) => void;

/** One file at a time: choosing another forgets the one before. */
let session: Session | null = null;

/** Lets the window answer between slices, told how far it is, and ends where the owner stopped it. */
const between = <Step>(at: Session, tell: (step: Step) => void) => ({
  tell,
  goOn: () => {
    if (at.stopped) throw stopped();
  },
});

export async function startSession(
  ledger: Ledger,
  fileName: string,
  bytes: Uint8Array,
  today: Day,
  tell: Tell,
  locale = 'en-GB',
): Promise<ImportPreview> {
  session = {
    id: randomUUID(),
    ledger,
    fileName,
    locale,
    bytes,
    choices: {},
    looks: 0,
    reading: null,
    laid: null,
    stopped: false,
  };
  return look(session, today, tell);
}

export async function chooseInSession(
  ledger: Ledger,
  id: string,
  choices: Choices,
  today: Day,
  tell: Tell,
): Promise<ImportPreview> {
  const at = sessionOf(ledger, id);
  at.choices = choices;
  return look(at, today, tell);
}

async function look(at: Session, today: Day, tell: Tell): Promise<ImportPreview> {
  const { ledger } = at;
  at.stopped = false;
  at.looks += 1;
  const turn = at.looks;
  const decoded = decodeBytes(at.bytes, at.choices.encoding);
  const { currency } = ledgerDigits(ledger);
  const encoding = { name: decoded.encoding, reason: decoded.reason, question: decoded.question };
  const context = { currency, today, encoding, locale: at.locale, causes: listCauses(ledger.read) };
  const steps = previewImportSteps(decoded.text, at.choices, context);
  const reading = await inSlices(
    steps,
    between(at, (step) => tell({ importId: at.id, ...step })),
  );
  if (!ledger.db.open) throw gone();
  if (at.looks !== turn)
    throw new OwnerError('cancelled', 'The file is being read again with other choices.');
  const laid = reading.preview.questions.length > 0 ? null : lay(ledger.read, reading, today);
  at.reading = reading;
  at.laid = laid;
  return {
    ...reading.preview,
    importId: at.id,
    fileName: at.fileName,
    reconciliation: laid === null ? null : show(laid),
  };
}

/** Writes the import in one transaction: all of it, or nothing when it fails, is stopped, or the app dies. */
export async function confirmSession(
  ledger: Ledger,
  id: string,
  today: Day,
  tell: Tell,
): Promise<ImportDone> {
  const at = sessionOf(ledger, id);
  if (at.reading === null || at.laid === null) {
    throw new OwnerError('conflict', 'First answer the questions about this file.');
  }
  at.stopped = false;
  await ledger.checked;
  if (!ledger.db.open) throw gone();
  if (at.stopped) throw stopped();
  const fresh = lay(ledger.read, at.reading, today);
  if (!sameLaying(fresh, at.laid)) {
    at.laid = fresh;
    throw new OwnerError(
      'conflict',
      'The ledger has changed since this preview was made. Look at it again, then confirm.',
    );
  }
  refreshFigures(ledger, today);
  const what = { kind: 'import', label: `Import of ${at.fileName}`, clientId: null, bulk: true };
  const open = beginChange(ledger, what);
  ledger.busyWith = 'the import';
  try {
    const source = {
      changeId: open.changeId,
      fileName: at.fileName,
      sha256: createHash('sha256').update(at.bytes).digest('hex'),
      format: at.reading.preview.format.id,
      today,
    };
    const total = stepsOf(fresh);
    await inSlices(
      writeLaid(ledger.write, fresh, source),
      between(at, (done) => tell({ importId: at.id, phase: 'writing', done, total })),
    );
    open.commit();
  } catch (error) {
    open.rollback();
    throw ledgerError(ledger.file, error) ?? error;
  } finally {
    ledger.busyWith = null;
  }
  session = null;
  return { changeId: open.changeId, ...doneOf(fresh) };
}

export function stopSession(id: string): void {
  if (session?.id === id) session.stopped = true;
}

export function forgetSession(id: string): void {
  if (session?.id === id) session = null;
}

function sessionOf(ledger: Ledger, id: string): Session {
  if (session?.id !== id || session.ledger !== ledger) throw gone();
  return session;
}

const gone = () => new OwnerError('notFound', 'This file is no longer open here. Choose it again.');
const stopped = () => new OwnerError('cancelled', 'The import was stopped. Nothing was changed.');
