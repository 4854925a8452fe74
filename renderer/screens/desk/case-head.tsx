import { Link } from 'wouter';
import { showDay, showDayLong } from '../../../shared/dates.ts';
import { useForms } from '../../forms/forms.tsx';
import { clientPath } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { SeverityMark } from '../../ui/marks.tsx';
import { heardBy, severityWord } from './case-words.ts';
import { deskPath } from './desk-path.ts';
import { caseFieldId } from './evidence.tsx';
import { Facts } from './facts.tsx';
import type { CaseProps } from './open-case.tsx';
import { WeWant } from './we-want.tsx';

/** Who it is, what both sides say and want, and the facts, each of which can be judged in place. */
export function CaseHead({ the, next }: CaseProps & { readonly next: number | null }) {
  return (
    <>
      <Title the={the} />
      <Notices the={the} next={next} />
      <div className="case-sides">
        <Said the={the} />
        <div className="case-wants">
          <h2 className="case-label">They want</h2>
          <p id={caseFieldId('wants')} tabIndex={-1}>
            {the.complaint.wants ?? <span className="case-unsaid">Not said yet.</span>}
          </p>
          <WeWant the={the} />
        </div>
        <Facts the={the} />
      </div>
    </>
  );
}

function Title({ the }: CaseProps) {
  const { client, complaint } = the;
  return (
    <header className="case-title">
      <SeverityMark severity={complaint.severity} open={complaint.settledOn === null} size={20} />
      <span className="visually-hidden">{severityWord(complaint.severity)}</span>
      <h1>{client.name}</h1>
      {client.flag && (
        <p className="case-flag">
          <span role="img" aria-label="Red flag:">
            <Icon name="flag" />
          </span>
          {client.flag.instruction}
        </p>
      )}
      <About the={the} />
    </header>
  );
}

/** When it came and what it is about, with the ways to the rest of it. */
function About({ the }: CaseProps) {
  const forms = useForms();
  const { client, complaint } = the;
  const edit = () => forms.open({ form: 'complaint', clientId: client.id, id: complaint.id });
  return (
    <p className="case-when">
      complaint of {complaint.dateAssumed ? showDay(complaint.receivedOn) : showDayLong(complaint.receivedOn)}
      {', '}
      <span id={caseFieldId('invoice')}>
        {complaint.invoiceId === null ? (
          <button type="button" className="case-do" onClick={edit}>
            name its invoice
          </button>
        ) : (
          <Link
            className="case-link"
            href={clientPath(client.id, { kind: 'invoice', id: complaint.invoiceId })}
          >
            invoice {complaint.invoiceNumber}
          </Link>
        )}
      </span>
      {' · '}
      <button type="button" className="case-do" onClick={edit}>
        edit
      </button>
      {' · '}
      <Link href={clientPath(client.id, { kind: 'complaint', id: complaint.id })} className="case-link">
        open the client
      </Link>
    </p>
  );
}

/** What changes how the rest is read: settled already, or ways parted. */
function Notices({ the, next }: CaseProps & { readonly next: number | null }) {
  const { complaint, client } = the;
  if (complaint.settledOn === null && client.partedOn === null) return null;
  return (
    <div className="case-notices" role="note">
      {complaint.settledOn !== null && (
        <p>
          <b>Settled on {showDay(complaint.settledOn)}.</b> Deciding again is possible, as when a client is
          still not satisfied.
          {next !== null && (
            <>
              {' '}
              <Link href={deskPath(next)} className="case-link">
                To the next that waits
              </Link>
            </>
          )}
        </p>
      )}
      {client.partedOn !== null && (
        <p>
          <b>Ways parted on {showDay(client.partedOn)}.</b> What is open is still settled properly.
        </p>
      )}
    </div>
  );
}

function Said({ the }: CaseProps) {
  const { complaint } = the;
  return (
    <div className="case-said" id={caseFieldId('said')} tabIndex={-1}>
      <h2 className="case-label">They said</h2>
      {complaint.words.trim() === '' ? (
        <p className="case-unsaid">{complaint.title ?? 'No words written down.'}</p>
      ) : (
        <blockquote>“{complaint.words}”</blockquote>
      )}
      <p className="case-by">{heardBy(complaint)}</p>
    </div>
  );
}
