import { showDay } from '../../../shared/dates.ts';
import type { LedgerCounts, RestorePreview } from '../../../shared/views/restore.ts';
import { useFormat } from '../../format.tsx';
import { showInstant } from './instant.ts';
import './restore.css';

const counted: readonly (readonly [keyof LedgerCounts, string])[] = [
  ['clients', 'Clients'],
  ['invoices', 'Invoices'],
  ['payments', 'Payments'],
  ['complaints', 'Complaints'],
  ['decisions', 'Decisions'],
];

/** What is in a backup beside what is there now, what would go and what would come: before anything happens. */
export function Preview({ preview }: { readonly preview: RestorePreview }) {
  const { count } = useFormat();
  const { present, brings, lacks } = preview;
  const differs = (key: keyof LedgerCounts) =>
    present !== null && preview.how === 'replace' && present.counts[key] !== preview.counts[key];
  return (
    <>
      <p className="restore-how">{howWords(preview)}</p>
      <table className="restore-table">
        <thead>
          <tr>
            <td />
            <th scope="col">In the backup</th>
            {present && <th scope="col">Now</th>}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Business</th>
            <td>{preview.business}</td>
            {present && <td>{present.business}</td>}
          </tr>
          <tr>
            <th scope="row">Last change</th>
            <td>
              <LastChange change={preview.lastChange} />
            </td>
            {present && (
              <td>
                <LastChange change={present.lastChange} />
              </td>
            )}
          </tr>
          {counted.map(([key, name]) => (
            <tr key={key} className={differs(key) ? 'restore-differs' : ''}>
              <th scope="row">{name}</th>
              <td>{count(preview.counts[key])}</td>
              {present && <td>{count(present.counts[key])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.how === 'replace' && (
        <div className="restore-sides">
          <Changes
            title={
              lacks.count === 0
                ? 'Nothing would go'
                : `${count(lacks.count)} ${lacks.count === 1 ? 'change' : 'changes'} would go`
            }
            none={
              present === null
                ? 'As far as the damaged ledger can still tell.'
                : 'Everything in the ledger now is in the backup too.'
            }
            changes={lacks}
          />
          <Changes
            title={
              brings.count === 0
                ? 'Nothing would come back'
                : `${count(brings.count)} ${brings.count === 1 ? 'change' : 'changes'} would come back`
            }
            none={
              present === null
                ? 'The damaged ledger is kept beside it.'
                : 'The backup holds nothing that the ledger lacks now.'
            }
            changes={brings}
          />
        </div>
      )}
      {preview.older && (
        <p className="restore-note">
          Written by an older Evenhand: what is restored is brought up to date, the file itself stays as it
          is.
        </p>
      )}
    </>
  );
}

function howWords({ how, present, business, lastChange }: RestorePreview): string {
  const as = lastChange === null ? '' : ` as it stood on ${showInstant(lastChange.at)}`;
  if (how === 'replace' && present === null)
    return `Your ledger${as}. It takes the place of the damaged one, which is kept beside it under another name.`;
  if (how === 'replace')
    return `Your ledger${as}. What is there now is kept aside first, and one click leads back to it.`;
  if (present === null) return `The ledger of ${business}${as}. It becomes a ledger on this laptop.`;
  return `Another ledger, of ${business}. It becomes one of its own; the one that is open stays as it is.`;
}

function LastChange({ change }: { readonly change: RestorePreview['lastChange'] }) {
  if (change === null) return '–';
  return (
    <>
      {showInstant(change.at)}
      <span className="restore-label">{change.label}</span>
    </>
  );
}

function Changes({
  title,
  none,
  changes: { count, labels },
}: {
  readonly title: string;
  readonly none: string;
  readonly changes: RestorePreview['lacks'];
}) {
  const more = count - labels.length;
  return (
    <section className="restore-changes">
      <h3>{title}</h3>
      {labels.length === 0 ? (
        <p>{none}</p>
      ) : (
        // Focusable, so that the keyboard can scroll it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        <ul tabIndex={0} aria-label={title}>
          {labels.map((label, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: labels repeat, and the list never changes
            <li key={at}>{label}</li>
          ))}
          {more > 0 && <li className="restore-more">and {more} before them</li>}
        </ul>
      )}
    </section>
  );
}

/** One line about a preview, for where there is no room for all of it. */
export function previewLine({ business, from, lastChange }: RestorePreview): string {
  const until = lastChange === null ? '' : `, last change ${showInstant(lastChange.at)}`;
  return `${business}${from === null ? '' : `, since ${showDay(from)}`}${until}`;
}
