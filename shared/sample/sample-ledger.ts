import type { ClientFields } from '../clients/client.ts';
import { addDays, addMonths, type Day } from '../dates.ts';
import { type Minor, showMoney } from '../money.ts';
import { buildCases } from './cases.ts';
import { clientSeeds } from './clients/index.ts';
import { complaintSeeds } from './complaints/index.ts';
import { type Bill, CreditBook } from './credit-book.ts';
import { houseRules } from './house-rules.ts';
import { keepingFor } from './keeping.ts';
import { partingBehind, referrals } from './partings.ts';
import { type Dealt, dealLateness, paidOn } from './payers.ts';
import { payInvoices } from './payments.ts';
import { type Random, randomFor } from './random.ts';
import { scaleFor } from './scale.ts';
import { anchorDay, compare, draftInvoices, inDueOrder } from './schedule.ts';
import type { ClientSeed, FlagSeed } from './seeds.ts';
import type { SampleClient, SampleFlag, SampleInvoice, SampleLedger, SampleOptions } from './types.ts';
import { verdictsOfSample } from './verdicts.ts';

const BUSINESS = 'Hollin Gardens';
/** Number of the first invoice kept: the business is older than its ledger. */
const FIRST_NUMBER = 1963;
const HOURLY_COST = 28;
const MARGIN_PERMILLE = 380;
const INTEREST_PERMILLE = 90;

/** A client with invoices dealt out, before they have numbers. */
interface Opened {
  readonly seed: ClientSeed;
  readonly random: Random;
  readonly anchor: Day;
  readonly dealt: readonly Dealt[];
}

/**
 * The sample ledger: a small gardening business with some sixty clients over three years up to `today`, made so that
 * every screen has something to show. Pure: the same options give the same records, key by key. Amounts are whole
 * minor units of `currency`, scaled to what such work might cost there. Throws RangeError for a `today` that is no
 * day or an unknown currency.
 */
export function sampleLedger({ today, currency, seed = 1, locale = 'en-GB' }: SampleOptions): SampleLedger {
  const scale = scaleFor(currency);
  const hourlyCost = scale(HOURLY_COST);
  const bySince = [...clientSeeds].sort((a, b) => b.since - a.since);
  const opened = bySince.map((client): Opened => {
    const random = randomFor(seed, client.name);
    const anchor = anchorDay(client, today, random);
    const drafts = draftInvoices(client, today, anchor, scale);
    return { seed: client, random, anchor, dealt: dealLateness(client.pays, drafts, today, random) };
  });
  const numbers = numberInvoices(opened);

  const clients = opened.map((one, index) => {
    const number = `C${String(index + 1).padStart(3, '0')}`;
    return buildClient(one, number, { today, scale, hourlyCost, numbers });
  });
  const rules = houseRules(clients, today, scale);
  return {
    business: BUSINESS,
    hourlyCost,
    marginPermille: MARGIN_PERMILLE,
    interestPermille: INTEREST_PERMILLE,
    clients,
    referrals,
    rules,
    verdicts: verdictsOfSample(clients, rules, (amount) => showMoney(amount, currency, locale)),
  };
}

/** Numbers as a business gives them: one after the other over all clients, by day of issue. */
function numberInvoices(opened: readonly Opened[]): ReadonlyMap<Dealt, string> {
  const all = opened.flatMap(({ dealt }) => dealt);
  all.sort((a, b) => compare(a.draft.issued, b.draft.issued));
  return new Map(all.map((one, index) => [one, String(FIRST_NUMBER + index)]));
}

interface Shared {
  readonly today: Day;
  readonly scale: (figure: number) => Minor;
  readonly hourlyCost: Minor;
  readonly numbers: ReadonlyMap<Dealt, string>;
}

function buildClient(opened: Opened, number: string, shared: Shared): SampleClient {
  const { seed, dealt } = opened;
  const { today, scale, hourlyCost } = shared;
  const numbered = dealt.map((one) => ({ one, bill: billOf(one, shared) }));
  const bills = numbered
    .map(({ bill }) => bill)
    .sort((a, b) => compare(a.issued, b.issued) || Number(a.key) - Number(b.key));
  const book = new CreditBook(bills);
  const newestDue = inDueOrder(dealt.map(({ draft }) => draft))
    .filter(({ due }) => due < today)
    .reverse();
  const isNth = (one: Dealt, nth: number | undefined) => nth !== undefined && newestDue[nth] === one.draft;

  const { note, over, ahead } = seed.pays;
  for (const { one, bill } of numbered) {
    if (note !== undefined && isNth(one, note.newest))
      book.note(bill, bill.issued, scale(note.amount), note.reason);
  }
  const { complaints, decisions } = buildCases(
    complaintSeeds.filter((complaint) => complaint.client === seed.name),
    {
      keyPrefix: number,
      codePrefix: codePrefix(seed.name),
      anchor: opened.anchor,
      random: opened.random,
      bills,
      today,
      scale,
      hourlyCost,
    },
    book,
  );
  const owing = numbered.map(({ one, bill }) => ({
    key: bill.key,
    dealt: one,
    owed: book.owed(bill),
    over: over !== undefined && isNth(one, over.newest) ? scale(over.by) : 0,
  }));
  const paid = payInvoices(owing, seed.pays, today, scale);
  const invoices = numbered
    .map(
      ({ one: { draft }, bill }): SampleInvoice => ({
        key: bill.key,
        number: bill.key,
        ...draft,
        payments: paid.get(bill.key)?.payments ?? [],
        credits: book.creditsOf(bill.key),
        writeOff: paid.get(bill.key)?.writeOff ?? null,
      }),
    )
    .sort((a, b) => Number(a.key) - Number(b.key));
  const parted = decisions.find(({ kind }) => kind === 'part ways');
  return {
    ...fieldsOf(seed, number, today),
    patterns: seed.patterns,
    invoices,
    onAccount:
      ahead === undefined
        ? []
        : [{ on: addDays(today, -ahead.ago), amount: scale(ahead.amount), method: seed.pays.by }],
    complaints,
    decisions,
    flag: seed.flag === undefined ? null : flagOf(seed.flag, today),
    ...keepingFor(seed.name, today),
    parting: parted === undefined ? null : partingBehind(parted),
  };
}

function billOf(one: Dealt, { numbers, today }: Shared): Bill {
  const key = numbers.get(one);
  if (key === undefined) throw new Error('An invoice of the sample has no number.');
  const { title, issued, amount } = one.draft;
  return { key, title, issued, amount, paidOn: paidOn(one, today) };
}

function fieldsOf(seed: ClientSeed, number: string, today: Day): ClientFields {
  const mailbox = plain(seed.name).replaceAll(' ', '-').toLowerCase();
  return {
    name: seed.name,
    number,
    descriptor: seed.descriptor,
    contact: seed.contact,
    // 01632 960 000–999 and the domain .example are set aside for invented people: nobody can be called by accident.
    phone: `01632 960 ${seed.phone}`,
    email: seed.contact === null ? `${mailbox}@post.example` : `office@${mailbox}.example`,
    address: seed.address,
    termsDays: seed.terms,
    since: addMonths(today, -seed.since),
    notes: seed.notes,
  };
}

function flagOf(flag: FlagSeed, today: Day): SampleFlag {
  return {
    raisedOn: addDays(today, -flag.ago),
    reason: flag.reason,
    instruction: flag.instruction,
    reviewOn: addDays(today, flag.reviewIn),
    liftedOn: flag.lifted === undefined ? null : addDays(today, -flag.lifted.ago),
    liftedReason: flag.lifted?.reason ?? null,
  };
}

/** Letters and single spaces only, without accents: “Seán Ó Briain” is “Sean O Briain”. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .replace(/ +/g, ' ');
}

/** The word a client is known by, for the codes of their coupons: WHITLOCK, LARKFIELD. */
function codePrefix(name: string): string {
  const words = plain(name)
    .split(' ')
    .filter((word) => !/^(Mrs?|Miss|Dr|and|The|St)$/.test(word));
  return (words[0] ?? 'CLIENT').toUpperCase();
}
