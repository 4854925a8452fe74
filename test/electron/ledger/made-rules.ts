import type { addDecision } from '../../../electron/ledger/decisions.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { setRule } from '../../../electron/ledger/rules.ts';
import { rulesPage } from '../../../electron/ledger/rules-page.ts';
import type { RuleSettings } from '../../../shared/decisions/rules/rule.ts';
import type { RuleLine } from '../../../shared/views/rules.ts';
import { client, invoice, pay, TODAY } from './made-ledger.ts';

export const LOCALE = 'en-GB';

export function set(ledger: Ledger, key: string, on: boolean, settings: RuleSettings, today = TODAY) {
  return setRule(ledger, { key, on, settings, bornOf: null, bornComplaintId: null }, today);
}

export type Decided = Parameters<typeof addDecision>[1];

export function decision(clientId: number, more: Partial<Decided> = {}): Decided {
  return {
    clientId,
    complaintId: null,
    invoiceId: null,
    kind: 'part refund',
    decidedOn: TODAY,
    amount: 10_00,
    redoMinutes: 0,
    withApology: true,
    paidBack: 'money',
    what: null,
    reason: 'our mistake',
    despite: null,
    couponCode: null,
    validUntil: null,
    settles: false,
    ...more,
  };
}

export function lineOf(ledger: Ledger, key: string, today = TODAY): RuleLine {
  const line = rulesPage(ledger, today, LOCALE).rules.find((rule) => rule.key === key);
  if (line === undefined) throw new Error(`No rule ${key}`);
  return line;
}

export const counted = ({ kept, broken, quarters }: RuleLine) => [
  kept,
  broken,
  quarters.map((quarter) => [quarter.from, quarter.kept, quarter.broken]),
];

/** A client with £1,000 invoiced and paid this year. */
export function payer(ledger: Ledger, name = 'Larkfield Court'): { id: number; invoiceId: number } {
  const id = client(ledger, name);
  const invoiceId = invoice(ledger, id, '2026-09-30', 1_000_00);
  pay(ledger, id, invoiceId, '2026-09-30', 1_000_00);
  return { id, invoiceId };
}
