import type { Day } from '../dates.ts';
import type { RuleSetting, RuleSettings } from '../decisions/rules/rule.ts';

/** A house rule as its page shows it. */
export interface RuleLine {
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly sentence: string;
  readonly on: boolean;
  readonly settings: RuleSettings;
  readonly fields: readonly RuleSetting[];
  readonly bornOf: string | null;
  readonly bornComplaint: { readonly id: number; readonly clientId: number; readonly text: string } | null;
  /** Since when it has stood as it stands; null: never touched. */
  readonly sinceOn: Day | null;
  /** All 12 months, and by quarter, oldest first, for those with anything. */
  readonly kept: number;
  readonly broken: number;
  readonly quarters: readonly { readonly from: Day; readonly kept: number; readonly broken: number }[];
  /** What keeps it from working, or another rule it contradicts; null: nothing. */
  readonly trouble: string | null;
}

export interface RulesPage {
  readonly asOf: Day;
  readonly rules: readonly RuleLine[];
}
