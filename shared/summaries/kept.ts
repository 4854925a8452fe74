import * as z from 'zod';
import { isDay } from '../dates.ts';
import { OwnerError } from '../result.ts';
import type { DocumentKind, PrintedDocument } from './document.ts';

/**
 * The shape that each kind of document has now. Whoever changes a document so that one kept before can't be drawn any
 * more raises its number; a copy of another number is refused in words rather than drawn wrong.
 */
export const shapes: Readonly<Record<DocumentKind, number>> = {
  'client summary': 1,
  'staff sheet': 1,
  statement: 1,
  month: 1,
  letter: 1,
  contents: 1,
};

/** What all of them have in common; the rest of a shape its number vouches for. */
const keptCopy = z.object({
  shape: z.int(),
  document: z.looseObject({
    kind: z.string(),
    business: z.string(),
    logo: z.string().nullable(),
    asOf: z.string().refine(isDay),
    currency: z.string(),
    locale: z.string(),
  }),
});

/** A document as text that the ledger keeps. */
export function keepDocument(document: PrintedDocument): string {
  return JSON.stringify({ shape: shapes[document.kind], document });
}

/** A kept document as it was. Throws OwnerError for one that this version can't draw. */
export function keptDocument(text: string): PrintedDocument {
  const copy = keptCopy.safeParse(read(text));
  if (!copy.success)
    throw new OwnerError('conflict', 'This copy can’t be read. Forget it and print it anew.');
  const { shape, document } = copy.data;
  const now = Object.hasOwn(shapes, document.kind) ? shapes[document.kind as DocumentKind] : 0;
  if (shape > now)
    throw new OwnerError(
      'conflict',
      'This copy was kept by a newer version of Evenhand, which alone can print it.',
    );
  if (shape < now)
    throw new OwnerError(
      'conflict',
      'This copy was kept by an older version of Evenhand, whose pages this one no longer draws. Print it anew.',
    );
  return document as unknown as PrintedDocument;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
