import { createHash, randomUUID } from 'node:crypto';
import type { ImportDone } from '../../shared/contract.ts';
import type { Day } from '../../shared/dates.ts';
import type { Choices } from '../../shared/imports/choices.ts';
import { type Plan, showPlan } from '../../shared/imports/plan.ts';
import {
  type ImportPreview,
  type ImportProgress,
  type ImportReading,
  previewImportSteps,
} from '../../shared/imports/preview.ts';
import { reconcile } from '../../shared/imports/reconcile.ts';
import { OwnerError } from '../../shared/result.ts';
import { beginChange } from '../ledger/change.ts';
import { refreshFigures } from '../ledger/figures.ts';
import { applyPlan, existing } from '../ledger/imports.ts';
import { ledgerDigits } from '../ledger/info.ts';
import { type Ledger, ledgerError } from '../ledger/open.ts';
import { decodeBytes } from './decode.ts';

/** A file being looked at: read into memory once, nothing of it written before the owner confirms. */
interface Session {
  readonly id: string;
  /** The ledger it was laid against: in another one its plan, and its amounts, would mean something else. */
  readonly ledger: Ledger;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  choices: Choices;
  /** How often it was looked at: a look that ends after a later one has begun counts for nothing. */
  looks: number;
  reading: ImportReading | null;
  plan: Plan | null;
  stopped: boolean;
}

type Tell = (progress: ImportProgress) => void;

/** One file at a time: choosing another forgets the one before. */
let session: Session | null = null;

/** Work on this thread is cut into slices of this many ms, so that the window keeps answering. */
const SLICE = 12;

/** Runs a generator to its end in slices, telling how far it is and stopping where the owner said so. */
async function inSlices<Step, Answer>(
  steps: Generator<Step, Answer>,
  at: Session,
  tell: (step: Step) => void,
): Promise<Answer> {
  let slice = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - slice < SLICE) continue;
    tell(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    if (at.stopped) throw stopped();
    slice = performance.now();
  }
}

export async function startSession(
  ledger: Ledger,
  fileName: string,
  bytes: Uint8Array,
  today: Day,
  tell: Tell,
): Promise<ImportPreview> {
  session = {
    id: randomUUID(),
    ledger,
    fileName,
    bytes,
    choices: {},
    looks: 0,
    reading: null,
    plan: null,
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
  const steps = previewImportSteps(decoded.text, at.choices, { currency, today, encoding });
  const reading = await inSlices(steps, at, (step) => tell({ importId: at.id, ...step }));
  if (!ledger.db.open) throw gone();
  if (at.looks !== turn)
    throw new OwnerError('cancelled', 'The file is being read again with other choices.');
  const planned = reading.preview.questions.length > 0 ? null : plan(ledger, reading);
  at.reading = reading;
  at.plan = planned;
  return {
    ...reading.preview,
    importId: at.id,
    fileName: at.fileName,
    reconciliation: planned === null ? null : showPlan(planned),
  };
}

function plan(ledger: Ledger, { preview, records }: ImportReading): Plan {
  return reconcile(records, existing(ledger.read), {
    rows: preview.rows,
    repeated: preview.repeated,
    unreadable: preview.unreadableCount,
    leftOut: preview.leftOutCount,
  });
}

/** Writes the import in one transaction: all of it, or nothing when it fails, is stopped, or the app dies. */
export async function confirmSession(
  ledger: Ledger,
  id: string,
  today: Day,
  tell: Tell,
): Promise<ImportDone> {
  const at = sessionOf(ledger, id);
  if (at.reading === null || at.plan === null) {
    throw new OwnerError('conflict', 'First answer the questions about this file.');
  }
  at.stopped = false;
  await ledger.checked;
  if (!ledger.db.open) throw gone();
  if (at.stopped) throw stopped();
  const fresh = plan(ledger, at.reading);
  if (JSON.stringify(fresh.counts) !== JSON.stringify(at.plan.counts)) {
    at.plan = fresh;
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
    const total = fresh.invoices.length;
    await inSlices(applyPlan(ledger.write, fresh, source), at, (done) =>
      tell({ importId: at.id, phase: 'writing', done, total }),
    );
    open.commit();
  } catch (error) {
    open.rollback();
    throw ledgerError(ledger.file, error) ?? error;
  } finally {
    ledger.busyWith = null;
  }
  session = null;
  const { counts } = fresh;
  return {
    changeId: open.changeId,
    invoices: counts.invoicesNew,
    payments: counts.payments,
    complaints: counts.complaints,
    clients: counts.clientsNew,
  };
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
