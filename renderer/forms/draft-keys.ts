import { assertNever } from '../../shared/result.ts';
import type { FormRequest } from './forms.tsx';

/** Where the draft of a form is kept: one for each thing it is about, so that two clients' drafts never mix. */
export function draftKeyOf(request: FormRequest): string {
  switch (request.form) {
    case 'client':
      return request.id === undefined ? 'client:new' : `client:${request.id}`;
    case 'invoice':
      return request.id === undefined ? `invoice:client:${request.clientId}` : `invoice:${request.id}`;
    case 'payment':
      return request.invoiceId === undefined
        ? `payment:client:${request.clientId}`
        : `payment:invoice:${request.invoiceId}`;
    case 'credit':
      return `credit:invoice:${request.invoice.id}`;
    case 'writeOff':
      return `writeOff:invoice:${request.invoice.id}`;
    case 'complaint':
      if (request.id !== undefined) return `complaint:${request.id}`;
      return request.clientId === undefined ? 'complaint:new' : `complaint:client:${request.clientId}`;
    case 'decision':
      if (request.complaintId === undefined) return `decision:client:${request.clientId}`;
      // An option chosen at the desk begins as its card says, not as another one was left.
      return `decision:complaint:${request.complaintId}${request.filled ? `:${request.filled.kind}` : ''}`;
    case 'redeem':
      return `redeem:coupon:${request.couponId}`;
    case 'flag':
      return `flag:client:${request.clientId}`;
    case 'lift':
      return `lift:client:${request.clientId}`;
    case 'welcome':
      return `welcome:client:${request.clientId}`;
    case 'hours':
      return `hours:client:${request.clientId}`;
    case 'note':
      return `note:${request.kind ?? 'any'}:client:${request.clientId}`;
    case 'look':
      return `look:client:${request.clientId}`;
    case 'standing':
      return `standing:client:${request.clientId}`;
    case 'lesson':
      if (request.lesson !== undefined) return `lesson:${request.lesson.id}`;
      if (request.complaintId !== undefined) return `lesson:complaint:${request.complaintId}`;
      return request.causeId === undefined ? 'lesson:new' : `lesson:cause:${request.causeId}`;
    default:
      return assertNever(request);
  }
}

/** The client whose rows the form needs before it is shown; null where it needs none. */
export function clientOf(request: FormRequest): number | null {
  switch (request.form) {
    case 'client':
      return request.id ?? null;
    case 'complaint':
      return request.clientId ?? null;
    case 'credit':
    case 'writeOff':
      return null;
    case 'invoice':
    case 'payment':
    case 'decision':
    case 'redeem':
    case 'flag':
    case 'lift':
    case 'welcome':
    case 'hours':
    case 'note':
    case 'look':
    case 'standing':
      return request.clientId;
    case 'lesson':
      return request.clientId ?? null;
    default:
      return assertNever(request);
  }
}
