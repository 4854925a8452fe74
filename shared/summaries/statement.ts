/** SCAFFOLDING: the owner of this file writes it wholly. */
export interface Statement {
  readonly kind: 'statement';
  readonly title: string;
}
