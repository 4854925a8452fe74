import type { Channel, ComplaintLine, Fault, Severity } from '../../shared/complaints/complaint.ts';
import type { Day } from '../../shared/dates.ts';

/** A complaint's fields as the forms hold them: '' where nothing was written, null where nothing was chosen. */
export type ComplaintValues = {
  clientId: number | null;
  clientName: string;
  words: string;
  wants: string;
  severity: number | null;
  channel: string;
  listener: string;
  receivedOn: string;
  receivedTime: string;
  title: string;
  invoiceId: number | null;
  causeId: number | null;
  fault: string;
  weWant: string;
  repliedOn: string;
  repliedTime: string;
  redoAsked: boolean;
  moneyAsked: boolean;
  settledOn: string;
  outcome: string;
  reviewPosted: boolean;
  reviewWhere: string;
  reviewAnswer: string;
};

/** Fields of the part that may stay closed while a complaint is logged. */
export const laterFields = [
  'title',
  'invoiceId',
  'causeId',
  'fault',
  'weWant',
  'repliedOn',
  'repliedTime',
  'redoAsked',
  'moneyAsked',
  'settledOn',
  'outcome',
  'reviewPosted',
  'reviewWhere',
  'reviewAnswer',
] as const satisfies readonly (keyof ComplaintValues)[];

/** A complaint that came in just now. */
export function newComplaint(
  client: { readonly id: number; readonly name: string } | null,
  today: Day,
  time: string,
): ComplaintValues {
  return {
    clientId: client?.id ?? null,
    clientName: client?.name ?? '',
    words: '',
    wants: '',
    severity: null,
    channel: 'phone',
    listener: '',
    receivedOn: today,
    receivedTime: time,
    title: '',
    invoiceId: null,
    causeId: null,
    fault: '',
    weWant: '',
    repliedOn: '',
    repliedTime: '',
    redoAsked: false,
    moneyAsked: false,
    settledOn: '',
    outcome: '',
    reviewPosted: false,
    reviewWhere: '',
    reviewAnswer: '',
  };
}

export function knownComplaint(
  complaint: ComplaintLine,
  client: { readonly id: number; readonly name: string },
): ComplaintValues {
  return {
    clientId: client.id,
    clientName: client.name,
    words: complaint.words,
    wants: complaint.wants ?? '',
    severity: complaint.severity,
    channel: complaint.channel,
    listener: complaint.listener ?? '',
    receivedOn: complaint.receivedOn,
    receivedTime: complaint.receivedTime ?? '',
    title: complaint.title ?? '',
    invoiceId: complaint.invoiceId,
    causeId: complaint.cause?.id ?? null,
    fault: complaint.fault ?? '',
    weWant: complaint.weWant ?? '',
    repliedOn: complaint.repliedOn ?? '',
    repliedTime: complaint.repliedTime ?? '',
    redoAsked: complaint.redoAsked,
    moneyAsked: complaint.moneyAsked,
    settledOn: complaint.settledOn ?? '',
    outcome: complaint.outcome ?? '',
    reviewPosted: complaint.reviewPosted,
    reviewWhere: complaint.reviewWhere ?? '',
    reviewAnswer: complaint.reviewAnswer ?? '',
  };
}

/** What both complaint commands take; where a review stands is dropped when there is none. */
export function complaintInputOf(values: ComplaintValues) {
  const { clientId: _client, clientName: _name, ...rest } = values;
  return {
    ...rest,
    severity: values.severity as Severity,
    channel: values.channel as Exclude<Channel, 'unknown'>,
    fault: (values.fault === '' ? null : values.fault) as Fault | null,
    reviewWhere: values.reviewPosted ? values.reviewWhere : '',
    reviewAnswer: values.reviewPosted ? values.reviewAnswer : '',
  };
}

/** The wall clock as `HH:MM`. */
export function timeNow(now = new Date()): string {
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}
