import type { Day } from '../../shared/dates.ts';
import { assertNever } from '../../shared/result.ts';
import type { PrintedDocument } from '../../shared/summaries/document.ts';
import type { PrintWhat } from '../../shared/views/prints.ts';
import { fileNameOf } from '../file-name.ts';

/** What a PDF is called, without its ending: “Larkfield Court summary 2026-11-17”. Of a kept copy the day is its own. */
export function pdfName(what: PrintWhat, documents: readonly PrintedDocument[], today: Day): string {
  const [first] = documents;
  if (first === undefined || first.kind === 'contents') return `Client summaries ${today}`;
  const day = what.kind === 'kept' ? first.asOf : today;
  return nameOf(first, day);
}

function nameOf(document: PrintedDocument, day: Day): string {
  switch (document.kind) {
    case 'client summary':
      return document.version === 'me'
        ? `${fileNameOf(document.name, 'Client')} summary ${day}`
        : `${fileNameOf(document.name, 'Client')} summary for the client ${day}`;
    case 'statement':
      return `${fileNameOf(document.client.name, 'Client')} statement ${day}`;
    case 'letter':
    case 'staff sheet':
      return `${fileNameOf(document.title.replaceAll(':', ''), 'Letter')} ${day}`;
    case 'month':
      return fileNameOf(document.title.replaceAll(':', ''), 'Month');
    case 'contents':
      return `${fileNameOf(document.title, 'Contents')} ${day}`;
    default:
      return assertNever(document);
  }
}
