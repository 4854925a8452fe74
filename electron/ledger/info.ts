import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import type { LastImport, LedgerInfo, ledgerEditInput } from '../../shared/ledger/ledger.ts';
import { type Currency, type Minor, minorDigits } from '../../shared/money.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Ledger } from './open.ts';
import { limitsOf } from './rules.ts';

interface Row {
  readonly business: string;
  readonly currency: Currency;
  readonly is_sample: number;
  readonly hourly_cost_minor: Minor;
  readonly margin_permille: number | null;
  readonly interest_permille: number | null;
  readonly terms_days: number;
}

/** Writes the one row that makes an empty file a business's ledger. */
export function startLedger(
  ledger: Ledger,
  given: { business: string; currency: Currency; isSample: boolean; hourlyCost: Minor },
): void {
  change(
    ledger,
    { kind: 'ledger.start', label: `Started the ledger of ${given.business}`, clientId: null },
    (write) => {
      insert(write, 'ledger', {
        id: 1,
        uid: randomBytes(16).toString('hex'),
        business: given.business,
        currency: given.currency,
        is_sample: given.isSample ? 1 : 0,
        hourly_cost_minor: given.hourlyCost,
      });
    },
  );
}

/** What the ledger says of itself; its backups are this computer's to know. */
export function ledgerInfo({ read, file }: Ledger): Omit<LedgerInfo, 'lastBackup'> {
  const row = mustGet<Row>(read, 'ledger', 'SELECT * FROM ledger');
  const counts = read.get<{ clients: number; invoices: number; waiting: number }>(
    `SELECT (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM invoice) AS invoices,
            (SELECT count(*) FROM complaint WHERE settled_on IS NULL) AS waiting`,
  );
  const limits = limitsOf(read);
  return {
    business: row.business,
    currency: row.currency,
    isSample: row.is_sample === 1,
    hourlyCost: row.hourly_cost_minor,
    marginPermille: row.margin_permille,
    interestPermille: row.interest_permille,
    goodwillLimitPermille: limits.goodwillPermille,
    settleLimitDays: limits.settleDays,
    waiting: counts?.waiting ?? 0,
    termsDays: row.terms_days,
    fileName: basename(file),
    clients: counts?.clients ?? 0,
    invoices: counts?.invoices ?? 0,
    lastImport: lastImport(read),
  };
}

function lastImport(read: Ledger['read']): LastImport | null {
  const row = read.get<{ changeId: number; on: Day; fileName: string; counts: string }>(
    `SELECT import.change_id AS changeId, imported_on AS "on", file_name AS fileName, counts
     FROM import ORDER BY import.id DESC LIMIT 1`,
  );
  if (row === undefined) return null;
  // An import of an earlier version counted no decisions.
  const {
    invoices,
    payments,
    complaints,
    decisions = 0,
  } = JSON.parse(row.counts) as {
    invoices: number;
    payments: number;
    complaints: number;
    decisions?: number;
  };
  return {
    changeId: row.changeId,
    on: row.on,
    fileName: row.fileName,
    invoices,
    payments,
    complaints,
    decisions,
  };
}

/** Digits of the ledger's money after the decimal mark. */
export function ledgerDigits(ledger: Ledger): { currency: Currency; digits: number } {
  const { currency } = mustGet<{ currency: Currency }>(ledger.read, 'ledger', 'SELECT currency FROM ledger');
  return { currency, digits: minorDigits(currency) };
}

export function editLedger(
  ledger: Ledger,
  input: Omit<z.output<typeof ledgerEditInput>, 'paper'>,
): Changed<number> {
  return change(ledger, { kind: 'ledger.edit', label: 'Changed the settings', clientId: null }, (write) => {
    update(write, 'ledger', 1, {
      business: input.business,
      hourly_cost_minor: input.hourlyCost,
      margin_permille: input.marginPermille,
      interest_permille: input.interestPermille,
      terms_days: input.termsDays,
    });
    return 1;
  });
}
