import type { FieldId, Subject } from '../fields.ts';
import type { RowsPerInvoice } from '../records.ts';

/** How one program writes its list of invoices or complaints. Headings are given as `plainHeading` makes them. */
export interface ImportFormat {
  readonly id: string;
  /** As the owner knows it. */
  readonly name: string;
  readonly subject: Subject;
  /** Whether a file with these headings (plain) is surely of this format. */
  readonly recognises: (headings: ReadonlySet<string>) => boolean;
  /** For each field the headings it is read from, the best first. */
  readonly headings: Readonly<Partial<Record<FieldId, readonly string[]>>>;
  /** `ask`: one, unless the file itself looks otherwise: then the owner is asked. */
  readonly rows: RowsPerInvoice | 'ask';
  /** Headings left out on purpose, with the reason. */
  readonly ignored: Readonly<Record<string, string>>;
  /** Why a file of this kind can't be imported at all; null where it can. */
  readonly refusal: string | null;
  /** Whether its words end in codes of its own, such as “Damaged Goods - D01”, which are cut. */
  readonly codes?: boolean;
}

/** True where all the named headings are there. */
export function hasAll(headings: ReadonlySet<string>, ...wanted: string[]): boolean {
  return wanted.every((heading) => headings.has(heading));
}

/** Headings written one after the other, for long lists. */
export function spelled(headings: string): readonly string[] {
  return headings.trim().split(/\s+/);
}
