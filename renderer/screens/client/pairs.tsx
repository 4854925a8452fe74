import { useMemo } from 'react';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { type Pair, pairUp } from '../../../shared/views/pair-rows.ts';
import { CauseChart } from '../../charts/cause-chart.tsx';
import { useForms } from '../../forms/forms.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ComplaintCard } from './complaint-card.tsx';
import { DecisionCard, NoDecision } from './decision-card.tsx';
import { GoodwillBlock } from './goodwill-block.tsx';
import { KeepingBlock } from './keeping-block.tsx';
import { NotedBlock } from './noted-block.tsx';
import { ComplaintsHead, DecisionsHead } from './pair-heads.tsx';
import './pairs.css';
import { causeQuarters, causeSideWords } from './tally.ts';
import { undecided } from './use-client-keys.ts';

/** Complaints and what was decided on them: two columns that share their rows and scroll together. */
export function Pairs({ page }: { readonly page: ClientPage }) {
  const { open, rest } = useMemo(() => pairUp(page.complaints, page.decisions), [page]);
  const first = undecided(page);
  const some = page.complaints.length > 0 || page.decisions.length > 0;
  return (
    <section className="pairs" aria-label="Complaints and decisions">
      <div className="pair-grid">
        <ComplaintsHead page={page} />
        <DecisionsHead page={page} />
      </div>
      <div className="pairs-body">
        {open.length > 0 && (
          <ol aria-label="Open complaints">
            {open.map((pair) => (
              <PairRow key={pair.key} pair={pair} page={page} first={first} />
            ))}
          </ol>
        )}
        {page.complaints.length === 0 && <NoComplaints page={page} />}
        {some && (
          <div className="pair-grid pair-charts">
            <CausesBlock page={page} />
            <GoodwillBlock page={page} />
          </div>
        )}
        <div className="pair-grid pair-charts">
          <KeepingBlock page={page} />
          <NotedBlock page={page} />
        </div>
        {rest.length > 0 && (
          <ol aria-label="Settled complaints and decisions">
            {rest.map((pair) => (
              <PairRow key={pair.key} pair={pair} page={page} first={first} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

interface PairRowProps {
  readonly pair: Pair;
  readonly page: ClientPage;
  /** The complaint whose “Decide” is the solid button. */
  readonly first: number | null;
}

function PairRow({ pair, page, first }: PairRowProps) {
  const { complaint, decisions } = pair;
  const open = complaint !== null && complaint.settledOn === null;
  return (
    <li className={`pair-grid pair${open ? ' pair-open' : ''}`}>
      {complaint ? (
        <ComplaintCard complaint={complaint} page={page} />
      ) : (
        <p className="pair-alone">no complaint behind it</p>
      )}
      <div className="pair-decisions">
        {complaint && decisions.length > 0 && <span className="pair-join" aria-hidden="true" />}
        {decisions.map((decision) => (
          <DecisionCard key={decision.id} decision={decision} page={page} />
        ))}
        {complaint && (open || decisions.length === 0) && (
          <NoDecision
            complaint={complaint}
            page={page}
            some={decisions.length > 0}
            solid={complaint.id === first}
          />
        )}
      </div>
    </li>
  );
}

function NoComplaints({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  return (
    <div className="pair-grid pair-none">
      <Empty
        title="No complaints so far"
        action={
          <Button
            title="Log a complaint (c)"
            onClick={() => forms.open({ form: 'complaint', clientId: page.client.id })}
          >
            Log a complaint
          </Button>
        }
      >
        When they say something, write it down in their words; the cause can come later.
      </Empty>
      {page.decisions.length === 0 && (
        <Empty
          title="No decisions so far"
          action={
            <Button
              title="Record a decision (d)"
              onClick={() => forms.open({ form: 'decision', clientId: page.client.id })}
            >
              Record a decision
            </Button>
          }
        >
          An apology, a coupon, a refund: what was given, and why, is kept here.
        </Empty>
      )}
    </div>
  );
}

function CausesBlock({ page }: { readonly page: ClientPage }) {
  const quarters = useMemo(() => causeQuarters(page.complaints, page.asOf), [page]);
  if (page.complaints.length === 0) return <div />;
  return (
    <div className="block">
      <h3>
        Where the causes lay<span>by quarter</span>
      </h3>
      <CauseChart
        quarters={quarters}
        label={`Complaints by quarter and cause: ${causeSideWords(page.complaints)}.`}
      />
    </div>
  );
}
