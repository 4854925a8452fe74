/** Accounts that need care, for the wall behind the counter: whom, and what staff do. Nothing private stands on it. */
export interface StaffSheet {
  readonly kind: 'staff sheet';
  /** “Accounts that need care”. */
  readonly title: string;
  /** In the order of their names. */
  readonly accounts: readonly StaffLine[];
}

export interface StaffLine {
  readonly name: string;
  readonly number: string | null;
  /** What staff do, a sentence or two each; mostly one. */
  readonly instructions: readonly string[];
}
