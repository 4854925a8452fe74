import { afterColon } from '../../shared/history/label.ts';
import { OwnerError } from '../../shared/result.ts';
import type { Step as ShownStep, Steps } from '../../shared/views/history.ts';
import { atOnce } from '../slices.ts';
import { builtUpon, refuseWhereBuiltUpon, type TakenBack } from './built-upon.ts';
import { beginChange, type Changed, mustGet } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { type Ledger, ledgerError } from './open.ts';
import { RowsMoved, takingRowsBack } from './take-back.ts';

interface ChangeRow {
  readonly id: number;
  readonly kind: string;
  readonly label: string;
  readonly client_id: number | null;
  readonly undoes: number | null;
  readonly undone_by: number | null;
  readonly emptied: number;
  readonly first_row: number;
  readonly last_row: number;
}

const COLUMNS = `id, kind, label, client_id, undoes, undone_by, emptied, first_row,
  coalesce(last_row, first_row - 1) AS last_row`;

const getChange = (read: Reader, id: number): ChangeRow =>
  mustGet<ChangeRow>(read, 'change', `SELECT ${COLUMNS} FROM change WHERE id = ?`, id);

/** A ledger without its first change, or a sample without its business, would be no ledger. */
const FIRST_KINDS = "('ledger.start', 'sample')";
const isFirst = (kind: string): boolean => kind === 'ledger.start' || kind === 'sample';

/** Undoing or redoing, step by step: tells rows done wherever it can be left for a moment. Left for good, nothing was done. */
export type TakingBack = Generator<number, Changed<number>>;

/**
 * Takes a whole change back, an import as well as a single payment, as a change of its own. Refused, naming them,
 * where later changes build on it: undoing those first is the owner's to decide.
 */
export function undoing(ledger: Ledger, changeId: number): TakingBack {
  const target = mayUndo(ledger, changeId);
  const what = { kind: 'undo' as const, label: `Undid: ${afterColon(target.label)}` };
  return takingBack(ledger, { ...target, doing: 'undone' }, what, (write, undoId) => {
    write.run('UPDATE change SET undone_by = ? WHERE id = ?', undoId, changeId);
    return changeId;
  });
}

export const undoChange = (ledger: Ledger, changeId: number): Changed<number> =>
  atOnce(undoing(ledger, changeId));

/**
 * Takes an undo back: what it undid is in force again. `changeId` is the undo's, or that of the undone change. A redo
 * is a change of its own, which takes the undo's rows back by the same code and under the same refusals.
 */
export function redoing(ledger: Ledger, changeId: number): TakingBack {
  const { undo, target } = mayRedo(ledger, changeId);
  const what = { kind: 'redo' as const, label: `Redid: ${afterColon(target.label)}` };
  return takingBack(
    ledger,
    { ...undo, label: target.label, doing: 'brought back' },
    what,
    (write, redoId) => {
      write.run('UPDATE change SET undone_by = NULL WHERE id = ?', target.id);
      write.run('UPDATE change SET undone_by = ? WHERE id = ?', redoId, undo.id);
      return target.id;
    },
  );
}

export const redoChange = (ledger: Ledger, changeId: number): Changed<number> =>
  atOnce(redoing(ledger, changeId));

/** The change, where it can be undone now; throws an OwnerError that says why not. */
export function mayUndo(ledger: Ledger, changeId: number): ChangeRow {
  const target = getChange(ledger.read, changeId);
  const cant = (why: string) => new OwnerError('conflict', why);
  if (target.undoes !== null) throw cant('An undo can’t be undone: bring the change back instead.');
  if (isFirst(target.kind)) throw cant('The start of a ledger can’t be undone.');
  refuseEmptied(target, 'undone');
  if (target.undone_by !== null) throw cant(`“${target.label}” is undone already.`);
  refuseWhereBuiltUpon(ledger, { ...target, doing: 'undone' });
  return target;
}

/** The undo and what it undid, where that can be brought back now; throws an OwnerError that says why not. */
export function mayRedo(ledger: Ledger, changeId: number): { undo: ChangeRow; target: ChangeRow } {
  const given = getChange(ledger.read, changeId);
  const undo =
    given.undoes === null && given.undone_by !== null ? getChange(ledger.read, given.undone_by) : given;
  if (undo.kind !== 'undo' || undo.undoes === null)
    throw new OwnerError('conflict', `“${given.label}” was not undone, so there is nothing to bring back.`);
  const target = getChange(ledger.read, undo.undoes);
  if (undo.undone_by !== null)
    throw new OwnerError('conflict', `“${target.label}” was brought back already.`);
  refuseEmptied(target, 'brought back');
  refuseEmptied({ ...undo, label: target.label }, 'brought back');
  refuseWhereBuiltUpon(ledger, { ...undo, label: target.label, doing: 'brought back' });
  return { undo, target };
}

function refuseEmptied(
  { label, emptied }: Pick<ChangeRow, 'label' | 'emptied'>,
  doing: TakenBack['doing'],
): void {
  if (emptied === 1)
    throw new OwnerError(
      'conflict',
      `“${label}” can’t be ${doing} any more: the bin was emptied of rows it touched.`,
    );
}

function* takingBack(
  ledger: Ledger,
  target: TakenBack,
  what: { readonly kind: 'undo' | 'redo'; readonly label: string },
  mark: (write: Writer, changeId: number) => number,
): TakingBack {
  const open = beginChange(ledger, { ...what, clientId: target.client_id, undoes: target.id });
  ledger.busyWith = `the ${what.kind}`;
  try {
    yield* takingRowsBack(ledger, open.changeId, target);
    const value = mark(ledger.write, open.changeId);
    open.commit();
    return { changeId: open.changeId, label: what.label, value };
  } catch (error) {
    open.rollback();
    const code = (error as { code?: unknown } | null)?.code;
    const refused = typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT') ? code : null;
    if (refused !== null || error instanceof RowsMoved) throw builtUpon(ledger, target, refused);
    throw ledgerError(ledger.file, error) ?? error;
  } finally {
    // Left in the middle, as when it was stopped; after a commit nothing is open any more.
    open.rollback();
    ledger.busyWith = null;
  }
}

/**
 * What came into force last and still is: made last, or brought back last. With undo and redo in turns the steps are
 * a stack, whatever single changes were brought back from the history in between.
 */
const NEXT_UNDO = `
  SELECT coalesce(target.id, c.id) AS id, coalesce(target.label, c.label) AS label
  FROM change c
  LEFT JOIN change undo ON c.kind = 'redo' AND undo.id = c.undoes
  LEFT JOIN change target ON target.id = undo.undoes
  WHERE CASE WHEN c.kind = 'redo' THEN target.undone_by IS NULL AND target.emptied = 0
        ELSE c.undoes IS NULL AND c.undone_by IS NULL AND c.emptied = 0 AND c.last_row >= c.first_row
             AND c.kind NOT IN ${FIRST_KINDS} END
  ORDER BY c.id DESC LIMIT 1`;

/** The newest undo in force, unless something was done since: that ends the chain. */
const NEXT_REDO = `
  SELECT undo.id, target.label FROM change undo
  JOIN change target ON target.id = undo.undoes
  WHERE undo.kind = 'undo' AND undo.undone_by IS NULL AND undo.emptied = 0 AND target.emptied = 0
    AND undo.id > coalesce((SELECT max(id) FROM change WHERE undoes IS NULL AND last_row >= first_row), 0)
  ORDER BY undo.id DESC LIMIT 1`;

type Step = Omit<ShownStep, 'rows'>;

/** What can be undone next, for “Undo: …” in the menu. */
export function lastUndoable(ledger: Ledger): Step | null {
  return ledger.read.get<Step>(NEXT_UNDO) ?? null;
}

/** What Ctrl+Z and Ctrl+Shift+Z would do. */
export function stepsOf({ read }: Ledger): Steps {
  const withRows = (step: Step | undefined) =>
    step === undefined ? null : { ...step, rows: rowsOf(read, step.id) };
  return { undo: withRows(read.get<Step>(NEXT_UNDO)), redo: withRows(read.get<Step>(NEXT_REDO)) };
}

/** How many rows a change touched. A long one holds single rows; only a short one can hold ranges. */
export function rowsOf(read: Reader, changeId: number): number {
  return (
    read.get<{ rows: number }>(`SELECT ${ROWS_OF_CHANGE} AS rows FROM change c WHERE c.id = ?`, changeId)
      ?.rows ?? 0
  );
}

/** SQL for the same, of the change `c`. */
export const ROWS_OF_CHANGE = `
  CASE WHEN c.last_row IS NULL OR c.last_row < c.first_row THEN 0
       WHEN c.last_row - c.first_row >= 1000 THEN c.last_row - c.first_row + 1
       ELSE (SELECT sum(coalesce(h.last_id, h.row_id) - h.row_id + 1) FROM history h WHERE h.id BETWEEN c.first_row AND c.last_row) END`;
