import type * as z from 'zod';
import { addMonths, type Day } from '../../shared/dates.ts';
import { partWays } from '../../shared/decisions/part-ways.ts';
import { fillLetter } from '../../shared/letters/fill.ts';
import { farewellValues } from '../../shared/letters/values.ts';
import { finishing, usualInstruction } from '../../shared/partings/finishing.ts';
import type {
  Parting,
  partingFinishInput,
  partingSaveInput,
  partingStopInput,
  welcomeBackInput,
} from '../../shared/partings/parting.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import { getClient } from './clients.ts';
import { flagOf, LOOK_FIRST } from './flags.ts';
import type { Value, Writer } from './handles.ts';
import { looked, writeLook } from './notes.ts';
import type { Ledger } from './open.ts';
import { partedWith } from './parted.ts';
import { houseOf, partingFacts } from './parting-page.ts';
import { goingParting } from './parting-rows.ts';

export { partedOn, partingBegun } from './parted.ts';
export { partingPage } from './parting-page.ts';

/** Long enough for the dust to settle; a red flag is not for ever. */
const REVIEW_MONTHS = 12;

/** The worksheet saves itself as it is typed: what one sitting of a few minutes wrote is one step to undo. */
const SITTING_MS = 5 * 60_000;

const PARTED_ALREADY = 'Ways are parted already. Welcome them back before you begin again.';

type Saved = z.output<typeof partingSaveInput>;

/** Begins the worksheet, or writes down what changed in the one under way. */
export function saveParting(ledger: Ledger, input: Saved, today: Day): Changed<number> {
  const { clientId } = input;
  const going = goingParting(ledger.read, clientId);
  const { name } = getClient(ledger.read, clientId);
  const label =
    going === null ? `Parting worksheet for ${name} begun` : `Changed the parting worksheet for ${name}`;
  return change(ledger, { kind: 'parting.save', label, clientId, goesOn: SITTING_MS }, (write) => {
    refuseStrangers(write, input);
    const row = asRow(input);
    if (going !== null) {
      update(write, 'parting', going.id, row);
      return going.id;
    }
    if (partedWith(write, clientId) !== null) throw new OwnerError('conflict', PARTED_ALREADY);
    return insert(write, 'parting', { client_id: clientId, begun_on: today, ...row });
  });
}

function asRow(input: Saved): Record<string, Value> {
  return {
    why: input.why,
    last_attempt: input.lastAttempt,
    final_invoice_id: input.finalInvoiceId,
    money_settled: input.moneySettled,
    hand_over: input.handOver,
    referral_id: input.referralId,
    letter: input.letter,
    instruction: input.instruction,
    parts_on: input.partsOn,
  };
}

function refuseStrangers(write: Writer, input: Saved): void {
  if (input.finalInvoiceId !== null) {
    const sql = 'SELECT client_id FROM invoice WHERE id = ?';
    const { client_id: owner } = mustGet<{ client_id: number }>(write, 'invoice', sql, input.finalInvoiceId);
    if (owner !== input.clientId)
      throw new OwnerError('invalid', 'That invoice belongs to another client.', 'finalInvoiceId');
  }
  if (input.referralId !== null)
    mustGet(write, 'referral', 'SELECT id FROM referral WHERE id = ?', input.referralId);
}

function mustGo(ledger: Ledger, clientId: number): Parting {
  const going = goingParting(ledger.read, clientId);
  if (going === null) throw new OwnerError('notFound', 'No parting worksheet is under way for this client.');
  return going;
}

/**
 * Parts ways: the look, the decision, the red flag and the end of the worksheet are one change, taken back as one.
 * Nothing is deleted. Refused while what is our fault is open; where the facts don't carry it, a reason is asked for.
 */
export function finishParting(
  ledger: Ledger,
  input: z.output<typeof partingFinishInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  const { clientId } = input;
  const parting = mustGo(ledger, clientId);
  // A welcome back can have been undone since the worksheet was begun.
  if (partedWith(ledger.read, clientId) !== null) throw new OwnerError('conflict', PARTED_ALREADY);
  const { why, partsOn } = parting;
  if (why === null) throw new OwnerError('invalid', 'Write down why, in a sentence or two.', 'why');
  if (partsOn === null) throw new OwnerError('invalid', 'On which day do ways part?', 'partsOn');
  if (input.look === null && !looked(ledger.read, clientId))
    throw new OwnerError('invalid', LOOK_FIRST, 'look');
  const facts = partingFacts(ledger, clientId, today);
  const { business, show } = houseOf(ledger.read, locale);
  const asks = finishing(partWays({ client: { ...facts, insideLooked: true } }, show), facts.ourFaultOpen);
  if (asks.first !== null) throw new OwnerError('conflict', asks.first);
  if (asks.despite !== null && input.despite === null)
    throw new OwnerError('invalid', asks.despite, 'despite');

  const client = getClient(ledger.read, clientId);
  const label = `Parted ways with ${client.name}`;
  return change(ledger, { kind: 'parting.finish', label, clientId }, (write) => {
    if (input.look !== null) writeLook(write, clientId, today, input.look);
    const rate = mustGet<{ cost: number }>(write, 'ledger', 'SELECT hourly_cost_minor AS cost FROM ledger');
    const decisionId = insert(write, 'decision', {
      client_id: clientId,
      kind: 'part ways',
      decided_on: today,
      hourly_cost_minor: rate.cost,
      reason: why.slice(0, 2000),
      despite: asks.despite === null ? null : input.despite,
    });
    tellStaff(write, parting, partsOn, today);
    const referral = referralOf(write, parting.referralId);
    const values = farewellValues({ client, business, today, owed: facts.owed }, parting, referral, show);
    update(write, 'parting', parting.id, {
      decision_id: decisionId,
      finished_on: today,
      // Kept as it was sent: what is owed tomorrow is another sum.
      letter: parting.letter === null ? null : fillLetter(parting.letter, values).text.slice(0, 10_000),
    });
    return parting.id;
  });
}

/** A red flag goes up with the end; one that is up is told what staff should do from now on. */
function tellStaff(write: Writer, parting: Parting, partsOn: Day, today: Day): void {
  const flag = flagOf(write, parting.clientId);
  if (flag !== null) {
    if (parting.instruction !== null)
      update(write, 'red_flag', flag.id, { instruction: parting.instruction });
    return;
  }
  insert(write, 'red_flag', {
    client_id: parting.clientId,
    raised_on: today,
    reason: `Ways parted: ${parting.why}`.slice(0, 2000),
    instruction: parting.instruction ?? usualInstruction(partsOn, today),
    review_on: addMonths(today, REVIEW_MONTHS),
  });
}

function referralOf(write: Writer, id: number | null) {
  if (id === null) return null;
  const sql = 'SELECT name, contact FROM referral WHERE id = ?';
  return mustGet<{ name: string; contact: string | null }>(write, 'referral', sql, id);
}

/** Stops the worksheet; it stays in the history, and saving begins another that may be copied from it. */
export function stopParting(
  ledger: Ledger,
  input: z.output<typeof partingStopInput>,
  today: Day,
): Changed<number> {
  const { clientId } = input;
  const going = mustGo(ledger, clientId);
  const label = `Parting worksheet for ${getClient(ledger.read, clientId).name} stopped`;
  return change(ledger, { kind: 'parting.stop', label, clientId }, (write) => {
    update(write, 'parting', going.id, { stopped_on: today, stopped_why: input.why });
    return going.id;
  });
}

/** Ends the parting that holds. A red flag stays: lifting it is another decision. */
export function welcomeBack(
  ledger: Ledger,
  input: z.output<typeof welcomeBackInput>,
  today: Day,
): Changed<number> {
  const { clientId } = input;
  const { name } = getClient(ledger.read, clientId);
  return change(ledger, { kind: 'parting.welcome', label: `Welcomed ${name} back`, clientId }, (write) => {
    const parted = partedWith(write, clientId);
    if (parted === null) throw new OwnerError('conflict', 'Ways are not parted with this client.');
    update(write, 'parting', parted.id, { welcomed_on: today, welcomed_why: input.why });
    return parted.id;
  });
}
