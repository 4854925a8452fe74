import * as z from 'zod';
import type { Day } from '../dates.ts';
import { dayInput, idInput, optional, optionalText, textInput, timeInput } from '../inputs.ts';

export const severities = [
  { value: 1, label: 'annoyance' },
  { value: 2, label: 'inconvenience' },
  { value: 3, label: 'real loss' },
  { value: 4, label: 'unusable or unsafe' },
] as const;
export type Severity = 1 | 2 | 3 | 4;

export const faults = ['ours', 'shared', 'theirs', 'nobody'] as const;
export type Fault = (typeof faults)[number];
/** As it stands in a sentence. */
export const faultLabels: Readonly<Record<Fault, string>> = {
  ours: 'our fault',
  shared: 'shared fault',
  theirs: 'their side',
  nobody: 'nobody’s fault',
};

export const channels = ['phone', 'in person', 'e-mail', 'message', 'letter', 'review', 'other'] as const;
export type Channel = (typeof channels)[number] | 'unknown';

export const causeGroups = ['inside', 'outside', 'between', 'client'] as const;
export type CauseGroup = (typeof causeGroups)[number];

export interface Cause {
  readonly id: number;
  readonly name: string;
  readonly group: CauseGroup;
  /** Added by the owner, not one of the built-in eleven. */
  readonly own: boolean;
}

/** A length of time in the finest unit both ends allow: minutes when both have a time of day, else days. */
export type Elapsed =
  | { readonly unit: 'minutes'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number };

export interface ComplaintLine {
  readonly id: number;
  readonly invoiceId: number | null;
  readonly invoiceNumber: string | null;
  readonly receivedOn: Day;
  readonly receivedTime: string | null;
  /** The day was taken from the invoice by an import; nobody wrote it down. */
  readonly dateAssumed: boolean;
  readonly title: string | null;
  readonly words: string;
  readonly wants: string | null;
  readonly weWant: string | null;
  readonly listener: string | null;
  readonly channel: Channel;
  readonly severity: Severity | null;
  readonly cause: Cause | null;
  readonly fault: Fault | null;
  readonly redoAsked: boolean;
  readonly moneyAsked: boolean;
  /** Null: not judged yet. */
  readonly canPutRight: boolean | null;
  /** What was delivered is of no use to the client as it is. */
  readonly ofNoUse: boolean;
  /** It was put right, and the client is still not satisfied. */
  readonly stillUnhappy: boolean;
  /** The client lost time: late, mixed up, back and forth. */
  readonly lostTime: boolean;
  /** What is to be claimed from the carrier or supplier. */
  readonly claimNote: string | null;
  /** A note that a boundary was broken hangs on this complaint. */
  readonly boundaryBroken: boolean;
  readonly repliedOn: Day | null;
  readonly repliedTime: string | null;
  readonly settledOn: Day | null;
  readonly outcome: string | null;
  readonly reviewPosted: boolean;
  readonly reviewWhere: string | null;
  readonly reviewAnswer: string | null;
  /** Minutes of work spent on putting it right, by its decisions and by redo hours noted on it. */
  readonly redoMinutes: number;
  readonly firstReplyAfter: Elapsed | null;
  /** Days from received to settled, or so far while open. */
  readonly daysOpen: number;
  readonly imported: boolean;
}

const shape = {
  invoiceId: optional(idInput),
  receivedOn: dayInput,
  receivedTime: optional(timeInput),
  title: optionalText(60),
  words: textInput(5000, 'Write what the client said, in their words.'),
  wants: optionalText(2000),
  weWant: optionalText(2000),
  listener: optionalText(100),
  channel: z.enum(channels),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'How serious is it, 1 to 4?'),
  causeId: optional(idInput),
  fault: optional(z.enum(faults)),
  redoAsked: z.boolean(),
  moneyAsked: z.boolean(),
  repliedOn: optional(dayInput),
  repliedTime: optional(timeInput),
  settledOn: optional(dayInput),
  outcome: optionalText(2000),
  reviewPosted: z.boolean(),
  reviewWhere: optionalText(200),
  reviewAnswer: optionalText(2000),
};

interface Dates {
  receivedOn: Day;
  receivedTime: string | null;
  repliedOn: Day | null;
  repliedTime: string | null;
  settledOn: Day | null;
}

const checkDates = (complaint: Dates, context: z.RefinementCtx) => {
  const { receivedOn, repliedOn, settledOn } = complaint;
  const issue = (path: keyof Dates, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (repliedOn !== null && repliedOn < receivedOn) issue('repliedOn', 'The reply is before the complaint.');
  if (settledOn !== null && settledOn < receivedOn)
    issue('settledOn', 'It can’t be settled before it was received.');
  if (complaint.repliedTime !== null && repliedOn === null)
    issue('repliedOn', 'Give the day of the reply too.');
  if (
    repliedOn === receivedOn &&
    complaint.receivedTime !== null &&
    complaint.repliedTime !== null &&
    complaint.repliedTime < complaint.receivedTime
  ) {
    issue('repliedTime', 'The reply is before the complaint.');
  }
};

export const complaintInput = z.object({ clientId: idInput, ...shape }).superRefine(checkDates);
/** Severity may stay unknown on a complaint an import brought. */
export const complaintEditInput = z
  .object({
    id: idInput,
    ...shape,
    words: optionalWords(),
    channel: z.enum([...channels, 'unknown']),
    severity: shape.severity.nullable(),
  })
  .superRefine(checkDates);

function optionalWords() {
  return z.string().trim().max(5000, 'At most 5000 characters.');
}

/**
 * What the owner judges at the desk, one answer at a time: a field left out stays as it is. `boundary`: a note that a
 * boundary was broken is made with the complaint.
 */
export const judgeInput = z
  .object({
    id: idInput,
    severity: shape.severity.nullable(),
    causeId: optional(idInput),
    fault: optional(z.enum(faults)),
    redoAsked: z.boolean(),
    moneyAsked: z.boolean(),
    canPutRight: z.boolean().nullable(),
    ofNoUse: z.boolean(),
    stillUnhappy: z.boolean(),
    lostTime: z.boolean(),
    invoiceId: optional(idInput),
    weWant: optionalText(2000),
    claimNote: optionalText(1000),
    repliedOn: optional(dayInput),
    repliedTime: optional(timeInput),
    settledOn: optional(dayInput),
    outcome: optionalText(2000),
    boundary: optionalText(1000),
  })
  .partial()
  .required({ id: true });

export const causeInput = z.object({
  name: textInput(60, 'Name the cause, without naming a person.'),
  group: z.enum(causeGroups),
});
