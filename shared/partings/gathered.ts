import type { CaseClient } from '../decisions/case.ts';
import type { Rung } from '../lateness/ladder.ts';
import type { Minor } from '../money.ts';
import type { CostToKeep } from '../standing/keeping.ts';

const WORST: Readonly<Record<Rung, string | null>> = {
  0: null,
  1: null,
  2: null,
  3: 'the latest of their last invoices was up to a month late',
  4: 'the latest of their last invoices was over a month late',
  5: 'at least one of their last invoices never came',
};

/**
 * Sentences from the ledger for “why”: facts with their numbers, without blame, and what speaks for the client too.
 * Amounts are shown by `show`. Empty where the ledger says nothing either way.
 */
export function gatherWhy(
  client: CaseClient,
  cost: CostToKeep,
  show: (amount: Minor) => string,
): readonly string[] {
  return [
    ...paying(client, show),
    ...effort(client),
    ...keeping(client, cost, show),
    ...inFairness(client, cost, show),
  ];
}

function paying(client: CaseClient, show: (amount: Minor) => string): string[] {
  const said: string[] = [];
  const worst = client.worstRung === null ? null : WORST[client.worstRung];
  const late = client.typicalDays !== null && client.typicalDays > 0;
  const slipping = client.trend === 'slipping' ? ', and later with each invoice' : '';
  if (late && client.typicalDays !== null) {
    const more = client.typicalMore === true ? 'more than ' : '';
    const typically = `Invoices come ${more}${days(client.typicalDays)} late, typically${slipping}`;
    said.push(worst === null ? `${typically}.` : `${typically}; ${worst}.`);
  } else if (worst !== null) said.push(`${worst.charAt(0).toUpperCase()}${worst.slice(1)}.`);
  if (client.pastDue > 0 && client.pastDueDays !== null)
    said.push(`${show(client.pastDue)} is past due, the oldest for ${days(client.pastDueDays)}.`);
  return said;
}

function effort(client: CaseClient): string[] {
  const said: string[] = [];
  if (client.redoNotInside6 > 0) {
    said.push(
      `In six months they asked ${times(client.redoNotInside6)} for work to be done again where the cause was not inside.`,
    );
  }
  if (client.staffStrain12 > 0)
    said.push(`Staff strain was noted ${times(client.staffStrain12)} in 12 months.`);
  if (client.boundariesBroken12 > 0)
    said.push(`A boundary was broken ${times(client.boundariesBroken12)} in 12 months.`);
  return said;
}

function keeping(client: CaseClient, cost: CostToKeep, show: (amount: Minor) => string): string[] {
  const said: string[] = [];
  if (cost.left < 0) {
    const spent = cost.margin - cost.left;
    said.push(
      `In 12 months keeping them cost ${show(-cost.left)} more than they brought: ${show(spent)} of hours, goodwill, write-offs and late money against a margin of ${show(cost.margin)}${assumed(cost)}.`,
    );
  }
  const { attentionPercent: attention, revenuePercent: revenue } = client;
  if (attention !== null && revenue !== null && attention > revenue)
    said.push(`They took ${share(attention)} of all noted hours and brought ${share(revenue)} of revenue.`);
  return said;
}

function inFairness(client: CaseClient, cost: CostToKeep, show: (amount: Minor) => string): string[] {
  const said: string[] = [];
  const { complaints12, ourFault12 } = client;
  if (ourFault12 > 0) {
    said.push(
      ourFault12 === complaints12
        ? `In fairness: ${complaints12 === 1 ? 'their one complaint' : `all ${complaints12} of their complaints`} in 12 months ${complaints12 === 1 ? 'was' : 'were'} our fault.`
        : `In fairness: ${ourFault12} of their ${complaints12} complaints in 12 months ${ourFault12 === 1 ? 'was' : 'were'} our fault.`,
    );
  }
  if (cost.left > 0)
    said.push(
      `In fairness: in 12 months they brought ${show(cost.left)} more than keeping them cost${assumed(cost)}.`,
    );
  return said;
}

const assumed = (cost: CostToKeep): string =>
  cost.marginAssumed ? ` (at an assumed margin of ${share(cost.marginPermille / 10)})` : '';
const share = (percent: number): string => `${Math.round(percent)} %`;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
