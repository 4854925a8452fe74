import type { ComplaintLine, Severity } from '../../../shared/complaints/complaint.ts';
import { severities } from '../../../shared/complaints/complaint.ts';
import type { DeskCase } from '../../../shared/views/desk.ts';
import { list } from '../client/words.ts';

const channels: Readonly<Record<ComplaintLine['channel'], string>> = {
  phone: 'on the phone',
  'in person': 'in person',
  'e-mail': 'by e-mail',
  message: 'by message',
  letter: 'by letter',
  review: 'in a review',
  other: '',
  unknown: '',
};

export const severityWord = (severity: Severity | null): string => {
  const word = severities.find((one) => one.value === severity)?.label;
  return word === undefined ? 'severity not known yet' : `severity ${severity}, ${word}`;
};

/** “on the phone, Ruth listened; asked for money back”. */
export function heardBy(complaint: ComplaintLine): string {
  const heard = list(channels[complaint.channel], complaint.listener && `${complaint.listener} listened`);
  const asked = list(
    complaint.redoAsked && 'asked us to do it again',
    complaint.moneyAsked && 'asked for money back',
    complaint.reviewPosted &&
      (complaint.reviewWhere ? `posted a review on ${complaint.reviewWhere}` : 'posted a review'),
  );
  return [heard, asked].filter((part) => part !== '').join('; ');
}

/** How long it waits, or waited, and how that stands against the owner's own promise. */
export function waitWords(the: DeskCase): { readonly waited: string; readonly against: string | null } {
  const { complaint, settleLimit } = the;
  const days = `${complaint.daysOpen} ${complaint.daysOpen === 1 ? 'day' : 'days'}`;
  const over = settleLimit === null ? null : complaint.daysOpen - settleLimit;
  if (complaint.settledOn !== null) {
    const waited = complaint.daysOpen === 0 ? 'settled the same day' : `settled after ${days}`;
    return {
      waited,
      against: over !== null && over > 0 ? `${over} over your limit of ${settleLimit}` : null,
    };
  }
  const waited = complaint.daysOpen === 0 ? 'since today' : days;
  if (over === null) return { waited, against: null };
  if (over > 0) return { waited, against: `${over} over your limit of ${settleLimit}` };
  return { waited, against: over === 0 ? 'your limit ends today' : `your limit is ${settleLimit}` };
}
