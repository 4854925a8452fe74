/** SCAFFOLDING: the owner of this file writes it wholly. */
export interface StaffSheet {
  readonly kind: 'staff sheet';
  readonly title: string;
}
