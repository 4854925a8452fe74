import type { ClientPage } from '../../shared/views/client-page.ts';

/** What the host fetched for a form before it is shown. */
export interface FormParts {
  /** The client's rows; null for a form that needs none. */
  readonly page: ClientPage | null;
  readonly draftKey: string;
  /** What was typed an earlier time, as the ledger kept it. */
  readonly stored: unknown;
  readonly onClose: () => void;
}
