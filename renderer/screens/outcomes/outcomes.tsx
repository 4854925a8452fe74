import { useState } from 'react';
import { showDay } from '../../../shared/dates.ts';
import { type DecisionKind, decisionKinds } from '../../../shared/decisions/decision.ts';
import { TOO_FEW } from '../../../shared/decisions/outcome.ts';
import type { OutcomesPage } from '../../../shared/views/outcomes.ts';
import { useAsk } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { usePainted } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Choice } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import './outcomes.css';

/** 0 stands for all: a pill needs a value. */
const PERIODS = [
  { value: 12, label: '12 months' },
  { value: 24, label: '24 months' },
  { value: 0, label: 'All' },
] as const;

const NO_KINDS: ReadonlySet<DecisionKind> = new Set();
const ALL_KINDS: ReadonlySet<DecisionKind> = new Set(decisionKinds);

/** What came after all decisions, by kind and severity. */
export default function OutcomesScreen() {
  const [period, setPeriod] = useState<number>(12);
  const [opened, setOpened] = useState(NO_KINDS);
  const months = period === 0 ? null : period;
  const asked = useAsk('outcomes.page', { months }, { keepPrevious: true });
  usePainted(asked.data !== undefined || asked.error !== null);
  const page = asked.data;
  const someOpen = page?.rows.some(({ kind }) => opened.has(kind)) ?? false;
  const toggle = (kind: DecisionKind) => {
    const next = new Set(opened);
    if (!next.delete(kind)) next.add(kind);
    setOpened(next);
  };
  return (
    <div className="outcomes" aria-busy={asked.isFetching}>
      <div className="outcomes-title">
        <h1>Did it work?</h1>
        {page && <Summary page={page} />}
        {page && page.total.count > 0 && (
          <Button variant="quiet" onClick={() => setOpened(someOpen ? NO_KINDS : ALL_KINDS)}>
            {someOpen ? 'Hide severities' : 'Show severities'}
          </Button>
        )}
        <fieldset className="outcomes-period">
          <legend className="visually-hidden">Decisions of the last</legend>
          <Choice options={PERIODS} value={period} onChange={setPeriod} />
        </fieldset>
      </div>
      {asked.error && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {page && !asked.error && (
        // While another period is on its way, the numbers are still the last one's: none of them may open rows of the next.
        <div className="outcomes-page" inert={asked.isPlaceholderData}>
          {page.total.count === 0 ? (
            <NoDecisions all={page.from === null} onAll={() => setPeriod(0)} />
          ) : (
            <>
              <p className="outcomes-caution">
                <b>What came after, not what came of it.</b> A client who stayed might have stayed anyway, and
                graver cases get other decisions than small ones: the kinds can’t be ranked by this.
              </p>
              <OutcomeTable page={page} months={months} opened={opened} onToggle={toggle} />
              <Notes />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Summary({ page }: { readonly page: OutcomesPage }) {
  const { count, money } = useFormat();
  const { total } = page;
  if (total.count === 0) return null;
  return (
    <p className="outcomes-summary">
      {count(total.count)} {total.count === 1 ? 'decision' : 'decisions'}
      {page.from === null ? ' in all' : ` since ${showDay(page.from)}`}
      {total.cost > 0 && `, ${money(total.cost)} goodwill`}
      {total.count < TOO_FEW && '. Too few for shares; the counts stand'}
    </p>
  );
}

function NoDecisions({ all, onAll }: { readonly all: boolean; readonly onAll: () => void }) {
  if (!all) {
    return (
      <Empty
        title="No decision in these months"
        action={<Button onClick={onAll}>Look at all of them</Button>}
      >
        Look further back, or decide a complaint at the desk.
      </Empty>
    );
  }
  return (
    <Empty title="No decision yet" action={<Button onClick={() => go('/desk')}>Go to the desk</Button>}>
      Decide a complaint at the desk. What comes after is found here by itself: whether the client came back,
      complained again, used a coupon, or pays faster or slower. Nobody has to note it.
    </Empty>
  );
}

function Notes() {
  return (
    <dl className="outcomes-explained">
      <div>
        <dt>Came back</dt>
        <dd>a new invoice, dated 1 to 90 or 180 days after the decision</dd>
      </div>
      <div>
        <dt>Complained again</dt>
        <dd>another complaint within 180 days; same cause only where causes are noted</dd>
      </div>
      <div>
        <dt>Paid since</dt>
        <dd>
          typical days late of invoices due in the 180 days after beside the 180 days before; at least three
          on each side, three days to make a difference, excused ones left out
        </dd>
      </div>
      <div>
        <dt>Still open</dt>
        <dd>
          their time is not up yet: counted apart and in no share, also where it came early, or the share
          would flatter
        </dd>
      </div>
      <div>
        <dt>Too few to say</dt>
        <dd>under five whose time is up: no share, the counts alone</dd>
      </div>
    </dl>
  );
}
