import type { Page } from 'playwright-core';
import type { Input } from '../../shared/contract.ts';
import { plainComplaint } from '../fixtures/plain.ts';
import { answer, namelessClient } from './going.ts';

/** Puts a client into the ledger past the form; answers its id. */
export async function addClient(
  page: Page,
  name: string,
  more: Partial<Input<'clients.add'>> = {},
): Promise<number> {
  return (await answer(page, 'clients.add', { ...namelessClient, name, ...more })).id;
}

/** An invoice, in pounds, due 30 days after it was issued; `paid`: settled on its due day. */
export async function addInvoice(
  page: Page,
  clientId: number,
  number: string,
  issued: string,
  due: string,
  pounds: number,
  paidOn: string | null = null,
): Promise<number> {
  const amount = pounds * 100;
  const invoice = { clientId, number, title: 'Grounds', issued, due, amount, allTheSame: true };
  const { id } = await answer(page, 'invoices.add', invoice);
  if (paidOn !== null) {
    const payment = { clientId, invoiceId: id, paidOn, amount, method: 'transfer', note: null } as const;
    await answer(page, 'payments.add', payment);
  }
  return id;
}

type Complaint = Input<'complaints.add'>;

/** A complaint with no more than its words and what is given besides. */
export async function addComplaint(
  page: Page,
  clientId: number,
  receivedOn: string,
  words: string,
  more: Partial<Complaint> = {},
): Promise<number> {
  const complaint: Complaint = {
    ...plainComplaint,
    clientId,
    receivedOn,
    words,
    ...more,
  };
  return (await answer(page, 'complaints.add', complaint)).id;
}

type Decision = Input<'decisions.add'>;

/** A decision that settles its complaint, whatever the rules say to it. */
export async function addDecision(
  page: Page,
  clientId: number,
  complaintId: number | null,
  kind: Decision['kind'],
  decidedOn: string,
  more: Partial<Decision> = {},
): Promise<number> {
  const decision: Decision = {
    clientId,
    complaintId,
    invoiceId: null,
    kind,
    decidedOn,
    amount: 0,
    redoMinutes: 0,
    withApology: true,
    paidBack: null,
    what: null,
    reason: 'As in the notes.',
    despite: 'As in the notes.',
    couponCode: null,
    validUntil: null,
    settles: true,
    ...more,
  };
  return (await answer(page, 'decisions.add', decision)).id;
}

/** The id of a cause by its name. */
export async function causeId(page: Page, name: string): Promise<number> {
  const found = (await answer(page, 'causes.list', {})).find((cause) => cause.name === name);
  if (!found) throw new Error(`There is no cause ${name}.`);
  return found.id;
}

/** Switches a house rule on with these numbers, or off. */
export async function setRule(
  page: Page,
  key: string,
  on: boolean,
  settings: Input<'rules.set'>['settings'],
): Promise<void> {
  await answer(page, 'rules.set', { key, on, settings, bornOf: null, bornComplaintId: null });
}
