import { plural } from '../complaints/clocks.ts';
import { daysBetween, showDay } from '../dates.ts';
import type { Advice, AdvisedOption, Reason } from './advice.ts';
import type { CaseComplaint, DecisionCase } from './case.ts';
import type { Beyond } from './limits.ts';
import type { Ranking } from './rank.ts';
import { insideAndTheirs, type Needed, type Situation } from './situation.ts';

/** What comes before any option: while nobody has replied, that somebody does. */
export function firstWords({ complaint, today }: DecisionCase): Reason[] {
  if (complaint.replied || complaint.settled) return [];
  const evidence = { kind: 'complaint', id: complaint.id } as const;
  const waited = daysBetween(complaint.receivedOn, today);
  return [
    { text: 'Reply today, and listen.', evidence },
    ...(waited > 0 ? [{ text: `They have waited ${plural(waited, 'day')} for a word.`, evidence }] : []),
  ];
}

const QUESTIONS: Readonly<Record<Needed, string>> = {
  severity: 'How serious is it, 1 to 4? Whether a coupon or money back fits hangs on it.',
  fault: 'Whose fault is it? What is ours is made good, what is theirs is explained.',
  cause: 'What went wrong? Like cases are found by the cause, and some house rules go by it.',
  canPutRight: 'Can it be put right? If it can, that comes first.',
};

const DOUBTFUL = 'Whose fault is it? The cause is an inside one, yet the fault is noted as theirs.';

/** What the advice would need to know, and why. Of a settled complaint nothing is asked any more. */
export function unknownOf(s: Situation, { complaint, invoice, client }: DecisionCase): Advice['unknown'] {
  if (s.settled) return [];
  const asked = s.asks.map((field) => ({
    field,
    text: field === 'fault' && insideAndTheirs(complaint) ? DOUBTFUL : QUESTIONS[field],
  }));
  if (invoice !== null) return asked;
  const text =
    client.usualInvoice === null
      ? 'Which invoice is it about? None of the last 24 months is in the ledger, so no amount can be suggested.'
      : 'Which invoice is it about? A refund is never more than what was paid on it.';
  return [...asked, { field: 'invoice', text }];
}

type Note = Advice['notes'][number];

/** Besides the options: what was settled or is under way, limits, the claim, new work, rules at odds. */
export function notesOn(
  the: DecisionCase,
  s: Situation,
  ranking: Ranking,
  options: readonly AdvisedOption[],
  beyond: readonly Beyond[],
  together: readonly Beyond[],
): Note[] {
  const done = settledNote(s, ranking);
  return [
    done,
    ...(done === null ? [...limitNotes(ranking, beyond), ...onTopNotes(together)] : []),
    claimNote(the.complaint),
    newWorkNote(the),
    rulesNote(options),
  ].filter((note) => note !== null);
}

function settledNote({ settled, underWay }: Situation, { again }: Ranking): Note | null {
  const evidence = { kind: 'case', field: 'settled' } as const;
  if (settled) {
    return {
      id: 'settled',
      text: 'This complaint is settled, so nothing is suggested. A further decision can still be made.',
      evidence,
    };
  }
  const decided = underWay ?? again;
  if (decided === null) return null;
  const further =
    decided.kind === 'put right'
      ? 'See it through, or say that they are still not satisfied.'
      : 'See it through. If it is not enough, you can still decide again.';
  return {
    id: 'settled',
    text: `Decided on ${showDay(decided.on)}: ${decided.kind}. ${further}`,
    evidence: { kind: 'case', field: 'decided' },
  };
}

function limitNotes(ranking: Ranking, beyond: readonly Beyond[]): Note[] {
  const what = ranking.setBack ?? ranking.lead;
  const so =
    ranking.setBack === null ? 'Nothing cheaper fits.' : 'So the cheaper of two that fit comes first.';
  return beyond.map(({ id, words, evidence }) => ({
    id,
    text: `${NAMES[what]}: ${words}. ${so}`,
    evidence,
  }));
}

function onTopNotes(together: readonly Beyond[]): Note[] {
  return together.map(({ id, words, evidence }) => ({
    id,
    text: `With the coupon on top ${words}. Without it you stay within.`,
    evidence,
  }));
}

const NAMES: Readonly<Record<Ranking['lead'], string>> = {
  apologise: 'Apologise',
  'put right': 'Put right',
  coupon: 'Coupon',
  'part refund': 'Part refund',
  'full refund': 'Full refund',
  'hold firm': 'Hold firm',
};

const CARRIED = ['late shipment', 'broken in transit'];

function claimNote({ cause, fault, claimNoted, settled }: CaseComplaint): Note | null {
  if (claimNoted || settled || cause === null) return null;
  if (cause.group !== 'outside' && fault !== 'nobody') return null;
  const note = (text: string): Note => ({ id: 'claim', text, evidence: { kind: 'case', field: 'cause' } });
  if (CARRIED.includes(cause.name)) return note('The carrier is another matter: note what to claim from it.');
  if (cause.name === 'supplier') return note('The supplier is another matter: note what to claim from it.');
  return cause.group === 'outside'
    ? note(`“${cause.name}” is another matter: note what to claim, and from whom.`)
    : note('If a carrier or supplier had a part in it, that is another matter: note what to claim.');
}

function newWorkNote({ client, complaint }: DecisionCase): Note | null {
  if (complaint.settled || !(client.flagged || client.parted)) return null;
  const why = client.parted ? 'Ways have parted' : 'A red flag is up';
  return {
    id: 'noNewWork',
    text: `${why}: settle this one properly all the same, then no new work.`,
    evidence: { kind: 'figure', figure: 'standing', part: null },
  };
}

/** Said where every option but the apology breaks a rule, and not the same one: then it is the rules that are at odds. */
function rulesNote(options: readonly AdvisedOption[]): Note | null {
  const broken = options
    .filter(({ kind }) => kind !== 'apologise')
    .map(({ rules }) => rules.filter(({ verdict }) => verdict === 'broken'));
  const all = new Map(broken.flat().map(({ key, title }) => [key, title]));
  const [key] = all.keys();
  if (key === undefined || all.size < 2 || broken.some((rules) => rules.length === 0)) return null;
  return {
    id: 'rules',
    text: `House rules are at odds here: ${[...all.values()].join('; ')}. Whatever you choose breaks one, so say why.`,
    evidence: { kind: 'rule', key },
  };
}
