/** SCAFFOLDING: the owner of this file writes it wholly. */
export interface PrintedLetter {
  readonly kind: 'letter';
  readonly title: string;
}
