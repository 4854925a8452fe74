import { locale, openedLedger, timeNow, today } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { deskCase, deskQueue } from '../ledger/desk.ts';
import { outcomesPage } from '../ledger/outcomes.ts';
import { removeRule, ruleFromDecision, setRule } from '../ledger/rules.ts';
import { rulesPage } from '../ledger/rules-page.ts';
import { weigh } from '../ledger/weigh.ts';
import { writes } from '../writes.ts';

/** At the moment of a complaint, and afterwards: did it work? */
export const decideCommands: Pick<
  Handlers,
  | 'desk.queue'
  | 'desk.case'
  | 'decisions.weigh'
  | 'rules.page'
  | 'rules.set'
  | 'rules.fromDecision'
  | 'rules.remove'
  | 'outcomes.page'
> = {
  'desk.queue': () => deskQueue(openedLedger(), today(), timeNow(), locale()),
  'desk.case': ({ complaintId }) => deskCase(openedLedger(), complaintId, today(), locale()),
  'decisions.weigh': (input) => weigh(openedLedger(), input, today(), locale()),

  'rules.page': () => rulesPage(openedLedger(), today(), locale()),
  'rules.set': writes(setRule),
  'rules.fromDecision': writes(ruleFromDecision),
  'rules.remove': writes(removeRule),

  'outcomes.page': ({ months }) => outcomesPage(openedLedger(), months, today()),
};
