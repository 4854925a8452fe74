import { type Fault, faults } from '../../../shared/complaints/complaint.ts';
import { windowStart } from '../../../shared/dates.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { Why } from '../../ui/why.tsx';
import { ColumnHead } from './column-head.tsx';
import { faultCounts } from './tally.ts';
import { limitWords, times } from './words.ts';

const faultWords = (fault: Fault | null): string => {
  switch (fault) {
    case 'ours':
      return 'our fault';
    case 'shared':
      return 'shared';
    case 'theirs':
      return 'theirs';
    case 'nobody':
      return 'nobody’s';
    case null:
      return 'not said yet';
  }
};

export function ComplaintsHead({ page }: { readonly page: ClientPage }) {
  const { complaints } = page;
  const id = page.client.id;
  const open = complaints.filter((one) => one.settledOn === null).length;
  const from = windowStart(page.asOf, 12);
  const recent = complaints.filter((one) => one.receivedOn >= from).length;
  const redo = complaints.filter((one) => one.redoAsked).length;
  if (complaints.length === 0) {
    return <ColumnHead meaning="complaints" title="Complaints" figure="0" caption="complaints so far" />;
  }
  return (
    <ColumnHead
      meaning="complaints"
      title="Complaints"
      link={
        <Why clientId={id} figure="complaints12" label={`why ${recent} in 12 months`}>
          {recent} in 12 months
        </Why>
      }
      figure={
        <Why
          clientId={id}
          figure="complaintsAll"
          label={`why ${complaints.length} ${complaints.length === 1 ? 'complaint' : 'complaints'}`}
        >
          {complaints.length}
        </Why>
      }
      caption={
        <>
          {complaints.length === 1 ? 'complaint' : 'complaints'} so far,{' '}
          {open === 0 ? (
            'none open'
          ) : (
            <Why clientId={id} figure="openComplaints" label={`why ${open} open`} className="comp">
              {open} open
            </Why>
          )}
        </>
      }
    >
      <p>
        {complaints.every((one) => one.fault === null)
          ? 'Whose fault it was is not said yet'
          : faultCounts(complaints).map(({ fault, count }, index) => (
              <span key={fault ?? 'unsaid'}>
                {index > 0 && ', '}
                {fault === null ? (
                  `${count} ${faultWords(fault)}`
                ) : (
                  <Why
                    clientId={id}
                    figure="faults"
                    part={faults.indexOf(fault)}
                    label={`why ${count} ${faultWords(fault)}`}
                  >
                    {count} {faultWords(fault)}
                  </Why>
                )}
              </span>
            ))}
        .
      </p>
      {redo > 0 && (
        <p>
          Asked us to redo work{' '}
          <Why clientId={id} figure="redoAsked" label={`why ${times(redo)}`}>
            {times(redo)}
          </Why>
          .
        </p>
      )}
    </ColumnHead>
  );
}

export function DecisionsHead({ page }: { readonly page: ClientPage }) {
  const format = useFormat();
  const { money, percent } = format;
  const { ledger } = useAppState();
  const id = page.client.id;
  const count = page.decisions.length;
  const permille = ledger?.goodwillLimitPermille ?? null;
  const limit = permille === null ? null : permille / 10;
  const share = page.goodwillPercent;
  const over = share !== null && limit !== null && share > limit;
  return (
    <ColumnHead
      meaning="decisions"
      title="Decisions"
      link={
        count > 0 && (
          <Why
            clientId={id}
            figure="decisionsAll"
            label={`why ${count} ${count === 1 ? 'decision' : 'decisions'}`}
          >
            {count} {count === 1 ? 'decision' : 'decisions'}
          </Why>
        )
      }
      figure={
        <Why clientId={id} figure="goodwill24" label={`why ${money(page.goodwill24)} goodwill in 24 months`}>
          {money(page.goodwill24)}
        </Why>
      }
      caption="goodwill in 24 months"
    >
      <p>
        Last 12 months{' '}
        <Why clientId={id} figure="goodwill12" label={`why ${money(page.goodwill12)} goodwill in 12 months`}>
          {money(page.goodwill12)}
        </Why>
        {share !== null && (
          <>
            ,{' '}
            <Why clientId={id} figure="goodwillPercent" label={`why ${percent(share)} of their revenue`}>
              {percent(share)}
            </Why>{' '}
            of their revenue
          </>
        )}
        .
      </p>
      {limit !== null && (
        <p>
          {over ? 'That is over your limit of ' : 'Your limit is '}
          {limitWords(limit, format)}.
        </p>
      )}
    </ColumnHead>
  );
}
