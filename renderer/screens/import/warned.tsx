import type { ImportPreview } from '../../../shared/imports/preview.ts';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import './warned.css';
import { counted } from './words.ts';

/** Clients with a red flag, or parted with, of whom the file brings new invoices; the owner may go on all the same. */
export function Warned({ preview }: { readonly preview: ImportPreview }) {
  const format = useFormat();
  const { reconciliation } = preview;
  if (reconciliation?.subject !== 'invoices' || reconciliation.warned.length === 0) return null;
  const { warned } = reconciliation;
  return (
    <section className="import-warned" aria-labelledby="import-warned">
      <h2 id="import-warned">
        New invoices of {warned.length === 1 ? 'a client' : `${format.count(warned.length)} clients`} to think
        over
      </h2>
      <ul>
        {warned.map((client) => (
          <li key={client.clientId}>
            <Icon name="flag" />
            <p>
              <a href={`#/clients/${client.clientId}`}>{client.clientName}</a>,{' '}
              {counted(format, client.invoices, 'new invoice')}:{' '}
              {client.instructions.length > 0 && <b>{client.instructions.join(' ')}</b>}{' '}
              <span>{client.texts.join(' ')}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className="import-quiet">If you import them all the same, that is noted with each of them.</p>
    </section>
  );
}
