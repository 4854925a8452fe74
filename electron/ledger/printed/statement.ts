import { type Day, showDay } from '../../../shared/dates.ts';
import type { PaymentMethod } from '../../../shared/invoices/invoice.ts';
import type { Minor } from '../../../shared/money.ts';
import { OwnerError } from '../../../shared/result.ts';
import { addressLines } from '../../../shared/summaries/address.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import {
  type CreditedBy,
  type StatementFacts,
  type StatementInvoice,
  statementLines,
} from '../../../shared/summaries/statement-lines.ts';
import { getClient } from '../clients.ts';
import type { Reader } from '../handles.ts';
import type { Ledger } from '../open.ts';
import { documentHead } from './head.ts';

/**
 * A client's statement of account from `from` (null: from the beginning) to `to`. Reasons, notes and complaints are not
 * read at all: what the ledger does not hand over can't reach the paper. Throws OwnerError for a period that is none.
 */
export function statementDocument(
  ledger: Ledger,
  what: { readonly clientId: number; readonly from: Day | null; readonly to: Day },
  today: Day,
  locale: string,
): DocumentOf<'statement'> {
  const { clientId, from, to } = what;
  if (to > today)
    throw new OwnerError('invalid', 'A statement can’t tell of days that are still to come.', 'to');
  if (from !== null && from > to)
    throw new OwnerError('invalid', `The period would begin after it ends, on ${showDay(to)}.`, 'from');
  const { read } = ledger;
  const client = getClient(read, clientId);
  return {
    ...documentHead(ledger, today, locale),
    asOf: to,
    kind: 'statement',
    title: `Statement of account: ${client.name}`,
    clientId,
    client: { name: client.name, number: client.number, lines: addressLines(client) },
    from,
    to,
    ...statementLines(statementFacts(read, clientId), from, to),
  };
}

/** All that touches the client's account, whenever it was. */
export function statementFacts(read: Reader, clientId: number): StatementFacts {
  const payments = read.all<{
    id: number;
    invoice: number | null;
    on: Day;
    amount: Minor;
    method: PaymentMethod;
  }>(
    `SELECT payment.id, invoice_id AS invoice, paid_on AS "on", amount_minor AS amount, method
     FROM payment WHERE invoice_id IN (SELECT id FROM invoice WHERE client_id = ?1)
     UNION ALL
     SELECT id, NULL, paid_on, amount_minor, method FROM payment WHERE client_id = ?1 AND invoice_id IS NULL`,
    clientId,
  );
  const credits = read.all<{
    id: number;
    invoice: number;
    on: Day;
    amount: Minor;
    by: CreditedBy;
    code: string | null;
  }>(
    `SELECT credit.id, credit.invoice_id AS invoice, credited_on AS "on", credit.amount_minor AS amount, coupon.code,
       CASE WHEN coupon_id IS NOT NULL THEN 'coupon' WHEN credit.decision_id IS NOT NULL THEN 'refund' ELSE 'note' END
         AS "by"
     FROM credit JOIN invoice ON invoice.id = credit.invoice_id LEFT JOIN coupon ON coupon.id = credit.coupon_id
     WHERE invoice.client_id = ?`,
    clientId,
  );
  const paid = byInvoice(payments);
  const credited = byInvoice(credits);
  return {
    invoices: read
      .all<Omit<StatementInvoice, 'payments' | 'credits'>>(
        `SELECT invoice.id, number, title, issued_on AS issued, due_on AS due, invoice.amount_minor AS amount,
           written_off_on AS writtenOff
         FROM invoice LEFT JOIN write_off ON write_off.invoice_id = invoice.id WHERE client_id = ?`,
        clientId,
      )
      .map((invoice) => ({
        ...invoice,
        payments: paid.get(invoice.id) ?? [],
        credits: credited.get(invoice.id) ?? [],
      })),
    onAccount: paid.get(null) ?? [],
    paidBack: read.all(
      `SELECT decision.id, decided_on AS "on", decision.amount_minor AS amount, invoice.number
       FROM decision LEFT JOIN complaint ON complaint.id = decision.complaint_id
         LEFT JOIN invoice ON invoice.id = coalesce(decision.invoice_id, complaint.invoice_id)
       WHERE decision.client_id = ? AND paid_back = 'money'`,
      clientId,
    ),
  };
}

function byInvoice<Row extends { readonly invoice: number | null }>(
  rows: readonly Row[],
): Map<number | null, Row[]> {
  const grouped = new Map<number | null, Row[]>();
  for (const row of rows) {
    const others = grouped.get(row.invoice);
    if (others === undefined) grouped.set(row.invoice, [row]);
    else others.push(row);
  }
  return grouped;
}
