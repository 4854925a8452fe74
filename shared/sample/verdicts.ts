import { type Day, windowStart } from '../dates.ts';
import type { DecisionCase } from '../decisions/case.ts';
import { type GoodwillSource, goodwillOf } from '../decisions/decision.ts';
import { verdictsOn } from '../decisions/rules/index.ts';
import type { RuleInForce, Show } from '../decisions/rules/rule.ts';
import { isRefund } from '../decisions/rules/words.ts';
import type { Minor } from '../money.ts';
import type { SampleClient, SampleDecision, SampleRule, SampleVerdict } from './types.ts';

const source = (decision: SampleDecision): GoodwillSource => ({
  ...decision,
  redeemedOn: decision.coupon?.redeemedOn ?? null,
  redeemed: decision.coupon?.redeemed ?? null,
});

/** Goodwill that decisions had cost by `to`, from `from` on, without the one being judged. */
function goodwillBetween(
  decisions: readonly SampleDecision[],
  but: SampleDecision,
  from: Day,
  to: Day,
): Minor {
  return decisions.reduce((sum, decision) => {
    const given = decision === but ? null : goodwillOf(source(decision));
    return given !== null && given.on >= from && given.on <= to ? sum + given.cost : sum;
  }, 0);
}

/** How the rules stood when each decision of the sample was made: what the ledger would have kept with it. */
export function verdictsOfSample(
  clients: readonly SampleClient[],
  rules: readonly SampleRule[],
  show: Show,
): readonly SampleVerdict[] {
  const all = clients.flatMap((client) => client.decisions);
  return clients.flatMap((client) =>
    client.decisions.flatMap((decision) => {
      const standing = rules
        .filter(({ on, rule, sinceOn }) => on && rule !== 'like case' && sinceOn <= decision.decidedOn)
        .map(({ rule, settings }): RuleInForce => ({ key: rule, rule, settings }));
      const face = decision.coupon?.value ?? decision.amount;
      const hours = Math.round((decision.redoMinutes * decision.hourlyCost) / 60);
      const proposal = {
        kind: decision.kind,
        amount: face,
        goodwill: face + hours,
        decidedOn: decision.decidedOn,
        validUntil: decision.coupon?.validUntil ?? null,
      };
      const verdicts = verdictsOn(asItStood(client, decision, all, standing), proposal, show);
      return verdicts.flatMap(({ key, verdict, words }) =>
        verdict === 'not concerned'
          ? []
          : [{ decisionKey: decision.key, rule: key, on: decision.decidedOn, verdict, words }],
      );
    }),
  );
}

/** The case on the day of the decision, as far as a house rule looks at it; what none asks for is left empty. */
function asItStood(
  client: SampleClient,
  decision: SampleDecision,
  all: readonly SampleDecision[],
  rules: readonly RuleInForce[],
): DecisionCase {
  const today = decision.decidedOn;
  const from = windowStart(today, 12);
  const complaint = client.complaints.find(({ key }) => key === decision.complaintKey);
  const invoice = client.invoices.find(({ key }) => key === decision.invoiceKey);
  const billed = client.invoices.filter(({ issued }) => issued >= from && issued <= today);
  const amounts = billed.map(({ amount }) => amount).sort((a, b) => a - b);
  const credited = billed.flatMap(({ credits }) => credits).filter(({ on }) => on <= today);
  const sum = (rows: readonly { readonly amount: Minor }[]) =>
    rows.reduce((total, { amount }) => total + amount, 0);
  const before = client.decisions.filter(({ decidedOn }) => decidedOn >= from && decidedOn <= today);
  return {
    today,
    rules,
    past: [],
    complaint: {
      id: 1,
      receivedOn: complaint?.receivedOn ?? today,
      severity: complaint?.severity ?? null,
      fault: complaint?.fault ?? null,
      cause: null,
      replied: true,
      settled: false,
      canPutRight: null,
      ofNoUse: false,
      stillUnhappy: false,
      lostTime: false,
      boundaryBroken: false,
      redoAsked: false,
      moneyAsked: false,
      claimNoted: false,
      decided: [],
    },
    invoice:
      invoice === undefined
        ? null
        : { id: 1, issuedOn: invoice.issued, amount: invoice.amount, paid: sum(invoice.payments), open: 0 },
    client: {
      flagged: false,
      parted: false,
      worstRung: null,
      trend: 'tooEarly',
      typicalDays: null,
      owed: 0,
      pastDue: 0,
      pastDueDays: null,
      paidInAll: 0,
      usualInvoice: amounts[amounts.length >> 1] ?? null,
      revenue12: sum(billed) - sum(credited),
      revenuePercent: null,
      attentionPercent: null,
      goodwill12: goodwillBetween(client.decisions, decision, from, today),
      margin12: 0,
      left12: 0,
      complaints12: 0,
      clientCaused12: 0,
      ourFault12: 0,
      moneyBackClaims12: 0,
      refunds12: before.filter((one) => one !== decision && isRefund(one.kind)).length,
      redoNotInside6: 0,
      staffStrain12: 0,
      boundariesBroken12: 0,
      ourFaultOpen: 0,
      insideLooked: true,
    },
    business: {
      hourlyCost: decision.hourlyCost,
      marginPermille: 0,
      marginAssumed: false,
      goodwillThisMonth: goodwillBetween(all, decision, `${today.slice(0, 7)}-01`, today),
      usualRedoMinutes: null,
    },
  };
}
