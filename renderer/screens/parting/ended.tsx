import type { ReactNode } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { Parting } from '../../../shared/partings/parting.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useWrite } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { useForms } from '../../forms/forms.tsx';
import { Button } from '../../ui/button.tsx';
import { Farewell, PrintFarewell } from './farewell.tsx';
import { useFilled } from './letter-step.tsx';
import { Look } from './look-step.tsx';
import { sheetOf } from './use-sheet.ts';

/** How a worksheet ended, in one sentence. */
export function endOf(parting: Parting, today: string): string {
  if (parting.welcomedOn !== null) {
    const parted = parting.partsOn ?? parting.finishedOn ?? parting.begunOn;
    return `Ways parted on ${showDay(parted)}; welcomed back on ${showDay(parting.welcomedOn)}: ${parting.welcomedWhy}`;
  }
  if (parting.finishedOn !== null) {
    const day = parting.partsOn ?? parting.finishedOn;
    return `Ways ${day > today ? 'part' : 'parted'} on ${showDay(day)}.`;
  }
  const why = parting.stoppedWhy === null ? '.' : `: ${parting.stoppedWhy}`;
  return `Stopped on ${showDay(parting.stoppedOn ?? parting.begunOn)}${why}`;
}

/** A worksheet that is finished or stopped: to be read, and the ways on from it. */
export function Ended({
  page,
  parting,
  onAfresh,
}: {
  readonly page: PartingPage;
  readonly parting: Parting;
  readonly onAfresh: () => void;
}) {
  const forms = useForms();
  const resume = useWrite('partings.save');
  const holds = parting.finishedOn !== null && parting.welcomedOn === null;
  const clientId = page.client.id;
  return (
    <>
      <div className="parting-steps">
        <p className="parting-end">{endOf(parting, page.asOf)}</p>
        <Read page={page} parting={parting} />
      </div>
      <footer className="parting-foot">
        <p className="parting-state">
          {holds &&
            page.client.flagged &&
            'The red flag stands until you lift it, also after a welcome back.'}
          {parting.welcomedOn !== null && page.client.flagged && 'The red flag still stands. '}
          {parting.welcomedOn !== null && page.client.flagged && (
            <button
              type="button"
              className="text-button"
              onClick={() => forms.open({ form: 'lift', clientId })}
            >
              Lift it…
            </button>
          )}
        </p>
        {holds && <Button onClick={() => forms.open({ form: 'welcome', clientId })}>Welcome back…</Button>}
        {parting.stoppedOn !== null && (
          <>
            <Button onClick={onAfresh}>Begin afresh</Button>
            <Button
              variant="primary"
              disabled={resume.isPending}
              onClick={() => resume.mutate({ clientId, ...sheetOf(parting) })}
            >
              Resume it
            </Button>
          </>
        )}
        {parting.welcomedOn !== null && <Button onClick={onAfresh}>Begin another</Button>}
      </footer>
    </>
  );
}

function Read({ page, parting }: { readonly page: PartingPage; readonly parting: Parting }) {
  const { money } = useFormat();
  const invoice = page.invoices.find((one) => one.id === parting.finalInvoiceId);
  const referral = page.referrals.find((one) => one.id === parting.referralId);
  // A finished one keeps its letter as it was sent.
  const filled = useFilled(page, sheetOf(parting));
  return (
    <div className="parting-read">
      <div>
        <Said title="Why">{parting.why}</Said>
        {page.look !== null && (
          <Said title="Looked inside">
            <Look look={page.look} />
          </Said>
        )}
        <Said title="The last attempt">{parting.lastAttempt}</Said>
        <Said title="The final invoice">
          {invoice && `${invoice.number}, ${showDay(invoice.issued)}, ${money(invoice.amount)}`}
        </Said>
        <Said title="What was owed">{parting.moneySettled}</Said>
        <Said title="Handed over">{parting.handOver}</Said>
        <Said title="Who could serve them better">
          {referral && [referral.name, referral.contact].filter(Boolean).join(', ')}
        </Said>
        <Said title="Told to staff">{parting.instruction ?? page.client.instruction}</Said>
      </div>
      {parting.letter !== null && (
        <div>
          <Farewell
            clientId={page.client.id}
            text={parting.finishedOn === null ? filled.text : parting.letter}
          />
          {parting.finishedOn !== null && <PrintFarewell clientId={page.client.id} text={parting.letter} />}
        </div>
      )}
    </div>
  );
}

/** Nothing was said there: then nothing is shown. */
function Said({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <section className="parting-said">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
