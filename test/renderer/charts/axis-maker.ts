import type { AxisComplaint, AxisDecision, AxisInvoice, AxisRows } from '../../../shared/views/axis-rows.ts';

export const AS_OF = '2026-11-17';

export const rows = (fields: Partial<AxisRows>): AxisRows => ({
  asOf: AS_OF,
  range: 24,
  invoices: [],
  complaints: [],
  decisions: [],
  typicals: [],
  ...fields,
});

export const invoice = (
  id: number,
  due: string,
  days: number | null,
  fields: Partial<AxisInvoice> = {},
): AxisInvoice => ({
  id,
  due,
  days,
  state: days === null ? 'notYetDue' : 'settled',
  rung: days === null ? null : days <= 0 ? 0 : days <= 7 ? 1 : days <= 14 ? 2 : days <= 31 ? 3 : 4,
  excused: false,
  ...fields,
});

export const complaint = (
  id: number,
  receivedOn: string,
  settledOn: string | null,
  fields: Partial<AxisComplaint> = {},
): AxisComplaint => ({
  id,
  receivedOn,
  settledOn,
  severity: 2,
  inside: false,
  title: null,
  ...fields,
});

export const decision = (
  id: number,
  decidedOn: string,
  fields: Partial<AxisDecision> = {},
): AxisDecision => ({
  id,
  complaintId: null,
  kind: 'apologise',
  decidedOn,
  amount: '',
  coupon: null,
  ...fields,
});
