import { assertNever } from '../../shared/result.ts';
import type { PrintedDocument } from '../../shared/summaries/document.ts';
import type { Format } from '../make-format.ts';
import { clientSummaryFlow } from './client-summary.tsx';
import { contentsFlow } from './contents.tsx';
import type { Flow } from './flow.ts';
import { letterFlow } from './letter.tsx';
import { monthFlow } from './month.tsx';
import { staffSheetFlow } from './staff-sheet.tsx';
import { statementFlow } from './statement.tsx';

/** What each kind of document is made of. `begins`: for a table of contents, the sheet on which each entry begins. */
export function flowOf(
  document: PrintedDocument,
  format: Format,
  begins: readonly (number | null)[] = [],
): Flow {
  switch (document.kind) {
    case 'client summary':
      return clientSummaryFlow(document, format);
    case 'statement':
      return statementFlow(document, format);
    case 'staff sheet':
      return staffSheetFlow(document, format);
    case 'month':
      return monthFlow(document, format);
    case 'letter':
      return letterFlow(document, format);
    case 'contents':
      return contentsFlow(document, begins);
    default:
      return assertNever(document);
  }
}
