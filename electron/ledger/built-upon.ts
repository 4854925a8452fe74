import { OwnerError } from '../../shared/result.ts';
import type { Ledger } from './open.ts';
import type { RowSpan } from './take-back.ts';

/** A change, an undo or a redo that is to be taken back, and what the owner calls that. */
export interface TakenBack extends RowSpan {
  readonly id: number;
  readonly client_id: number | null;
  /** The label of what the owner did. */
  readonly label: string;
  readonly doing: 'undone' | 'brought back';
}

interface Later {
  readonly label: string;
  readonly emptied: number;
  readonly how: 'done' | 'undone' | 'brought back';
}

/**
 * What touched a row of this change since, and leaves it otherwise than the change left it. A change with every undo
 * and redo of it is a chain that is in force or not: where it is now as it was then, it cancels out, however often it
 * went back and forth. The first of the chain that came since tells how it was then: an undo, that it was in force. The
 * undo of a removal only inserts, and inserts are not looked through: the redo that follows it speaks for it.
 */
const LATER = `
  WITH touched AS (
    SELECT DISTINCT l.change_id AS id FROM history o
    JOIN history l ON l.entity = o.entity AND l.row_id BETWEEN o.row_id AND coalesce(o.last_id, o.row_id)
      AND l.action <> 'insert' AND l.id > ?2
    WHERE o.id BETWEEN ?1 AND ?2),
  chains AS (
    SELECT coalesce(first.id, target.id, x.id) AS root_id, min(x.id) AS since_id, max(x.emptied) AS emptied
    FROM touched JOIN change x ON x.id = touched.id
    LEFT JOIN change target ON target.id = x.undoes
    LEFT JOIN change first ON first.id = target.undoes
    GROUP BY root_id)
  SELECT root.label, chains.emptied,
         CASE WHEN root.undone_by IS NOT NULL THEN 'undone' WHEN since.kind = 'redo' THEN 'brought back' ELSE 'done' END AS how
  FROM chains JOIN change root ON root.id = root_id JOIN change since ON since.id = since_id
  WHERE (since.kind = 'undo' OR (since.kind = 'redo' AND since.undoes > ?3)) = (root.undone_by IS NOT NULL)
  ORDER BY since_id DESC LIMIT 4`;

/** Refuses, naming them, where other changes build on this one: taking those back first is the owner's to decide. */
export function refuseWhereBuiltUpon(ledger: Ledger, what: TakenBack): void {
  const later = ledger.read.all<Later>(LATER, what.first_row, what.last_row, what.id);
  if (later.length > 0) throw refusal(what, later);
}

/** Why it can't be taken back now, where the ledger's own rules refused it: what else there is of the same clients. */
export function builtUpon(ledger: Ledger, what: TakenBack, code: string | null): OwnerError {
  if (code?.startsWith('SQLITE_CONSTRAINT_UNIQUE') || code?.startsWith('SQLITE_CONSTRAINT_PRIMARYKEY'))
    return conflict(
      `${startOf(what)} yet: something with the same name, number or place has come since. Undo that first.`,
    );
  const later = ledger.read.all<Later>(
    `SELECT DISTINCT later.label, 0 AS emptied, 'done' AS how FROM change later
     WHERE later.id > ?1 AND later.undone_by IS NULL AND later.undoes IS NULL AND later.last_row >= later.first_row
       AND (later.client_id IS NULL OR later.client_id IS ?2 OR later.client_id IN
            (SELECT client.id FROM history h CROSS JOIN client ON client.id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
             WHERE h.id BETWEEN ?3 AND ?4 AND h.entity = 'client' AND h.action = 'insert'
             UNION SELECT invoice.client_id FROM history h CROSS JOIN invoice ON invoice.id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
             WHERE h.id BETWEEN ?3 AND ?4 AND h.entity = 'invoice' AND h.action = 'insert'))
     ORDER BY later.id DESC LIMIT 4`,
    what.id,
    what.client_id,
    what.first_row,
    what.last_row,
  );
  if (later.length > 0) return refusal(what, later);
  return conflict(
    `${startOf(what)}, because something it belongs to is not in the ledger now. Look for it among what was undone or removed, and bring that back first.`,
  );
}

const conflict = (message: string) => new OwnerError('conflict', message);
const startOf = ({ label, doing }: TakenBack) => `“${label}” can’t be ${doing}`;

function refusal(what: TakenBack, later: readonly Later[]): OwnerError {
  if (later.some(({ emptied }) => emptied === 1))
    return conflict(`${startOf(what)} any more: the bin was emptied of rows it touched.`);
  const gone = later.find(({ how }) => how === 'undone');
  if (gone !== undefined)
    return conflict(`${startOf(what)} yet: “${gone.label}” was undone since. Bring that back first.`);
  const names = later.slice(0, 3).map(({ label }) => `“${label}”`);
  if (later.length > 3) names.push('and more');
  return conflict(
    `${startOf(what)} yet, because later changes build on it: ${names.join(', ')}. Undo those first.`,
  );
}
