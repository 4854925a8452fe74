import type {
  CaseBusiness,
  CaseClient,
  CaseComplaint,
  CaseInvoice,
  DecisionCase,
  PastDecision,
} from '../../../shared/decisions/case.ts';
import type { RuleInForce, RuleSettings } from '../../../shared/decisions/rules/rule.ts';
import { showMoney } from '../../../shared/money.ts';

export const TODAY = '2026-11-17';

export const show = (amount: number): string => showMoney(amount, 'GBP', 'en-GB');

/** The built-in causes, by the names the ledger gives them. */
export const causes = {
  process: { id: 1, name: 'process breakdown', group: 'inside' },
  communication: { id: 2, name: 'poor communication', group: 'inside' },
  value: { id: 3, name: 'too little value for the price', group: 'inside' },
  training: { id: 4, name: 'staff training', group: 'inside' },
  late: { id: 5, name: 'late shipment', group: 'outside' },
  transit: { id: 6, name: 'broken in transit', group: 'outside' },
  supplier: { id: 7, name: 'supplier', group: 'outside' },
  expectations: { id: 8, name: 'misunderstood expectations', group: 'between' },
  mixedUp: { id: 9, name: 'order mixed up', group: 'between' },
  changedMind: { id: 10, name: 'changed mind', group: 'client' },
  unreasonable: { id: 11, name: 'unreasonable demand', group: 'client' },
} as const;

/** Our fault, an inconvenience, heard three days ago and answered; it can be put right. */
export const plainComplaint: CaseComplaint = {
  id: 41,
  receivedOn: '2026-11-14',
  severity: 2,
  fault: 'ours',
  cause: causes.process,
  replied: true,
  settled: false,
  canPutRight: true,
  ofNoUse: false,
  stillUnhappy: false,
  lostTime: false,
  boundaryBroken: false,
  redoAsked: false,
  moneyAsked: false,
  claimNoted: false,
  decided: [],
};

/** £400, paid. */
export const plainInvoice: CaseInvoice = {
  id: 7,
  issuedOn: '2026-10-30',
  amount: 400_00,
  paid: 400_00,
  open: 0,
};

/** £12,000 in 12 months at 30 %, nothing against them. */
export const plainClient: CaseClient = {
  flagged: false,
  parted: false,
  worstRung: 1,
  trend: 'steady',
  typicalDays: 2,
  owed: 0,
  pastDue: 0,
  pastDueDays: null,
  paidInAll: 20_000_00,
  usualInvoice: 500_00,
  revenue12: 12_000_00,
  revenuePercent: 4,
  attentionPercent: 3,
  goodwill12: 0,
  margin12: 3_600_00,
  left12: 3_000_00,
  complaints12: 1,
  clientCaused12: 0,
  ourFault12: 1,
  moneyBackClaims12: 0,
  refunds12: 0,
  redoNotInside6: 0,
  staffStrain12: 0,
  boundariesBroken12: 0,
  ourFaultOpen: 0,
  insideLooked: true,
};

/** £28 an hour, two hours for a usual redo. */
export const plainBusiness: CaseBusiness = {
  hourlyCost: 28_00,
  marginPermille: 300,
  marginAssumed: false,
  goodwillThisMonth: 120_00,
  usualRedoMinutes: 120,
};

export interface CaseChanges {
  readonly today?: string;
  readonly complaint?: Partial<CaseComplaint> | undefined;
  readonly invoice?: Partial<CaseInvoice> | null;
  readonly client?: Partial<CaseClient>;
  readonly business?: Partial<CaseBusiness>;
  readonly rules?: readonly RuleInForce[];
  readonly past?: readonly PastDecision[];
}

/** A plain case with what is given changed; `invoice: null` names none. */
export function madeCase(changes: CaseChanges = {}): DecisionCase {
  return {
    today: changes.today ?? TODAY,
    complaint: { ...plainComplaint, ...changes.complaint },
    invoice: changes.invoice === null ? null : { ...plainInvoice, ...changes.invoice },
    client: { ...plainClient, ...changes.client },
    business: { ...plainBusiness, ...changes.business },
    rules: changes.rules ?? [],
    past: changes.past ?? [],
  };
}

/** A client who has never had an invoice. */
export const noInvoices: Partial<CaseClient> = {
  worstRung: null,
  trend: 'tooEarly',
  typicalDays: null,
  paidInAll: 0,
  usualInvoice: null,
  revenue12: 0,
  revenuePercent: null,
  margin12: 0,
  left12: 0,
};

/** Nothing was judged yet: just their words. */
export const onlyWords: Partial<CaseComplaint> = {
  severity: null,
  fault: null,
  cause: null,
  canPutRight: null,
  replied: false,
};

/** A rule switched on. */
export function rule(id: string, settings: RuleSettings, key = id): RuleInForce {
  return { key, rule: id, settings };
}

/** A decision of the past like the plain case: put right for £56, two months ago, and they came back. */
export function madePast(changes: Partial<PastDecision> = {}): PastDecision {
  const id = changes.id ?? 900;
  return {
    id,
    complaintId: changes.complaintId ?? id + 5000,
    clientId: 77,
    kind: 'put right',
    on: '2026-02-10',
    severity: 2,
    fault: 'ours',
    causeId: 1,
    group: 'inside',
    amount: 0,
    cost: 56_00,
    outcome: {
      decisionId: id,
      cameBack90: { word: 'yes', on: '2026-03-01' },
      cameBack180: { word: 'yes', on: '2026-03-01' },
      complainedAgain: { word: 'no' },
      couponUsed: null,
      pays: null,
    },
    ...changes,
  };
}

/** So many like decisions of one kind, with ids from `from` on. */
export function pastOf(kind: PastDecision['kind'], count: number, from: number): PastDecision[] {
  return Array.from({ length: count }, (_, index) => madePast({ id: from + index, kind }));
}
