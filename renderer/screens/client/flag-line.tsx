import { Link } from 'wouter';
import { plural } from '../../../shared/complaints/clocks.ts';
import { showDay } from '../../../shared/dates.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { HeardWarning } from '../../../shared/warnings/warning.ts';
import { useForms } from '../../forms/forms.tsx';
import { clientPath } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import './flag-line.css';

/** What to take care of before new work, a quiet line each: the red flag, ways parted, warnings gone against. */
export function FlagLine({ page }: { readonly page: ClientPage }) {
  return (
    <>
      <Flag page={page} />
      <Parted page={page} />
      <Heard page={page} />
    </>
  );
}

function Flag({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  const { flag } = page;
  if (!flag) return null;
  const due = flag.reviewOn !== null && flag.reviewOn <= page.asOf;
  return (
    <div className="flag-line" role="note" aria-label="Red flag">
      <Icon name="flag" />
      <b>Red flag</b>
      <span title={`Raised because: ${flag.reason}`}>{flag.instruction}</span>
      <span className="flag-when">
        since {showDay(flag.raisedOn)}
        {flag.reviewOn !== null && (
          <>
            {', '}
            <span className={due ? 'flag-due' : ''}>
              {due ? 'review was due on' : 'review on'} {showDay(flag.reviewOn)}
            </span>
          </>
        )}
      </span>
      <button
        type="button"
        className="text-button"
        title="Lift the red flag (f)"
        onClick={() => forms.open({ form: 'lift', clientId: page.client.id })}
      >
        Lift it
      </button>
    </div>
  );
}

function Parted({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  const { partedOn, partingBegun, client } = page;
  const worksheet = `${clientPath(client.id)}/parting`;
  if (partedOn !== null) {
    return (
      <div className="flag-line flag-parted" role="note" aria-label="Ways parted">
        <DecisionMark kind="part ways" size={16} />
        <b>
          Ways {partedOn > page.asOf ? 'part' : 'parted'} on {showDay(partedOn)}
        </b>
        <Link className="text-button flag-when" href={worksheet}>
          Open the worksheet
        </Link>
        <button
          type="button"
          className="text-button"
          onClick={() => forms.open({ form: 'welcome', clientId: client.id })}
        >
          Welcome back…
        </button>
      </div>
    );
  }
  if (!partingBegun) return null;
  return (
    <div className="flag-line flag-parted" role="note" aria-label="Parting under way">
      <DecisionMark kind="part ways" size={16} />
      <b>Parting is under way</b>
      <span>Nothing is decided until the worksheet is finished.</span>
      <Link className="text-button flag-when" href={worksheet}>
        Open the worksheet
      </Link>
    </div>
  );
}

/** Warnings that were heard and gone against: folded, for they are past. */
function Heard({ page }: { readonly page: ClientPage }) {
  const occasions = byOccasion(page.warnings);
  const [last] = occasions;
  if (last === undefined) return null;
  const times = occasions.length === 1 ? 'once, on' : `${plural(occasions.length, 'time')}, last on`;
  return (
    <details className="flag-heard">
      <summary>
        <Icon name="next" />
        Went on against a warning {times} {showDay(last.warnedOn)}
      </summary>
      <ul>
        {occasions.map((occasion) => (
          <li key={occasion.id}>
            <span className="flag-heard-day">{showDay(occasion.warnedOn)}</span>
            <span>{whereOf(occasion, page)}</span>
            <span>{occasion.words}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One invoice may have been warned of for several reasons: it is one occasion. */
function byOccasion(warnings: readonly HeardWarning[]): readonly HeardWarning[] {
  const occasions = new Map<string, HeardWarning>();
  // The ledger tells the newest first; within an occasion the first warning comes first.
  for (const warning of [...warnings].reverse()) {
    const key = `${warning.warnedOn} ${warning.path} ${warning.invoiceId}`;
    const before = occasions.get(key);
    occasions.set(
      key,
      before === undefined ? warning : { ...before, words: `${before.words} ${warning.words}` },
    );
  }
  return [...occasions.values()].reverse();
}

function whereOf({ path, invoiceId }: HeardWarning, page: ClientPage): string {
  const number = page.invoices.find((one) => one.id === invoiceId)?.number;
  if (number === undefined) return path;
  return path === 'new invoice' ? `new invoice ${number}` : `${path} on invoice ${number}`;
}
