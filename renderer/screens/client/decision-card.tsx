import type { ReactNode } from 'react';
import type { ComplaintLine } from '../../../shared/complaints/complaint.ts';
import { showDay } from '../../../shared/dates.ts';
import type { DecisionLine } from '../../../shared/decisions/decision.ts';
import { lettersFor } from '../../../shared/letters/for-decision.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useLinked, useLinkProps } from '../../charts/linked.tsx';
import { useFormat } from '../../format.tsx';
import { useForms } from '../../forms/forms.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { OutcomeLine } from '../outcomes/outcome-line.tsx';
import { printPath } from '../print/print-path.ts';
import { rowKey } from './links.ts';
import { useRemoval } from './removal.tsx';
import { rowElementId } from './row-target.ts';
import { capitalised, couponFate, decisionAmount, hoursWords, list } from './words.ts';

export interface DecisionCardProps {
  readonly decision: DecisionLine;
  readonly page: ClientPage;
}

/** One decision: kind, amount, what was done and why, what became of its coupon, and what came after. */
export function DecisionCard({ decision, page }: DecisionCardProps) {
  const { money } = useFormat();
  const key = rowKey('decision', decision.id);
  const link = useLinkProps([key]);
  return (
    <article
      className="pair-cell decision"
      id={rowElementId(key)}
      tabIndex={-1}
      aria-label={`Decision of ${showDay(decision.decidedOn)}: ${decision.kind}`}
      {...link}
    >
      <div className="pair-meta">
        <DecisionMark
          kind={decision.kind}
          used={decision.coupon !== null && decision.coupon.redeemedOn !== null}
        />
        <span className="decision-kind">{capitalised(decision.kind)}</span>
        {decisionAmount(decision) > 0 && (
          <span className="decision-amount">{money(decisionAmount(decision))}</span>
        )}
        {decision.withApology && decision.kind !== 'apologise' && <span>with an apology</span>}
        <span className="pair-end">{showDay(decision.decidedOn)}</span>
      </div>
      {decision.what && <p className="decision-what">{decision.what}</p>}
      <Facts decision={decision} page={page} />
      <Doings decision={decision} page={page} />
      <Remove decision={decision} />
    </article>
  );
}

function Facts({ decision, page }: DecisionCardProps) {
  const format = useFormat();
  const { money } = format;
  const linked = useLinked();
  const { invoiceId, invoiceNumber, amount, redoMinutes } = decision;
  const outcome = page.outcomes.find(({ decisionId }) => decisionId === decision.id);
  const to = (id: number, text: ReactNode) => (
    <button type="button" className="text-button" onClick={() => linked.jump(rowKey('invoice', id))}>
      {text}
    </button>
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['why', decision.reason],
    // Against a house rule, or otherwise than a like case.
    ['all the same', decision.despite],
    ['work', redoMinutes > 0 && list(hoursWords(redoMinutes), amount > 0 && `${money(amount)} of materials`)],
    [
      'given',
      decision.paidBack === 'money' ? (
        'paid back as money'
      ) : decision.paidBack === 'credit' && invoiceId !== null ? (
        <>as a credit on {to(invoiceId, `invoice ${invoiceNumber}`)}</>
      ) : null,
    ],
    [
      'about',
      decision.paidBack !== 'credit' && invoiceId !== null && to(invoiceId, `invoice ${invoiceNumber}`),
    ],
    [
      'coupon',
      decision.coupon && (
        <>
          <span className="decision-code">{decision.coupon.code}</span>, {money(decision.coupon.value)},{' '}
          {couponFate(decision, page.asOf, format)}
        </>
      ),
    ],
    ['since', outcome && <OutcomeLine decision={decision} outcome={outcome} />],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What can still be done with it: the coupon is redeemed, the letter that goes with it printed. */
function Doings({ decision, page }: DecisionCardProps) {
  const forms = useForms();
  const { coupon } = decision;
  const letters = lettersFor(decision);
  const redeemable = coupon !== null && coupon.redeemedOn === null;
  if (!redeemable && letters.length === 0) return null;
  return (
    <div className="doings">
      {redeemable && (
        <button
          type="button"
          className="text-button"
          onClick={() => forms.open({ form: 'redeem', clientId: page.client.id, couponId: coupon.id })}
        >
          {coupon.validUntil !== null && coupon.validUntil < page.asOf
            ? 'Redeem it all the same'
            : 'Redeem it'}
        </button>
      )}
      {letters.map((letter) => (
        <a
          key={letter}
          className="text-button"
          href={`#${printPath({ kind: 'letter', letter, decisionId: decision.id, text: null }, page.asOf)}`}
        >
          {letter === 'apology' ? 'Print an apology…' : 'Print a refund note…'}
        </a>
      ))}
    </div>
  );
}

/** Seldom wanted, so it comes with the pointer or the focus and takes no room of its own. */
function Remove({ decision }: { readonly decision: DecisionLine }) {
  const remove = useRemoval();
  return (
    <button
      type="button"
      className="text-button decision-remove"
      aria-label={`Remove the decision of ${showDay(decision.decidedOn)}: ${decision.kind}`}
      onClick={() => remove({ what: 'decision', id: decision.id })}
    >
      Remove
    </button>
  );
}

export interface NoDecisionProps {
  readonly complaint: ComplaintLine;
  readonly page: ClientPage;
  /** Something was decided already, but the complaint is still open. */
  readonly some: boolean;
  readonly solid: boolean;
}

/** Where a complaint waits for a decision, or was settled without one. */
export function NoDecision({ complaint, page, some, solid }: NoDecisionProps) {
  const forms = useForms();
  const open = complaint.settledOn === null;
  const decide = () => forms.open({ form: 'decision', clientId: page.client.id, complaintId: complaint.id });
  if (!open) {
    return (
      <div className="pair-cell pair-undecided">
        <p className="pair-quiet">no decision noted</p>
        <button type="button" className="text-button" onClick={decide}>
          Note one
        </button>
      </div>
    );
  }
  return (
    <div className="pair-cell pair-undecided">
      {!some && (
        <>
          <p className="decision-kind">No decision yet</p>
          <p className="pair-quiet">An apology is always the first option, and goes with any other.</p>
        </>
      )}
      <a className={`button ${solid ? 'button-primary' : 'button-plain'}`} href={`#/desk/${complaint.id}`}>
        {some ? 'Decide again at the desk' : 'Decide at the desk'}
      </a>
      <button
        type="button"
        className="text-button"
        title={solid ? 'Record a decision (d)' : undefined}
        onClick={decide}
      >
        Record a decision
      </button>
    </div>
  );
}
