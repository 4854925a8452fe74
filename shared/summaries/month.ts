/** SCAFFOLDING: the owner of this file writes it wholly. */
export interface MonthPage {
  readonly kind: 'month';
  readonly title: string;
}
