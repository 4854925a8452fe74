import { dayParts, showMonthYear } from '../../../shared/dates.ts';
import type { LatenessSummary } from '../../../shared/lateness/summary.ts';
import { climb } from '../../../shared/lateness/words.ts';
import { typicalLabel } from '../../../shared/views/axis-rows.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { AgeingBar } from '../../charts/ageing-bar.tsx';
import { LateLadder } from '../../charts/late-ladder.tsx';
import { LatenessChart } from '../../charts/lateness-chart.tsx';
import { useFormat } from '../../format.tsx';
import { useForms } from '../../forms/forms.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Why } from '../../ui/why.tsx';
import { InvoiceList } from './invoice-list.tsx';
import { PaymentLines } from './payment-lines.tsx';
import { PaymentsHead } from './payments-head.tsx';
import './payments.css';
import { useSay } from './use-say.ts';

/** More bars than this are thinner than a line in a column; the axis above has them all. */
const MOST_BARS = 36;

export function PaymentsColumn({ page }: { readonly page: ClientPage }) {
  const { lateness } = page;
  return (
    <section className="payments" aria-label="Payments">
      <PaymentsHead page={page} />
      <div className="payments-body">
        {page.invoices.length === 0 ? (
          <NoInvoices page={page} />
        ) : (
          <>
            {lateness.due.length > 0 && <ChartBlock page={page} />}
            {lateness.ladder.count > 0 && <LadderBlock page={page} />}
            <AgeingBlock page={page} />
            <InvoiceList page={page} />
          </>
        )}
        <OnAccount page={page} />
      </div>
    </section>
  );
}

function NoInvoices({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  return (
    <Empty
      title="Nothing to show yet"
      action={
        <Button
          title="New invoice (i)"
          onClick={() => forms.open({ form: 'invoice', clientId: page.client.id })}
        >
          New invoice
        </Button>
      }
    >
      Write one down, or import them from your bookkeeping program. How late they are paid shows here.
    </Empty>
  );
}

function ChartBlock({ page }: { readonly page: ClientPage }) {
  const { due, typical } = page.lateness;
  const say = useSay(page);
  const shown = due.slice(-MOST_BARS);
  const rows = shown.map(({ kind, ...mark }) => ({ ...mark, state: kind }));
  const label = typical ? typicalLabel(typical) : '';
  return (
    <div className="block">
      <h3>
        Days late, invoice by invoice
        <span>
          {due.length > shown.length ? `last ${shown.length} of ${due.length} due` : `${due.length} due`}
        </span>
      </h3>
      <LatenessChart
        rows={rows}
        typical={
          typical ? { days: typical.days, count: Math.min(typical.count, rows.length), text: label } : null
        }
        say={say}
        label={`Days late of the last ${shown.length} invoices in due order. ${label}.`}
      />
    </div>
  );
}

function LadderBlock({ page }: { readonly page: ClientPage }) {
  const { ladder } = page.lateness;
  const id = page.client.id;
  const sentence = climb(ladder, page.asOf);
  const words = ladder.rungs.filter((rung) => rung.count > 0).map((rung) => `${rung.count} ${rung.name}`);
  return (
    <div className="block">
      <h3>
        Late ladder
        <span>
          {ladder.count} {ladder.count === 1 ? 'invoice' : 'invoices'}, {monthsOf(ladder.steps, page.asOf)}
        </span>
      </h3>
      <LateLadder
        dots={ladder.steps.map(({ kind, ...step }) => ({ ...step, state: kind }))}
        label={`Late ladder: ${words.join(', ')}.`}
        rungs={ladder.rungs.map((rung) => ({
          name: rung.name,
          empty: rung.count === 0,
          count:
            rung.count === 0 ? (
              0
            ) : (
              <Why clientId={id} figure="ladder" part={rung.rung} label={`why ${rung.count} ${rung.name}`}>
                {rung.count}
              </Why>
            ),
        }))}
      />
      {sentence && <p className="block-says">{sentence}</p>}
    </div>
  );
}

/** “January to October”, with years where they are not the page's own. */
function monthsOf(steps: LatenessSummary['ladder']['steps'], asOf: string): string {
  const [first, last] = [steps[0]?.due, steps[steps.length - 1]?.due];
  if (first === undefined || last === undefined) return '';
  const year = dayParts(asOf).year;
  const own = dayParts(first).year === year && dayParts(last).year === year;
  const name = (day: string) => (own ? showMonthYear(day).split(' ')[0] : showMonthYear(day)) ?? '';
  return name(first) === name(last) ? name(first) : `${name(first)} to ${name(last)}`;
}

function AgeingBlock({ page }: { readonly page: ClientPage }) {
  const { money } = useFormat();
  const { ageing, owed } = page.lateness;
  const id = page.client.id;
  return (
    <div className="block">
      <h3>
        Owed, by age
        <span>
          {owed > 0 ? (
            <Why clientId={id} figure="ageing" label={`why ${money(owed)} owed`}>
              {money(owed)}
            </Why>
          ) : (
            'nothing is open'
          )}
        </span>
      </h3>
      {owed > 0 && (
        <AgeingBar
          label={`Owed by age: ${ageing.buckets.map((one) => `${one.name} ${money(one.amount)}`).join(', ')}.`}
          parts={ageing.buckets.map((bucket, index) => ({
            name: index === 1 ? `${bucket.name} days` : bucket.name,
            amount: bucket.amount,
            shown:
              bucket.amount === 0 ? (
                '–'
              ) : (
                <Why
                  clientId={id}
                  figure="ageing"
                  part={index}
                  label={`why ${money(bucket.amount)} ${bucket.name}${index === 0 ? '' : ' days past due'}`}
                >
                  {money(bucket.amount)}
                </Why>
              ),
          }))}
        />
      )}
    </div>
  );
}

/** Money the client paid for no invoice yet. */
function OnAccount({ page }: { readonly page: ClientPage }) {
  const { money } = useFormat();
  if (page.onAccount.length === 0) return null;
  const sum = page.onAccount.reduce((total, payment) => total + payment.amount, 0);
  return (
    <div className="block">
      <h3>
        Paid on account, for no invoice
        <span>
          <Why clientId={page.client.id} figure="credit" label={`why ${money(sum)} on account`}>
            {money(sum)}
          </Why>
        </span>
      </h3>
      <PaymentLines payments={page.onAccount} asOf={page.asOf} />
    </div>
  );
}
