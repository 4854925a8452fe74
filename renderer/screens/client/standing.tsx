import { Fragment } from 'react';
import { type Day, showDay } from '../../../shared/dates.ts';
import type { StandingReason } from '../../../shared/standing/standing.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useForms } from '../../forms/forms.tsx';
import { Why } from '../../ui/why.tsx';
import { capitalised } from './words.ts';

/**
 * How the client stands and why, each reason with the rows that prove it. Where the owner set it, their own reason
 * stands there; those of the facts are a press on the word away.
 */
export function Standing({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  if (page.partedOn !== null) return <Parted page={page} partedOn={page.partedOn} />;
  const { word, reasons, reckoned, set } = page.standing;
  const clientId = page.client.id;
  const against = reasons.filter((reason) => reason.bad);
  const fair = reasons.filter((reason) => !reason.bad);
  return (
    <dl className="head-figure head-standing">
      <dt>
        Standing
        <button
          type="button"
          className="text-button head-set"
          title={`${set === null ? 'Set the standing yourself' : 'Set another standing'} (t)`}
          onClick={() => forms.open({ form: 'standing', clientId })}
        >
          {set === null ? 'change' : 'set by you'}
        </button>
      </dt>
      <dd className="head-value">
        <Why clientId={clientId} figure="standing" label={`why ${word}`}>
          {capitalised(word)}
        </Why>
      </dd>
      {set && (
        <dd className="head-extra head-own">
          <span title={`You set it on ${showDay(set.setOn)}: ${set.reason}`}>“{set.reason}”</span>{' '}
          <span className={set.reviewDue ? 'head-due' : 'head-when'}>
            {set.reviewDue ? 'review was due on' : 'until'} {showDay(set.reviewOn)}
          </span>
        </dd>
      )}
      {set && (
        <dd className="head-extra">
          {reckoned === word ? 'the facts say so too' : `by the facts: ${reckoned}`}
        </dd>
      )}
      {!set && against.length > 0 && <dd className="head-extra">{inSentence(against, clientId)}</dd>}
      {!set && fair.length > 0 && (
        <dd className="head-extra">
          {against.length > 0 ? 'yet ' : ''}
          {inSentence(fair, clientId)}
        </dd>
      )}
      {!set && reasons.length === 0 && <dd className="head-extra">nothing against them</dd>}
    </dl>
  );
}

/** Ways are parted: how they would stand is no longer the question; the facts stay a press away. */
function Parted({ page, partedOn }: { readonly page: ClientPage; readonly partedOn: Day }) {
  return (
    <dl className="head-figure head-standing">
      <dt>Standing</dt>
      <dd className="head-value">
        <Why
          clientId={page.client.id}
          figure="standing"
          label={`${partedOn > page.asOf ? 'Parting' : 'Parted'}: why ${page.standing.word}, by the facts`}
        >
          {partedOn > page.asOf ? 'Parting' : 'Parted'}
        </Why>
      </dd>
      <dd className="head-extra">
        {partedOn > page.asOf ? 'on' : 'since'} {showDay(partedOn)}
      </dd>
    </dl>
  );
}

function inSentence(reasons: readonly StandingReason[], clientId: number) {
  return reasons.map(({ text, figure }, index) => (
    <Fragment key={text}>
      {index > 0 && ', '}
      <Why clientId={clientId} figure={figure} label={`why ${text}`} className="head-reason">
        {text}
      </Why>
    </Fragment>
  ));
}
