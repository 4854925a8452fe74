/** What the tests, in TypeScript, use of electron.mjs. */
export interface FoundElectron {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
  readonly kind: 'override' | 'own' | 'registry';
}

/** The Electron that is on this machine already, or undefined. Fetches nothing. */
export function presentElectron(): FoundElectron | undefined;
