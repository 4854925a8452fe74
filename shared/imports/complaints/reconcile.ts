import type { Day } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import { type ClientMatch, matchClients } from '../client-match.ts';
import type { ClientRef } from '../plan.ts';
import { clientNotes } from '../plan-notes.ts';
import type { ReadCounts } from '../reconcile.ts';
import type { Unreadable } from '../records.ts';
import { counted, quoted } from '../wording.ts';
import type { ComplaintPlan, ExistingComplaints, KnownComplaint, PlannedComplaint } from './plan.ts';
import type { MoneyRead } from './read.ts';
import { decisionsOf, type ImportedComplaint } from './record.ts';

/** What reading the file counted, for the plan's counts. */
export interface ComplaintReadCounts extends ReadCounts {
  readonly money: MoneyRead;
}

interface Facts {
  readonly opened: Day;
  readonly closed: Day | null;
  readonly words: string;
}

const baseKey = (clientId: number, { opened, words }: Facts) => `${clientId}\n${opened}\n${words}`;
const wholeKey = (clientId: number, facts: Facts, money: Minor) =>
  `${baseKey(clientId, facts)}\n${facts.closed}\n${money}`;

/** The ledger's complaints; each is found once, so that equal ones are told apart by how many there are. */
class KnownComplaints {
  readonly #whole = new Map<string, KnownComplaint[]>();
  readonly #base = new Map<string, KnownComplaint[]>();
  readonly #taken = new Set<number>();

  constructor(complaints: Iterable<KnownComplaint>) {
    for (const complaint of complaints) {
      push(this.#whole, wholeKey(complaint.clientId, complaint, complaint.money), complaint);
      if (complaint.imported) push(this.#base, baseKey(complaint.clientId, complaint), complaint);
    }
  }

  /** Equal in client, opening day, words, closing day and money. */
  equal(clientId: number, record: ImportedComplaint): KnownComplaint | null {
    return this.#take(this.#whole.get(wholeKey(clientId, record, record.money)), () => true);
  }

  /**
   * Brought by an import, of the same client, opening day and words, where one of file and ledger tells how it ended
   * and the other does not yet. What was given back by then can only have grown: less is another complaint.
   */
  otherStage(clientId: number, record: ImportedComplaint): KnownComplaint | null {
    return this.#take(
      this.#base.get(baseKey(clientId, record)),
      (known) =>
        (known.closed === null && record.closed !== null && known.money <= record.money) ||
        (known.closed !== null && record.closed === null && record.money <= known.money),
    );
  }

  /**
   * Brought by an import, of the same client, opening day and words, and found by no row of the file: settled in the
   * ledger on another day than in the file, or with another sum, it could be the same complaint.
   */
  likeIt(clientId: number, record: ImportedComplaint): KnownComplaint | null {
    return this.#take(this.#base.get(baseKey(clientId, record)), () => true);
  }

  #take(
    list: readonly KnownComplaint[] | undefined,
    fits: (known: KnownComplaint) => boolean,
  ): KnownComplaint | null {
    const found = list?.find((known) => !this.#taken.has(known.id) && fits(known)) ?? null;
    if (found) this.#taken.add(found.id);
    return found;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Placed {
  readonly record: ImportedComplaint;
  readonly client: ClientRef;
}

/** What the file adds to a complaint of the ledger that it knows the end of; nothing, where the ledger knows it. */
function planKnown({ record, client }: Placed, known: KnownComplaint): PlannedComplaint {
  const ends = record.closed !== null && known.closed === null;
  const decisions = !ends
    ? []
    : decisionsOf(record).flatMap((decision) => {
        if (decision.amount === 0) return known.kinds.includes(decision.kind) ? [] : [decision];
        const amount = decision.amount - known.money;
        return amount > 0 ? [{ ...decision, amount }] : [];
      });
  return { kind: ends ? 'settled' : 'known', record, client, complaintId: known.id, decisions };
}

function planComplaints(placed: readonly Placed[], known: KnownComplaints): PlannedComplaint[] {
  const plans = new Map<Placed, PlannedComplaint>();
  // All equal ones first, so that none is taken for another stage of one that is equal to another row.
  for (const find of ['equal', 'otherStage'] as const)
    for (const one of placed) {
      if (one.client.kind === 'new' || plans.has(one)) continue;
      const found = known[find](one.client.id, one.record);
      if (found) plans.set(one, planKnown(one, found));
    }
  return placed.map(
    (one) => plans.get(one) ?? { ...one, kind: 'new', complaintId: null, decisions: decisionsOf(one.record) },
  );
}

function place(records: readonly ImportedComplaint[], match: ClientMatch) {
  const placed: Placed[] = [];
  const refused: Unreadable[] = [];
  let money = 0;
  for (const record of records) {
    const client = match.refOf(record);
    if (client) placed.push({ record, client });
    else {
      money += record.money;
      refused.push({
        line: record.line,
        column: null,
        value: record.clientName,
        reason: `more than one client is called ${quoted(record.clientName)}, and the row has no client number to tell them apart`,
        kind: 'unreadable',
      });
    }
  }
  return { placed, refused, money };
}

/**
 * Lays the complaints of a file against the ledger. A complaint is known where client, opening day, words, closing day
 * and money are the same, each of the ledger's counting for one of the file's. Pure; importing a file again plans
 * nothing.
 */
export function reconcileComplaints(
  records: readonly ImportedComplaint[],
  existing: ExistingComplaints,
  read: ComplaintReadCounts,
): ComplaintPlan {
  const remarks = { namesDiffer: 0, numbered: 0 };
  const match = matchClients(records, existing.clients, remarks);
  const { placed, refused, money: refusedMoney } = place(records, match);
  const known = new KnownComplaints(match.knownIds.length > 0 ? existing.complaints(match.knownIds) : []);
  const complaints = planComplaints(placed, known);
  const doubtful = complaints.filter(
    ({ kind, client, record }) =>
      kind === 'new' && client.kind === 'known' && known.likeIt(client.id, record) !== null,
  );
  const decisions = complaints.flatMap((one) => one.decisions);
  const count = (test: (one: PlannedComplaint) => boolean) => complaints.filter(test).length;
  const imported = decisions.reduce((sum, { amount }) => sum + amount, 0);
  const placedMoney = complaints.reduce((sum, { record }) => sum + record.money, 0);
  const fresh = complaints.filter(({ kind }) => kind === 'new');
  return {
    newClients: match.newClients,
    numberedClients: match.numbered,
    complaints,
    refused,
    counts: {
      rows: read.rows,
      clientsNew: match.newClients.length,
      clientsKnown: match.knownIds.length,
      complaintsNew: fresh.length,
      complaintsKnown: count(({ kind }) => kind === 'known'),
      complaintsSettled: count(({ kind }) => kind === 'settled'),
      open: count(({ kind, record }) => kind === 'new' && record.closed === null),
      decisions: decisions.length,
      refunds: decisions.filter(({ amount }) => amount > 0).length,
      repeated: read.repeated,
      unreadable: read.unreadable + refused.length,
      leftOut: read.leftOut,
    },
    money: {
      read: read.money.read,
      imported,
      known: placedMoney - imported,
      leftOut: read.money.leftOut + refusedMoney,
      repeated: read.money.repeated,
      unknownRows: read.money.unknownRows,
    },
    nothingToWrite:
      match.newClients.length === 0 &&
      match.numbered.length === 0 &&
      complaints.every(({ kind }) => kind === 'known'),
    notes: [...clientNotes(remarks), ...doubtfulNotes(doubtful), ...notesOf(complaints)],
  };
}

function doubtfulNotes(doubtful: readonly PlannedComplaint[]): string[] {
  const [first] = doubtful;
  if (first === undefined) return [];
  const many = doubtful.length > 1;
  const which = many ? `, such as line ${first.record.line},` : ` (line ${first.record.line})`;
  return [
    `${counted(doubtful.length, 'complaint')}${which} ${many ? 'have' : 'has'} the client, opening day and words of one that an earlier import brought, but another closing day or sum: ${many ? 'they come' : 'it comes'} in beside it. Look whether ${many ? 'they are' : 'it is'} the same before you import.`,
  ];
}

function notesOf(complaints: readonly PlannedComplaint[]): string[] {
  const written = complaints.filter(({ kind }) => kind !== 'known');
  if (written.length === 0) return [];
  const notes: string[] = [];
  const say = (test: (one: PlannedComplaint) => boolean, one: string, many: string, rest: string) => {
    const count = written.filter(test).length;
    if (count > 0) notes.push(`${counted(count, one, many)} ${rest}`);
  };
  const refund = (record: ImportedComplaint) =>
    record.kind === 'part refund' || record.kind === 'full refund';
  say(
    ({ record }) => refund(record) && record.money === 0,
    'result that stands for a refund',
    'results that stand for a refund',
    'without money back: no decision is noted.',
  );
  say(
    ({ record }) => record.money > 0 && !refund(record),
    'refund comes',
    'refunds come',
    'in although the result stands for something else, or for nothing: the money was given back.',
  );
  say(
    ({ record }) => record.money > 0 && record.kind === 'hold firm',
    'result',
    'results',
    'that would be holding firm gave money back all the same: noted as a refund alone.',
  );
  say(
    ({ record, decisions }) => record.closed === null && decisions.length > 0,
    'complaint has',
    'complaints have',
    'a decision and no closing day: decided on the day it was opened.',
  );
  notes.push(
    'How serious each was, whose fault it was and how it reached you is not in the file: it stays unknown.',
  );
  if (complaints.some(({ decisions }) => decisions.length > 0))
    notes.push('What was decided before is not held against your house rules.');
  return notes;
}
