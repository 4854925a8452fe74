import { confirmSession, startSession } from '../../../electron/imports/sessions.ts';
import { addClient, editClient } from '../../../electron/ledger/clients.ts';
import {
  addCause,
  addComplaint,
  editComplaint,
  judgeComplaint,
} from '../../../electron/ledger/complaints.ts';
import { addDecision, redeemCoupon } from '../../../electron/ledger/decisions.ts';
import { liftFlag, raiseFlag } from '../../../electron/ledger/flags.ts';
import { addHours, removeHours } from '../../../electron/ledger/hours.ts';
import { editLedger } from '../../../electron/ledger/info.ts';
import { addLesson, editLesson, removeLesson } from '../../../electron/ledger/lessons.ts';
import { resetLetter, saveLetter } from '../../../electron/ledger/letters.ts';
import { mergeClients } from '../../../electron/ledger/merge.ts';
import { addLook, addNote, removeNote } from '../../../electron/ledger/notes.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { finishParting, saveParting, stopParting, welcomeBack } from '../../../electron/ledger/partings.ts';
import { addReferral, editReferral, removeReferral } from '../../../electron/ledger/referrals.ts';
import { removeClient, removeComplaint, removeDecision } from '../../../electron/ledger/remove.ts';
import { removeRule, ruleFromDecision, setRule } from '../../../electron/ledger/rules.ts';
import { endStanding, setStanding } from '../../../electron/ledger/standings.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import { type DecisionKind, decisionKinds } from '../../../shared/decisions/decision.ts';
import { OwnerError } from '../../../shared/result.ts';
import { moneyChanges } from './any-money-change.ts';
import { nobody, plainComplaint, TODAY } from './made-ledger.ts';
import { amount, clientOf, type Do, day, look, type Roll, some, words } from './rolling.ts';

function decide(kind: DecisionKind): Do {
  return (ledger, roll) => {
    const complaintId = some(ledger, roll, 'complaint');
    const clientId = clientOf(ledger, 'complaint', complaintId);
    const refund = kind === 'part refund' || kind === 'full refund';
    const credit = refund && roll(2) === 0;
    return addDecision(
      ledger,
      {
        clientId,
        complaintId: roll(4) === 0 ? null : complaintId,
        invoiceId: credit ? some(ledger, roll, 'invoice', `client_id = ${clientId}`) : null,
        kind,
        decidedOn: TODAY,
        amount: refund || kind === 'coupon' ? amount(roll) : 0,
        redoMinutes: kind === 'put right' ? 90 : 0,
        withApology: roll(2) === 0,
        paidBack: refund ? (credit ? 'credit' : 'money') : null,
        what: null,
        reason: words(roll),
        despite: 'All the same.',
        couponCode: kind === 'coupon' ? `C${roll(1_000_000)}` : null,
        validUntil: kind === 'coupon' ? addDays(TODAY, 60) : null,
        settles: roll(2) === 0,
      },
      TODAY,
    );
  };
}

async function importFile(ledger: Ledger, roll: Roll): Promise<void> {
  const lines = ['customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate'];
  for (let n = 0; n < 4; n++) {
    const on = addDays('2026-06-14', roll(100));
    const mdy = (d: Day) => `${d.slice(5, 7)}/${d.slice(8)}/${d.slice(0, 4)}`;
    lines.push(
      `C-${roll(3)},${5000 + roll(40)},${mdy(on)},${mdy(addDays(on, 30))},${roll(90) + 1}.50,${roll(3) === 0 ? 'Yes' : 'No'},${mdy(addDays(on, 20))}`,
    );
  }
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const preview = await startSession(ledger, 'some.csv', bytes, TODAY, () => undefined);
  if (preview.reconciliation === null || preview.reconciliation.nothingToWrite) return;
  await confirmSession(ledger, preview.importId, TODAY, () => undefined);
}

/** Every kind of change an owner can make, by name. Where it can't be made just now it throws an OwnerError. */
export const changes: Readonly<Record<string, Do>> = {
  'add a client': (l, r) =>
    addClient(
      l,
      { ...nobody, name: `Client ${r(1000)}`, number: r(3) === 0 ? `N${r(20)}` : null, allTheSame: true },
      TODAY,
    ),
  'edit a client': (l, r) =>
    editClient(l, { ...nobody, id: some(l, r, 'client'), name: `Renamed ${r(1000)}`, notes: words(r) }),
  ...moneyChanges,
  'log a complaint': (l, r) =>
    addComplaint(
      l,
      {
        ...plainComplaint,
        clientId: some(l, r, 'client'),
        receivedOn: day(r),
        words: words(r),
        fault: 'ours',
        causeId: 1 + r(11),
      },
      TODAY,
    ),
  'edit a complaint': (l, r) =>
    editComplaint(
      l,
      {
        ...plainComplaint,
        id: some(l, r, 'complaint'),
        receivedOn: addDays(TODAY, -210),
        words: words(r),
        settledOn: r(2) === 0 ? TODAY : null,
      },
      TODAY,
    ),
  'judge a complaint': (l, r) =>
    judgeComplaint(
      l,
      {
        id: some(l, r, 'complaint'),
        severity: 3,
        causeId: 1 + r(11),
        boundary: r(2) === 0 ? words(r) : null,
      },
      TODAY,
    ),
  'add a cause': (l, r) => addCause(l, { name: `cause ${r(50)}`, group: 'inside' }),
  ...Object.fromEntries(
    decisionKinds.filter((kind) => kind !== 'part ways').map((kind) => [`decide: ${kind}`, decide(kind)]),
  ),
  'redeem a coupon': (l, r) => {
    const couponId = some(l, r, 'coupon', 'redeemed_on IS NULL');
    const clientId = clientOf(l, 'coupon', couponId);
    const invoiceId = some(l, r, 'invoice', `client_id = ${clientId} AND open_minor > 0`);
    return redeemCoupon(l, { couponId, invoiceId, redeemedOn: TODAY, amount: 1_00, allTheSame: true }, TODAY);
  },
  'raise a flag': (l, r) =>
    raiseFlag(
      l,
      {
        clientId: some(l, r, 'client'),
        raisedOn: day(r),
        reason: words(r),
        instruction: 'Quote first.',
        reviewOn: null,
        look,
      },
      TODAY,
    ),
  'lift a flag': (l, r) =>
    liftFlag(
      l,
      {
        clientId: clientOf(l, 'red_flag', some(l, r, 'red_flag', 'lifted_on IS NULL')),
        liftedOn: TODAY,
        reason: words(r),
      },
      TODAY,
    ),
  'set a standing': (l, r) =>
    setStanding(
      l,
      { clientId: some(l, r, 'client'), standing: 'at risk', reason: words(r), reviewOn: addDays(TODAY, 30) },
      TODAY,
    ),
  'end a standing': (l, r) =>
    endStanding(l, { clientId: clientOf(l, 'standing_set', some(l, r, 'standing_set')) }, TODAY),
  'note hours': (l, r) =>
    addHours(
      l,
      {
        clientId: some(l, r, 'client'),
        complaintId: null,
        kind: 'chasing',
        workedOn: day(r),
        minutes: 1 + r(90),
        what: null,
      },
      TODAY,
    ),
  'remove hours': (l, r) => removeHours(l, { id: some(l, r, 'hours') }),
  'write a note': (l, r) =>
    addNote(
      l,
      {
        clientId: some(l, r, 'client'),
        complaintId: null,
        kind: 'staff strain',
        notedOn: day(r),
        words: words(r),
      },
      TODAY,
    ),
  'remove a note': (l, r) => removeNote(l, { id: some(l, r, 'note') }),
  'look inside': (l, r) => addLook(l, { clientId: some(l, r, 'client'), lookedOn: TODAY, ...look }, TODAY),
  'write a lesson': (l, r) =>
    addLesson(
      l,
      {
        complaintId: r(3) === 0 ? null : some(l, r, 'complaint'),
        causeId: 1 + r(11),
        learnedOn: day(r),
        lesson: words(r),
        changes: null,
        who: null,
        dueOn: null,
        doneOn: null,
      },
      TODAY,
    ),
  'mark a lesson done': (l, r) =>
    editLesson(
      l,
      {
        id: some(l, r, 'lesson'),
        complaintId: null,
        causeId: 2,
        learnedOn: addDays(TODAY, -201),
        lesson: words(r),
        changes: 'A checklist',
        who: null,
        dueOn: null,
        doneOn: TODAY,
      },
      TODAY,
    ),
  'remove a lesson': (l, r) => removeLesson(l, { id: some(l, r, 'lesson') }),
  'set a rule': (l, r) =>
    setRule(
      l,
      {
        key: 'settle within',
        on: r(2) === 0,
        settings: { days: 1 + r(30) },
        bornOf: words(r),
        bornComplaintId: r(2) === 0 ? null : some(l, r, 'complaint'),
      },
      TODAY,
    ),
  'make a rule of a decision': (l, r) =>
    ruleFromDecision(l, { decisionId: some(l, r, 'decision', 'complaint_id IS NOT NULL') }, TODAY),
  'remove a rule': (l, r) =>
    removeRule(l, { key: `like case:${some(l, r, 'house_rule', "rule = 'like case'")}` }),
  'word a letter': (l, r) => saveLetter(l, { name: `Letter ${r(2)}`, body: `${words(r)} ${r(100)}` }),
  'take a letter’s wording back': (l, r) => resetLetter(l, { name: `Letter ${r(2)}` }),
  'add a referral': (l, r) => addReferral(l, { name: `Referral ${r(20)}`, fits: words(r), contact: null }),
  'edit a referral': (l, r) =>
    editReferral(l, {
      id: some(l, r, 'referral'),
      name: `Referral ${20 + r(20)}`,
      fits: null,
      contact: words(r),
    }),
  'remove a referral': (l, r) => removeReferral(l, { id: some(l, r, 'referral') }),
  'save a parting worksheet': (l, r) =>
    saveParting(
      l,
      {
        clientId: some(l, r, 'client'),
        why: `${words(r)} ${r(100)}`,
        lastAttempt: null,
        finalInvoiceId: null,
        moneySettled: null,
        handOver: null,
        referralId: r(2) === 0 ? null : some(l, r, 'referral'),
        letter: words(r),
        instruction: null,
        partsOn: TODAY,
      },
      TODAY,
    ),
  'part ways': (l, r) =>
    finishParting(
      l,
      {
        clientId: clientOf(l, 'parting', some(l, r, 'parting', 'finished_on IS NULL AND stopped_on IS NULL')),
        look,
        despite: 'So be it.',
      },
      TODAY,
    ),
  'stop a parting': (l, r) =>
    stopParting(
      l,
      {
        clientId: clientOf(l, 'parting', some(l, r, 'parting', 'finished_on IS NULL AND stopped_on IS NULL')),
        why: null,
      },
      TODAY,
    ),
  'welcome back': (l, r) =>
    welcomeBack(
      l,
      {
        clientId: clientOf(
          l,
          'parting',
          some(l, r, 'parting', 'finished_on IS NOT NULL AND welcomed_on IS NULL'),
        ),
        why: words(r),
      },
      TODAY,
    ),
  'change the settings': (l, r) =>
    editLedger(l, {
      business: `Test ${r(9)} & Co`,
      hourlyCost: r(50_00),
      marginPermille: 300,
      interestPermille: null,
      termsDays: r(60),
    }),
  import: importFile,
  'merge two clients': (l, r) =>
    mergeClients(l, { keepId: some(l, r, 'client'), goneId: some(l, r, 'client'), take: [] }, TODAY),
  'remove a client': (l, r) => removeClient(l, { id: some(l, r, 'client') }),
  'remove a complaint': (l, r) => removeComplaint(l, { id: some(l, r, 'complaint') }),
  'remove a decision': (l, r) => removeDecision(l, { id: some(l, r, 'decision') }),
};

export const changeNames = Object.keys(changes);

/** Makes the change if it can be made now; answers whether it was. */
export async function attempt(ledger: Ledger, name: string, roll: Roll): Promise<boolean> {
  try {
    await changes[name]?.(ledger, roll);
    return true;
  } catch (error) {
    if (error instanceof OwnerError) return false;
    throw error;
  }
}
