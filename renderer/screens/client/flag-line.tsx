import { showDay } from '../../../shared/dates.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useForms } from '../../forms/forms.tsx';
import { Icon } from '../../ui/icon.tsx';

/** The red flag: one quiet line with what staff are told. */
export function FlagLine({ page }: { readonly page: ClientPage }) {
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
