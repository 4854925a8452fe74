import { showDay } from '../dates.ts';
import type { Evidence, Reason } from './advice.ts';
import type { DecisionCase, PastDecision } from './case.ts';
import { times } from './counts.ts';
import { agreed } from './like.ts';
import type { Beyond } from './limits.ts';
import { canGiveBack, type OptionKind, type Proposed } from './propose.ts';
import type { Ranking } from './rank.ts';
import type { Show } from './rules/rule.ts';
import type { Situation } from './situation.ts';

/** All that an option's sentences are made of. */
export interface Told {
  readonly the: DecisionCase;
  readonly s: Situation;
  readonly ranking: Ranking;
  /** Nearest first. */
  readonly like: readonly PastDecision[];
  readonly proposed: (kind: OptionKind) => Proposed;
  readonly beyond: (kind: OptionKind) => readonly Beyond[];
  /** Which limits a coupon goes beyond together with what it goes on top of. */
  readonly together: readonly Beyond[];
  readonly show: Show;
}

const judged = (field: string): Evidence => ({ kind: 'case', field });
const because = (text: string, evidence: Evidence): Reason => ({ text, evidence });

/** One or two short sentences on why an option stands where it does, each with its evidence. */
export function reasonsFor(kind: OptionKind, told: Told): Reason[] {
  const more = furtherReason(kind, told);
  return more === null ? [mainReason(kind, told)] : [mainReason(kind, told), more];
}

function mainReason(kind: OptionKind, told: Told): Reason {
  switch (kind) {
    case 'apologise':
      return apology(told);
    case 'put right':
      return puttingRight(told);
    case 'coupon':
      return coupon(told);
    case 'part refund':
    case 'full refund':
      return canGiveBack(told.the)
        ? kind === 'part refund'
          ? partBack(told)
          : allBack(told)
        : because(
            'There is nothing to give back: nothing that was paid is left, and nothing is open.',
            judged('invoice'),
          );
    case 'hold firm':
      return holdingFirm(told);
  }
}

function apology({ ranking }: Told): Reason {
  if (ranking.sentence === 'explain and apologise')
    return because('Explain, and say sorry for the trouble: goodwill is presumed.', judged('fault'));
  if (ranking.sentence === 'too little is known')
    return because('It can be said today; the rest hangs on what is not known yet.', judged('severity'));
  return because('Owed in any case, whoever’s fault it is.', judged('replied'));
}

/** “It is our fault”, as the beginning of a sentence. */
function whose({ the, s }: Told): string {
  if (s.side === 'ours') return the.complaint.fault === 'shared' ? 'The fault is shared' : 'It is our fault';
  return the.complaint.fault === 'nobody' ? 'It is nobody’s fault' : 'It came from outside';
}

function puttingRight(told: Told): Reason {
  const { the, s, ranking } = told;
  if (the.complaint.canPutRight === false) return because('It can’t be put right.', judged('canPutRight'));
  if (s.tried)
    return because('It was put right once, and they are still not satisfied.', judged('stillUnhappy'));
  if (ranking.sentence === 'too little is known')
    return because('Comes first if it is for us to make good, and can be.', judged('canPutRight'));
  if (ranking.sentence !== 'put right')
    return because('The cause is on their side: it would be a present.', judged('fault'));
  if (ranking.setBack === 'put right')
    return because(
      `${whose(told)} and it can be put right, but that costs more than half the money back.`,
      judged('canPutRight'),
    );
  const good = s.side === 'ours' ? 'that comes first' : 'make it good to them all the same';
  return because(`${whose(told)} and it can be put right: ${good}.`, judged('canPutRight'));
}

function coupon(told: Told): Reason {
  const { s, ranking } = told;
  if (ranking.couponOnTop && s.lostTime !== null)
    return because(`${s.lostTime.text.slice(0, -1)}, so a coupon goes on top.`, s.lostTime.evidence);
  switch (ranking.sentence) {
    case 'too little is known':
      return because('For what is not so serious and can’t be undone.', judged('severity'));
    case 'nothing to give back':
      return because('There is nothing to give back, so a coupon makes it good.', judged('invoice'));
    case 'put right':
      if (ranking.lead === 'coupon')
        return because('Not so serious, and cheaper than putting it right.', judged('severity'));
      return ranking.lead === 'put right'
        ? because('Putting it right is enough: no lost time is noted.', judged('lostTime'))
        : because(NOT_MENDED, judged('severity'));
    case 'all of the money back':
    case 'part of the money back':
      return because(NOT_MENDED, judged('severity'));
    case 'a coupon smooths it over':
      if (ranking.lead !== 'coupon') return because('A coupon was given, and not enough.', judged('decided'));
      return because(
        s.tried
          ? 'Putting it right did not satisfy them, and it is not so serious: a coupon smooths it over.'
          : 'Not so serious, and it can’t be undone: a coupon smooths it over and asks them back.',
        judged('severity'),
      );
    case 'hold firm, with evidence':
      return because('A small one at most, as a kindness.', judged('fault'));
    case 'explain and apologise':
      return because('A small one at most: the cause is on their side.', judged('fault'));
  }
}

const NOT_MENDED = 'A loss like this is not mended by a coupon.';
const COUPON_FIRST = 'For something not so serious, a coupon comes before a refund.';
const NEVER_FIRST = 'Never first for something not so serious.';
const mild = (s: Situation) => s.severity === 1 || s.severity === 2;

function partBack(told: Told): Reason {
  const { s, ranking } = told;
  const what = s.severity === 4 ? 'It is unusable or unsafe' : 'It is a real loss';
  switch (ranking.sentence) {
    case 'put right':
      if (ranking.lead === 'part refund')
        return because(`${what}, and giving part back is cheaper than putting it right.`, judged('severity'));
      if (ranking.lead === 'full refund')
        return because('Part of it would be too little here.', judged(s.ofNoUse ? 'ofNoUse' : 'severity'));
      return mild(s)
        ? because(COUPON_FIRST, judged('severity'))
        : because('Only if it turns out that it can’t be put right.', judged('canPutRight'));
    case 'part of the money back':
      return because(`A real loss, and ${failed(s)}: part of the money back.`, judged(failedField(s)));
    case 'all of the money back':
      return ranking.lead === 'part refund'
        ? because('Money back is due, and part of it is the cheaper of two that fit.', judged('severity'))
        : because('Part of it would be too little here.', judged(s.ofNoUse ? 'ofNoUse' : 'severity'));
    case 'a coupon smooths it over':
      return ranking.lead === 'part refund'
        ? because('A coupon was given already, so part of the money back is next.', judged('decided'))
        : because(COUPON_FIRST, judged('severity'));
    default:
      return refundElse(ranking);
  }
}

function allBack(told: Told): Reason {
  const { s, ranking } = told;
  switch (ranking.sentence) {
    case 'put right':
      if (mild(s)) return because(NEVER_FIRST, judged('severity'));
      return ranking.lead === 'full refund'
        ? because('All of the money back costs less than putting it right.', judged('severity'))
        : because(
            'Only if it can’t be put right after all, and part of it is too little.',
            judged('canPutRight'),
          );
    case 'all of the money back':
      return s.severity === 4
        ? because(`Unusable or unsafe, and ${failed(s)}: all of the money back.`, judged('severity'))
        : because('What they got is of no use to them: all of the money back.', judged('ofNoUse'));
    case 'part of the money back':
      return because(
        'What they got is still of some use: all of it back goes beyond the loss.',
        judged('ofNoUse'),
      );
    case 'a coupon smooths it over':
      return because(NEVER_FIRST, judged('severity'));
    default:
      return refundElse(ranking);
  }
}

const failed = (s: Situation) =>
  s.tried ? 'putting it right did not satisfy them' : 'it can’t be put right';
const failedField = (s: Situation) => (s.tried ? 'stillUnhappy' : 'canPutRight');

function refundElse({ sentence }: Ranking): Reason {
  return sentence === 'too little is known'
    ? because('For a real loss that is ours and can’t be put right.', judged('severity'))
    : because('The cause is on their side: no money is due back.', judged('fault'));
}

function holdingFirm(told: Told): Reason {
  const { s, ranking } = told;
  switch (ranking.sentence) {
    case 'hold firm, with evidence':
      return s.evidence === null
        ? because('Say no kindly, and say why.', judged('fault'))
        : because(`${s.evidence.text.slice(0, -1)}: say no kindly, and say why.`, s.evidence.evidence);
    case 'explain and apologise':
      return because('Goodwill is presumed: holding firm takes evidence, and there is none.', {
        kind: 'figure',
        figure: 'clientCaused',
        part: null,
      });
    case 'too little is known':
      return because('Holding firm takes evidence; first it has to be known what happened.', judged('fault'));
    default:
      return because(`${whose(told)}: there is nothing to hold firm on.`, judged('fault'));
  }
}

/** The weightiest other thing there is to say; null: nothing. */
function furtherReason(kind: OptionKind, told: Told): Reason | null {
  return (
    limitReason(kind, told) ??
    decidedReason(kind, told) ??
    creditReason(kind, told) ??
    openReason(kind, told) ??
    newWorkReason(kind, told) ??
    likeReason(kind, told)
  );
}

/** Said of what would lead, and of what leads although it goes beyond. */
function limitReason(kind: OptionKind, { ranking, beyond, together }: Told): Reason | null {
  const [onTop] = together;
  if (kind === 'coupon' && onTop !== undefined) return because(`Together ${onTop.words}.`, onTop.evidence);
  if (kind !== ranking.lead && kind !== ranking.setBack) return null;
  const [first] = beyond(kind);
  if (first === undefined) return null;
  return because(`${first.words.charAt(0).toUpperCase()}${first.words.slice(1)}.`, first.evidence);
}

function decidedReason(kind: OptionKind, { the }: Told): Reason | null {
  const before = the.complaint.decided.filter((one) => one.kind === kind);
  const last = before.at(-1);
  if (last === undefined) return null;
  const often = before.length === 1 ? 'once already,' : `${times(before.length)} already, last`;
  return because(`Decided ${often} on ${showDay(last.on)}.`, judged('decided'));
}

function creditReason(kind: OptionKind, { the, ranking, proposed }: Told): Reason | null {
  const credit = proposed(kind).paidBack === 'credit' && proposed(kind).amount !== null;
  if (!credit || !ranking.fits.has(kind)) return null;
  const { invoice } = the;
  const untouched = invoice === null || invoice.open >= invoice.amount;
  const why = untouched ? 'Nothing was paid yet' : 'Nothing that was paid is left to give back';
  return because(`${why}, so it is a credit on the invoice.`, judged('invoice'));
}

/** A refund is never more than what was paid: what is still open of it has to be credited besides. */
function openReason(kind: OptionKind, { the, ranking, proposed, show }: Told): Reason | null {
  const open = the.invoice?.open ?? 0;
  if (kind !== 'full refund' || open <= 0 || proposed(kind).paidBack !== 'money') return null;
  if (!ranking.fits.has(kind)) return null;
  return because(`${show(open)} of the invoice is still open: credit that too.`, judged('invoice'));
}

function newWorkReason(kind: OptionKind, { the }: Told): Reason | null {
  const { flagged, parted } = the.client;
  if (kind !== 'coupon' || !(flagged || parted)) return null;
  const why = parted ? 'Ways have parted' : 'A red flag is up';
  return because(`${why}, and a coupon would bring new work.`, {
    kind: 'figure',
    figure: 'standing',
    part: null,
  });
}

/** Points to the nearest of the like cases that got it. */
function likeReason(kind: OptionKind, { like, ranking }: Told): Reason | null {
  const others = agreed(like);
  const nearest = like.find((past) => past.kind === kind);
  if (others?.kind !== kind || nearest === undefined) return null;
  return because(
    `${kind === ranking.lead ? 'It' : 'Yet it'} is what ${others.count} of ${others.of} like cases got.`,
    { kind: 'decision', id: nearest.id, clientId: nearest.clientId },
  );
}
