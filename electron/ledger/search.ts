import type { Found, Hit } from '../../shared/views/search.ts';
import type { Reader } from './handles.ts';

/**
 * What was typed, as an FTS5 expression: every word must occur, the last ones may be unfinished. Quoted, so that no
 * character of the owner's is an operator. Null when nothing searchable was typed.
 */
export function matchExpression(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu);
  if (words === null) return null;
  return words
    .slice(0, 12)
    .map((word) => `"${word}"*`)
    .join(' ');
}

interface Row {
  readonly id: number;
  readonly kind: number;
  readonly client_id: number;
  readonly client_name: string;
  readonly flagged: number;
  readonly parted: number;
  readonly title: string;
  readonly body: string;
}

const LIMITS = [8, 6, 6] as const;

/** Everything that matches, clients before invoices before complaints, best first within each. */
export function find(read: Reader, text: string): Found {
  const match = matchExpression(text);
  if (match === null) return { hits: [], more: false };
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  // What begins as typed comes first: “la” is Larkfield before it is Chapel Lane.
  const typed = text.trim().replace(/[%_]/g, '');
  const hits: Hit[] = [];
  let more = false;
  for (const [kind, sql] of QUERIES.entries()) {
    const limit = LIMITS[kind] ?? 6;
    const rows = read.all<Row>(sql, match, limit + 1, typed);
    if (rows.length > limit) more = true;
    for (const row of rows.slice(0, limit)) {
      hits.push({
        kind: (['client', 'invoice', 'complaint'] as const)[kind] ?? 'client',
        id: row.id,
        clientId: row.client_id,
        clientName: row.client_name,
        flagged: row.flagged === 1,
        parted: row.parted === 1,
        title: row.title,
        excerpt: excerpt(row.body, words),
      });
    }
  }
  return { hits, more };
}

/** Whom to take care with, wherever a client is named: a red flag, ways parted. */
export const CARE = `
  EXISTS (SELECT 1 FROM red_flag WHERE client_id = client.id AND lifted_on IS NULL) AS flagged,
  EXISTS (SELECT 1 FROM parting WHERE client_id = client.id AND finished_on IS NOT NULL
          AND welcomed_on IS NULL) AS parted`;

const QUERIES = [
  `SELECT client.id, 0 AS kind, client.id AS client_id, client.name AS client_name, ${CARE}, client.name AS title,
          concat_ws(' · ', client.number, client.contact, client.phone, client.email, client.descriptor) AS body
   FROM search JOIN client ON client.id = search.rowid / 4
   WHERE search MATCH ?1 AND search.rowid % 4 = 0
   ORDER BY client.name LIKE ?3 || '%' DESC, rank, client.name COLLATE NOCASE LIMIT ?2`,
  `SELECT invoice.id, 1 AS kind, client.id AS client_id, client.name AS client_name, ${CARE},
          invoice.number AS title, coalesce(invoice.title, '') AS body
   FROM search JOIN invoice ON invoice.id = search.rowid / 4 JOIN client ON client.id = invoice.client_id
   WHERE search MATCH ?1 AND search.rowid % 4 = 1
   ORDER BY invoice.number LIKE ?3 || '%' DESC, rank, invoice.due_on DESC LIMIT ?2`,
  `SELECT complaint.id, 2 AS kind, client.id AS client_id, client.name AS client_name, ${CARE},
          coalesce(complaint.title, complaint.received_on) AS title,
          concat_ws(' ', complaint.words, complaint.wants) AS body
   FROM search JOIN complaint ON complaint.id = search.rowid / 4 JOIN client ON client.id = complaint.client_id
   WHERE search MATCH ?1 AND search.rowid % 4 = 2 AND ?3 <> ''
   ORDER BY rank, complaint.received_on DESC LIMIT ?2`,
] as const;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A stretch of `body` around the first match, matched word beginnings between U+0002 and U+0003. */
export function excerpt(body: string, words: readonly string[]): string {
  const folded = words.map(fold);
  const parts = body.split(/([\p{L}\p{N}\p{M}]+)/u);
  const marked = parts.map((part, index) =>
    index % 2 === 1 && folded.some((word) => fold(part).startsWith(word)) ? `\u0002${part}\u0003` : part,
  );
  const first = marked.findIndex((part) => part.startsWith('\u0002'));
  const from = Math.max(0, first - 8);
  const shown = marked
    .slice(from, from + 40)
    .join('')
    .trim();
  return (from > 0 ? '… ' : '') + shown + (marked.length > from + 40 ? ' …' : '');
}
