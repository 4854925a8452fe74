import type { Day } from '../../dates.ts';
import type { DecisionKind } from '../../decisions/decision.ts';
import type { Minor } from '../../money.ts';

/**
 * What a result in a file can stand for. Not a coupon, which has a code and a life of its own, nor parting, which is
 * worked through on its worksheet.
 */
export const importedKinds = [
  'apologise',
  'put right',
  'part refund',
  'full refund',
  'hold firm',
] as const satisfies readonly DecisionKind[];
export type ImportedKind = (typeof importedKinds)[number];

export const namelessChoices = ['oneClient', 'leaveOut'] as const;
/** What becomes of rows that name nobody: all under one client, or left out. */
export type Nameless = (typeof namelessChoices)[number];

export const closedEarlyChoices = ['open', 'sameDay', 'leaveOut'] as const;
/** What becomes of rows closed before they were opened: not settled, settled the day they were opened, or left out. */
export type ClosedEarly = (typeof closedEarlyChoices)[number];

export const twinsChoices = ['each', 'once'] as const;
/** What rows are that are equal in every cell: complaints of their own, or one listed twice. */
export type Twins = (typeof twinsChoices)[number];

/** Who complaints belong to that name nobody. */
export const NAMELESS_CLIENT = 'name not given';

/** One complaint as the file tells it, and what the owner said its words stand for. */
export interface ImportedComplaint {
  readonly line: number;
  readonly clientNumber: string | null;
  /** Never empty: the client's number, or `NAMELESS_CLIENT`, where the file names nobody. */
  readonly clientName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly descriptor: string | null;
  /** Never after today. */
  readonly opened: Day;
  /** Never before `opened`; null: not settled. */
  readonly closed: Day | null;
  /** The closing day as the file has it, where it lies before the opening one. */
  readonly closedEarlyOn: Day | null;
  /** What the client said, or what it was about; may be empty. */
  readonly words: string;
  /** What it was about, where their words are given too. */
  readonly title: string | null;
  readonly causeId: number | null;
  readonly result: string | null;
  readonly kind: ImportedKind | null;
  /** Given back, 0 or more. */
  readonly money: Minor;
  /** Null: the file doesn't say. */
  readonly satisfied: boolean | null;
}

/** A decision a complaint of the file tells of. */
export interface PlannedDecision {
  readonly kind: ImportedKind;
  readonly on: Day;
  /** More than 0 for a refund, which went back as money; 0 for the rest. */
  readonly amount: Minor;
  readonly withApology: boolean;
}

/**
 * The decisions of one complaint. Money given back is a refund of that amount whatever the result says: a part refund,
 * unless the owner said full. A put right stands beside it, an apology goes with it; holding firm and paying can't both
 * be so, and the money proves itself. A result that stands for a refund makes none without money. Decided on the
 * closing day, or the opening day where there is none.
 */
export function decisionsOf(complaint: ImportedComplaint): PlannedDecision[] {
  const { kind, money } = complaint;
  const on = complaint.closed ?? complaint.opened;
  const decisions: PlannedDecision[] = [];
  if (kind === 'put right' || (money === 0 && (kind === 'apologise' || kind === 'hold firm')))
    decisions.push({ kind, on, amount: 0, withApology: kind === 'apologise' });
  if (money > 0)
    decisions.push({
      kind: kind === 'full refund' ? kind : 'part refund',
      on,
      amount: money,
      withApology: kind === 'apologise',
    });
  return decisions;
}
