import { clientFields } from '../../shared/clients/client.ts';
import { type Day, showDay } from '../../shared/dates.ts';
import type { MergeCounts, MergeLook, MergeSide } from '../../shared/views/merge.ts';
import type { Reader } from './handles.ts';
import { type MergePlan, planMerge } from './merge-plan.ts';

/** Names of renumbered invoices that are told one by one. */
const NAMED = 5;

interface SideRow {
  readonly id: number;
  readonly name: string;
  readonly number: string | null;
  readonly newestInvoice: Day | null;
  readonly invoices: number;
  readonly complaints: number;
  readonly decisions: number;
  readonly owed: number;
  readonly flagged: number;
  readonly parted: number;
}

/** A client as the merge shows it; null where it is gone. */
export function sideOf(read: Reader, id: number): MergeSide | null {
  const row = read.get<SideRow>(
    `SELECT id, name, number,
            (SELECT max(issued_on) FROM invoice WHERE client_id = client.id) AS newestInvoice,
            (SELECT count(*) FROM invoice WHERE client_id = client.id) AS invoices,
            (SELECT count(*) FROM complaint WHERE client_id = client.id) AS complaints,
            (SELECT count(*) FROM decision WHERE client_id = client.id) AS decisions,
            (SELECT coalesce(sum(open_minor), 0) FROM invoice WHERE client_id = client.id AND open_minor > 0) AS owed,
            EXISTS (SELECT 1 FROM red_flag WHERE client_id = client.id AND lifted_on IS NULL) AS flagged,
            EXISTS (SELECT 1 FROM parting WHERE client_id = client.id AND finished_on IS NOT NULL
                      AND welcomed_on IS NULL) AS parted
     FROM client WHERE id = ?`,
    id,
  );
  return row === undefined ? null : { ...row, flagged: row.flagged === 1, parted: row.parted === 1 };
}

/** What merging `goneId` into `keepId` would do, before it is done. Throws OwnerError where either is gone. */
export function lookAtMerge(read: Reader, { keepId, goneId }: { keepId: number; goneId: number }): MergeLook {
  const plan = planMerge(read, keepId, goneId);
  const keep = sideOf(read, keepId);
  const gone = sideOf(read, goneId);
  if (keep === null || gone === null) throw new Error('planMerge answers for clients that are there');
  return {
    keep,
    gone,
    together: sum(keep, gone),
    differences: plan.differing.map((field) => ({
      field,
      label: labelOf(field),
      keep: shown(field, plan.keep[field]),
      gone: shown(field, plan.gone[field]),
    })),
    notes: notesOf(plan, keep, gone),
    refusal: plan.refusal,
  };
}

const sum = (a: MergeCounts, b: MergeCounts): MergeCounts => ({
  invoices: a.invoices + b.invoices,
  complaints: a.complaints + b.complaints,
  decisions: a.decisions + b.decisions,
  owed: a.owed + b.owed,
});

const labelOf = (field: MergePlan['differing'][number]): string =>
  clientFields.find(({ key }) => key === field)?.label ?? field;

function shown(field: MergePlan['differing'][number], value: string | number | null): string {
  if (value === null) return '';
  if (field === 'termsDays') return value === 1 ? '1 day' : `${value} days`;
  return field === 'since' ? showDay(String(value)) : String(value);
}

function notesOf(plan: MergePlan, keep: MergeSide, gone: MergeSide): string[] {
  const notes: string[] = [];
  if (plan.taken.length > 0) {
    const fields = plan.taken.map((field) => `${labelOf(field)} (${short(shown(field, plan.gone[field]))})`);
    notes.push(`Taken from ${gone.name}, because ${keep.name} says nothing there: ${fields.join(', ')}.`);
  }
  for (const { from, to } of plan.renumbered.slice(0, NAMED))
    notes.push(`Invoice ${from} is on both. The one of ${gone.name} becomes “${to}”.`);
  if (plan.renumbered.length > NAMED) {
    const more = plan.renumbered.length - NAMED;
    notes.push(
      `${more} more ${more === 1 ? 'invoice number is' : 'invoice numbers are'} on both and ${more === 1 ? 'is' : 'are'} told apart in the same way.`,
    );
  }
  if (plan.lift !== null)
    notes.push(
      `Both have a red flag. The newer one stays, “${plan.lift.stays}”; the one of ${plan.lift.of} is lifted.`,
    );
  else if (gone.flagged) notes.push(`The red flag of ${gone.name} goes up on ${keep.name}.`);
  if (plan.end !== null)
    notes.push(
      `Both have a standing you set. The newer one stays, “${plan.end.stays}”; the one of ${plan.end.of} ends.`,
    );
  if (gone.parted) notes.push(`Ways are parted with ${gone.name}, and so they will be with ${keep.name}.`);
  if (plan.goingMoves) notes.push(`The parting worksheet of ${gone.name} goes on with ${keep.name}.`);
  if (plan.keptApart) notes.push('You said before that they are two. That is forgotten.');
  return notes;
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);
