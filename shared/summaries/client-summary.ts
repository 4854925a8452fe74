/** SCAFFOLDING: the owner of this file writes it wholly. */
export interface ClientSummary {
  readonly kind: 'client summary';
  readonly version: 'me' | 'client';
  readonly all: boolean;
  readonly clientId: number;
  readonly name: string;
}
