import * as z from 'zod';
import type { Day } from '../dates.ts';
import { dayInput, idInput, optional, optionalText, textInput } from '../inputs.ts';
import type { LetterPurpose } from '../letters/purposes.ts';
import { lookPart } from '../notes/note.ts';

/** The worksheet for parting kindly with one client. Texts are null until the owner writes them. */
export interface Parting {
  readonly id: number;
  readonly clientId: number;
  readonly begunOn: Day;
  readonly why: string | null;
  readonly lastAttempt: string | null;
  readonly finalInvoiceId: number | null;
  /** What is owed, and how it will be settled. */
  readonly moneySettled: string | null;
  readonly handOver: string | null;
  readonly referralId: number | null;
  readonly letter: string | null;
  /** For the red flag that goes up with the end; nothing private. */
  readonly instruction: string | null;
  readonly partsOn: Day | null;
  readonly finishedOn: Day | null;
  readonly stoppedOn: Day | null;
  readonly stoppedWhy: string | null;
  readonly welcomedOn: Day | null;
  readonly welcomedWhy: string | null;
}

/** Someone who could serve a client better. */
export interface Referral {
  readonly id: number;
  readonly name: string;
  readonly fits: string | null;
  readonly contact: string | null;
}

/** A letter's text with fields in braces, as in {client}; the program's own wording until the owner changes it. */
export interface Letter {
  readonly name: string;
  readonly purpose: LetterPurpose;
  readonly body: string;
  readonly own: boolean;
}

export const partingSaveInput = z.object({
  clientId: idInput,
  why: optionalText(5000),
  lastAttempt: optionalText(2000),
  finalInvoiceId: optional(idInput),
  moneySettled: optionalText(2000),
  handOver: optionalText(5000),
  referralId: optional(idInput),
  letter: optionalText(10_000),
  instruction: optionalText(500),
  partsOn: optional(dayInput),
});

export const partingFinishInput = z.object({
  clientId: idInput,
  /** Looking inside, done now; null where a look of before still counts. */
  look: lookPart.nullable(),
  /** Why part although the conditions are not met or something blocks; null where nothing does. */
  despite: optionalText(2000),
});

export const partingStopInput = z.object({ clientId: idInput, why: optionalText(2000) });
export const welcomeBackInput = z.object({
  clientId: idInput,
  why: textInput(2000, 'Say what has changed.'),
});

const referralShape = {
  name: textInput(200, 'Who is it?'),
  fits: optionalText(500),
  contact: optionalText(300),
};
export const referralInput = z.object(referralShape);
export const referralEditInput = z.object({ id: idInput, ...referralShape });

export const letterInput = z.object({
  name: textInput(60, 'Give the letter a name.'),
  body: textInput(10_000, 'A letter needs words.'),
});
