import type { LastImport } from '../shared/ledger/ledger.ts';

/** What the last import brought: “31 invoices, 26 payments”, or “3,044 complaints, 969 decisions”. */
export function lastImportWords(last: LastImport, count: (count: number) => string): string {
  const plural = (many: number, word: string) => `${count(many)} ${word}${many === 1 ? '' : 's'}`;
  if (last.invoices === 0 && last.payments === 0 && last.complaints > 0)
    return `${plural(last.complaints, 'complaint')}, ${plural(last.decisions, 'decision')}`;
  return `${plural(last.invoices, 'invoice')}, ${plural(last.payments, 'payment')}`;
}
