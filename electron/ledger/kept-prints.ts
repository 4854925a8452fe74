import type { Day } from '../../shared/dates.ts';
import type { PrintedDocument } from '../../shared/summaries/document.ts';
import { keepDocument, keptDocument } from '../../shared/summaries/kept.ts';
import { clientOf, titleOf } from '../../shared/summaries/titles.ts';
import type { KeptPrint } from '../../shared/views/prints.ts';
import { type Changed, change, insert, mustGet } from './change.ts';
import type { Reader } from './handles.ts';
import type { Ledger } from './open.ts';

/** Keeps what was printed, a row a document, so that it can be printed again whatever the ledger says by then. */
export function keepPrints(
  ledger: Ledger,
  documents: readonly PrintedDocument[],
  keptOn: Day,
  keptTime: string,
): Changed<number> {
  const [first] = documents;
  const one = documents.length === 1 && first !== undefined;
  const label = one ? `Kept a copy of “${titleOf(first)}”` : `Kept copies of ${documents.length} prints`;
  const what = { kind: 'print.keep', label, clientId: one ? clientOf(first) : null };
  return change(ledger, what, (write) =>
    documents.reduce(
      (_, document) =>
        insert(write, 'kept_print', {
          client_id: clientOf(document),
          kept_on: keptOn,
          kept_time: keptTime,
          kind: document.kind,
          title: titleOf(document).slice(0, 300),
          document: keepDocument(document),
        }),
      0,
    ),
  );
}

/** Copies of one client, or all, newest first. */
export function listKeptPrints(read: Reader, clientId: number | null): KeptPrint[] {
  return read.all<KeptPrint>(
    `SELECT kept_print.id, kept_on AS keptOn, kept_time AS keptTime, kind, title, client_id AS clientId,
            client.name AS clientName
     FROM kept_print LEFT JOIN client ON client.id = client_id
     WHERE ?1 IS NULL OR client_id = ?1
     ORDER BY kept_on DESC, kept_print.id DESC`,
    clientId,
  );
}

/** Throws OwnerError for a copy that is gone, or that this version can't draw. */
export function keptPrint(read: Reader, id: number): PrintedDocument {
  const sql = 'SELECT document FROM kept_print WHERE id = ?';
  return keptDocument(mustGet<{ document: string }>(read, 'copy', sql, id).document);
}

export function forgetPrint(ledger: Ledger, { id }: { readonly id: number }): Changed<number> {
  const row = mustGet<{ title: string; client_id: number | null }>(
    ledger.read,
    'copy',
    'SELECT title, client_id FROM kept_print WHERE id = ?',
    id,
  );
  const what = { kind: 'print.forget', label: `Forgot the copy of “${row.title}”`, clientId: row.client_id };
  return change(ledger, what, (write) => {
    write.run('DELETE FROM kept_print WHERE id = ?', id);
    return id;
  });
}
