import { showMonthYear } from '../../../shared/dates.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useFormat } from '../../format.tsx';
import { useForms } from '../../forms/forms.tsx';
import { Button } from '../../ui/button.tsx';
import { Why } from '../../ui/why.tsx';
import { useClientMenu } from './client-menu.ts';
import './header.css';
import { MoreMenu } from './more-menu.tsx';
import { Standing } from './standing.tsx';
import { clientActions, formFor, undecided } from './use-client-keys.ts';

/** Who the client is, what they are worth, what they owe and how they stand; and what one can do. */
export function ClientHeader({ page }: { readonly page: ClientPage }) {
  return (
    <header className="head">
      <Identity page={page} />
      <Figures page={page} />
      <div className="head-last">
        <Standing page={page} />
        <Actions page={page} />
      </div>
    </header>
  );
}

/** Letters, from which on a name is set smaller: all of it is read, and what matters stays on the screen. */
const LONG_NAME = 60;

function Identity({ page }: { readonly page: ClientPage }) {
  const { client, since, termsDays } = page;
  const who = [client.contact, client.descriptor].filter((part) => part !== null && part !== '').join(' · ');
  const facts = [
    client.phone,
    client.email,
    // Some programs export numbers only: then the number is the name.
    client.number === null || client.number === client.name ? null : `no. ${client.number}`,
    since === null ? null : `client since ${showMonthYear(since)}`,
    termsDays === 0 ? 'pays at once' : `${termsDays} ${termsDays === 1 ? 'day' : 'days'} to pay`,
  ].filter((part): part is string => part !== null && part !== '');
  return (
    <div className="head-id">
      <h1 className={client.name.length > LONG_NAME ? 'head-long' : undefined}>{client.name}</h1>
      {who !== '' && <p className="head-who">{who}</p>}
      <p className="head-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {client.notes !== null && (
        <p className="head-notes" title={client.notes}>
          {client.notes}
        </p>
      )}
    </div>
  );
}

function Figures({ page }: { readonly page: ClientPage }) {
  const { money, percent, days } = useFormat();
  const id = page.client.id;
  const { owed, pastDue, oldestPastDue } = page.lateness;
  return (
    <div className="head-figures">
      <dl className="head-figure">
        <dt>Revenue, 12 months</dt>
        <dd className="head-value">
          <Why clientId={id} figure="revenue12" label={`why ${money(page.revenue12)} revenue in 12 months`}>
            {money(page.revenue12)}
          </Why>
        </dd>
        {page.revenuePercent !== null && (
          <dd className="head-extra">
            <Why
              clientId={id}
              figure="revenuePercent"
              label={`why ${percent(page.revenuePercent)} of all revenue`}
            >
              {percent(page.revenuePercent)}
            </Why>{' '}
            of all
          </dd>
        )}
      </dl>
      <dl className="head-figure">
        <dt>Owed</dt>
        <dd className="head-value">
          <Why clientId={id} figure="owed" label={`why ${money(owed)} owed`}>
            {money(owed)}
          </Why>
        </dd>
        {pastDue > 0 && oldestPastDue ? (
          <dd className="head-extra">
            <Why clientId={id} figure="pastDue" label={`why ${money(pastDue)} past due`}>
              {money(pastDue)}
            </Why>{' '}
            past due, oldest{' '}
            <Why clientId={id} figure="oldest" label={`why oldest ${days(oldestPastDue.days)}`}>
              {days(oldestPastDue.days)}
            </Why>
          </dd>
        ) : (
          <dd className="head-extra">{owed > 0 ? 'nothing past due' : 'nothing open'}</dd>
        )}
        {page.credit > 0 && (
          <dd className="head-extra">
            <Why clientId={id} figure="credit" label={`why ${money(page.credit)} credit on account`}>
              {money(page.credit)}
            </Why>{' '}
            credit on account
          </dd>
        )}
      </dl>
    </div>
  );
}

function Actions({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  const menu = useClientMenu(page);
  const [complaint, payment] = clientActions;
  return (
    <div className="head-actions">
      {/* While a complaint waits, deciding it is the one solid button. */}
      <Button
        variant={undecided(page) === null ? 'primary' : 'plain'}
        icon="plus"
        title={`${complaint.label} (${complaint.key})`}
        aria-keyshortcuts={complaint.key}
        onClick={() => forms.open(formFor(complaint.name, page))}
      >
        {complaint.label}
      </Button>
      <div className="head-second">
        <Button
          title={`${payment.label} (${payment.key})`}
          aria-keyshortcuts={payment.key}
          onClick={() => forms.open(formFor(payment.name, page))}
        >
          Record payment
        </Button>
        <MoreMenu label="More for this client" items={menu} />
      </div>
    </div>
  );
}
