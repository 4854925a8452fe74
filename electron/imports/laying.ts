import type { ImportDone } from '../../shared/contract.ts';
import type { Day } from '../../shared/dates.ts';
import {
  type ComplaintPlan,
  type ComplaintReconciliation,
  showComplaintPlan,
} from '../../shared/imports/complaints/plan.ts';
import { reconcileComplaints } from '../../shared/imports/complaints/reconcile.ts';
import {
  type ClientRef,
  type Plan,
  type Reconciliation,
  showPlan,
  type WarnedClient,
} from '../../shared/imports/plan.ts';
import type { ImportReading } from '../../shared/imports/preview.ts';
import { reconcile } from '../../shared/imports/reconcile.ts';
import { quoted } from '../../shared/imports/wording.ts';
import type { Reader, Writer } from '../ledger/handles.ts';
import type { ImportSource } from '../ledger/import-rows.ts';
import { applyComplaints, existingComplaints } from '../ledger/imported-complaints.ts';
import { applyPlan, existing, hearPlanWarnings, type PlanWarning, planWarnings } from '../ledger/imports.ts';

/** A file laid against the ledger: what would be written. */
export type Laid =
  | { readonly subject: 'invoices'; readonly plan: Plan; readonly warnings: readonly PlanWarning[] }
  | { readonly subject: 'complaints'; readonly plan: ComplaintPlan };

export function lay(read: Reader, reading: ImportReading, today: Day): Laid {
  const { preview } = reading;
  const counts = {
    rows: preview.rows,
    repeated: preview.repeated,
    unreadable: preview.unreadableCount,
    leftOut: preview.leftOutCount,
  };
  if (preview.subject.value === 'complaints') {
    const { complaints, money } = reading;
    const plan = reconcileComplaints(complaints, existingComplaints(read), { ...counts, money });
    return { subject: 'complaints', plan };
  }
  const plan = reconcile(reading.records, existing(read), counts);
  return { subject: 'invoices', plan, warnings: planWarnings(read, plan, today) };
}

export function show(laid: Laid): Reconciliation | ComplaintReconciliation {
  return laid.subject === 'complaints'
    ? showComplaintPlan(laid.plan)
    : showPlan(laid.plan, warnedClients(laid.plan, laid.warnings));
}

/** The warnings client by client, as the preview names them: by the one to take care with. */
function warnedClients(plan: Plan, warnings: readonly PlanWarning[]): WarnedClient[] {
  return [...new Set(warnings.map(({ clientId }) => clientId))].map((clientId) => {
    const theirs = warnings.filter((warning) => warning.clientId === clientId);
    const whose = new Set(theirs.map(({ of }) => refKey(of)));
    return {
      clientId,
      clientName: theirs[0]?.clientName ?? '',
      invoices: plan.invoices.filter(({ kind, client }) => kind === 'new' && whose.has(refKey(client)))
        .length,
      texts: theirs.map(({ text, of }) =>
        of.kind === 'known' ? text : `${quoted(plan.newClients[of.index]?.name ?? '')} is new: ${text}`,
      ),
      instructions: [...new Set(theirs.flatMap(({ instruction }) => instruction ?? []))],
    };
  });
}

const refKey = (client: ClientRef): string =>
  client.kind === 'known' ? `known ${client.id}` : `new ${client.index}`;

/** Whether two layings of one file come to the same: else the owner confirmed something else. */
export function sameLaying(a: Laid, b: Laid): boolean {
  const gist = (laid: Laid) =>
    JSON.stringify([laid.plan.counts, laid.subject === 'complaints' ? laid.plan.money : laid.warnings]);
  return gist(a) === gist(b);
}

/** How many steps writing takes, for its progress. */
export function stepsOf(laid: Laid): number {
  return laid.subject === 'complaints' ? laid.plan.complaints.length : laid.plan.invoices.length;
}

/** Writes inside an open change; yields how many steps are done. */
export function* writeLaid(write: Writer, laid: Laid, source: ImportSource): Generator<number, void> {
  if (laid.subject === 'complaints') return yield* applyComplaints(write, laid.plan, source);
  const newIds = yield* applyPlan(write, laid.plan, source);
  hearPlanWarnings(write, laid.warnings, newIds, source.today);
}

/** What came in. */
export function doneOf(laid: Laid): Omit<ImportDone, 'changeId'> {
  if (laid.subject === 'complaints') {
    const { clientsNew: clients, complaintsNew: complaints, decisions } = laid.plan.counts;
    return { invoices: 0, payments: 0, complaints, decisions, clients };
  }
  const { invoicesNew: invoices, payments, complaints, clientsNew: clients } = laid.plan.counts;
  return { invoices, payments, complaints, decisions: 0, clients };
}
