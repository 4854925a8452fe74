import { useCallback, useMemo } from 'react';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { Said } from '../../charts/axis-stop.tsx';
import { useFormat } from '../../format.tsx';
import { sayComplaint, sayDecision, sayInvoice } from './words.ts';

const NOTHING: Said = { head: '', lines: [] };

/** Says any row of the page in words. */
export function useSay(page: ClientPage): (key: string) => Said {
  const format = useFormat();
  const rows = useMemo(
    () => ({
      invoice: new Map(page.invoices.map((one) => [one.id, one])),
      complaint: new Map(page.complaints.map((one) => [one.id, one])),
      decision: new Map(page.decisions.map((one) => [one.id, one])),
    }),
    [page],
  );
  return useCallback(
    (key) => {
      const [kind, id] = [key.split('-')[0], Number(key.split('-')[1])];
      const invoice = kind === 'invoice' ? rows.invoice.get(id) : undefined;
      if (invoice) return sayInvoice(invoice, format);
      const complaint = kind === 'complaint' ? rows.complaint.get(id) : undefined;
      if (complaint) return sayComplaint(complaint);
      const decision = kind === 'decision' ? rows.decision.get(id) : undefined;
      return decision ? sayDecision(decision, page.asOf, format) : NOTHING;
    },
    [rows, format, page.asOf],
  );
}
