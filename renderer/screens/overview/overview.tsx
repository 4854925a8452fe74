import { showDayLong } from '../../../shared/dates.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { useAsk } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { useForms } from '../../forms/forms.tsx';
import { usePainted } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { SparkHatches } from '../clients/spark.tsx';
import { ComplaintsPart } from './complaints-part.tsx';
import { DecisionsPart } from './decisions-part.tsx';
import { Foot } from './foot.tsx';
import './overview.css';
import { PaymentsPart } from './payments-part.tsx';

/** The business on one screen: the first thing seen on a start. */
export function OverviewScreen() {
  const asked = useAsk('overview.read', {});
  const overview = asked.data;
  usePainted(overview !== undefined || asked.error !== null);
  if (asked.error && overview === undefined)
    return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (overview === undefined) return null;
  return overview.clients === 0 ? <NobodyYet /> : <Business overview={overview} />;
}

function Business({ overview }: { readonly overview: Overview }) {
  const { ledger } = useAppState();
  const { count } = useFormat();
  const clients = `${count(overview.clients)} ${overview.clients === 1 ? 'client' : 'clients'}`;
  return (
    <div className="overview">
      <SparkHatches />
      <div className="overview-head">
        <h1>{showDayLong(overview.asOf)}</h1>
        <span title={ledger?.business}>
          {ledger?.business}, {clients}
        </span>
        <Button icon="print" onClick={() => go('/print?kind=month')}>
          Month on a page
        </Button>
        <Button icon="import" onClick={() => go('/import')}>
          Import invoices
        </Button>
      </div>
      <div className="overview-columns">
        <PaymentsPart overview={overview} />
        <ComplaintsPart overview={overview} />
        <DecisionsPart overview={overview} />
      </div>
      <Foot overview={overview} />
    </div>
  );
}

function NobodyYet() {
  const forms = useForms();
  const { ledger, today } = useAppState();
  return (
    <div className="overview">
      <div className="overview-head">
        <h1>{showDayLong(today)}</h1>
        <span>{ledger?.business}</span>
      </div>
      <Empty
        title="No clients yet"
        action={
          <>
            <Button variant="primary" icon="import" onClick={() => go('/import')}>
              Import invoices
            </Button>
            <Button icon="plus" onClick={() => forms.open({ form: 'client' })}>
              New client
            </Button>
          </>
        }
      >
        <p>
          Read in the CSV file your bookkeeping program exports, or write down the first client by hand. Then
          this page shows what is owed, which complaints wait, and what goodwill costs.
        </p>
      </Empty>
    </div>
  );
}
