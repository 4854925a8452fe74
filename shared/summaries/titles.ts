import { assertNever } from '../result.ts';
import type { PrintedDocument } from './document.ts';

/** What a document is called in lists: “Client summary: Larkfield Court”. */
export function titleOf(document: PrintedDocument): string {
  switch (document.kind) {
    case 'client summary':
      return document.version === 'me'
        ? `Client summary: ${document.name}`
        : `Summary for the client: ${document.name}`;
    case 'statement':
    case 'staff sheet':
    case 'month':
    case 'letter':
    case 'contents':
      return document.title;
    default:
      return assertNever(document);
  }
}

/** Whose document it is; null: of no one client. */
export function clientOf(document: PrintedDocument): number | null {
  switch (document.kind) {
    case 'client summary':
    case 'statement':
    case 'letter':
      return document.clientId;
    case 'staff sheet':
    case 'month':
    case 'contents':
      return null;
    default:
      return assertNever(document);
  }
}
