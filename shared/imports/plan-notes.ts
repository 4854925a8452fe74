import { counted } from './wording.ts';

/** Counts of things worth a word, said in the plan's notes where they are not 0. */
export interface Remarks {
  zeroTwins: number;
  numbersKept: number;
  fullerNumbers: number;
  paidTwice: number;
  dayKept: number;
  writtenOff: number;
  amountBelowPaid: number;
  namesDiffer: number;
  numbered: number;
}

/** What is worth a word about clients, whatever was imported of them. */
export function clientNotes({ namesDiffer, numbered }: Pick<Remarks, 'namesDiffer' | 'numbered'>): string[] {
  const notes: string[] = [];
  if (namesDiffer > 0)
    notes.push(
      `${counted(namesDiffer, 'client is', 'clients are')} spelled in more than one way; the ledger’s spelling, or else the first, is kept.`,
    );
  if (numbered > 0)
    notes.push(
      `${counted(numbered, 'client of the ledger gets its', 'clients of the ledger get their')} number from the file.`,
    );
  return notes;
}

export function planNotes(remarks: Remarks, complaints: number): string[] {
  const notes: string[] = [];
  const say = (count: number, text: (many: boolean) => string) => {
    if (count > 0) notes.push(text(count !== 1));
  };
  const { zeroTwins, numbersKept, fullerNumbers, paidTwice, dayKept, writtenOff, amountBelowPaid } = remarks;
  say(
    fullerNumbers,
    (many) =>
      `${counted(fullerNumbers, 'invoice number')} in the ledger ${many ? 'have' : 'has'} lost leading zeros; the fuller ${many ? 'ones' : 'one'} of the file ${many ? 'are' : 'is'} kept.`,
  );
  say(
    numbersKept,
    (many) =>
      `${counted(numbersKept, 'invoice number')} in the file ${many ? 'have' : 'has'} lost leading zeros; the fuller ${many ? 'ones' : 'one'} of the ledger ${many ? 'are' : 'is'} kept.`,
  );
  say(
    zeroTwins,
    (many) =>
      `${counted(zeroTwins, 'invoice')} ${many ? 'stand' : 'stands'} in the file with and without leading zeros; read once, with the fuller number.`,
  );
  say(
    paidTwice,
    (many) =>
      `${counted(paidTwice, 'invoice')} ${many ? 'are' : 'is'} given twice with different payments; the one with the fuller number counts.`,
  );
  say(
    dayKept,
    (many) =>
      `${counted(dayKept, 'invoice')} ${many ? 'were' : 'was'} paid on another day in the ledger, where payments were entered by hand: the ledger’s day is kept.`,
  );
  say(
    writtenOff,
    (many) =>
      `${counted(writtenOff, 'invoice')} the file calls paid ${many ? 'are' : 'is'} closed without a payment in the ledger: left as it is.`,
  );
  say(
    amountBelowPaid,
    (many) =>
      `${counted(amountBelowPaid, 'invoice')} ${many ? 'get' : 'gets'} an amount below what was already paid: the rest becomes credit.`,
  );
  notes.push(...clientNotes(remarks));
  say(
    complaints,
    (many) =>
      `${counted(complaints, 'disputed invoice')} ${many ? 'become complaints' : 'becomes a complaint'}, cause unknown yet, dated by the invoice.`,
  );
  return notes;
}
