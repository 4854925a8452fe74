import { AGEING_NAMES } from '../../../shared/lateness/ageing.ts';
import type { Overview, SlippingLine } from '../../../shared/views/overview.ts';
import { useFormat } from '../../format.tsx';
import { Why } from '../../ui/why.tsx';
import { ColumnHead } from '../client/column-head.tsx';
import { Spark, sparkInWords } from '../clients/spark.tsx';
import { Block, ClientLink, ListLink } from './parts.tsx';
import { Shares } from './shares.tsx';

/** What is owed and by whom, who pays later and later, and who brings the most. */
export function PaymentsPart({ overview }: { readonly overview: Overview }) {
  const { money, count } = useFormat();
  const { over30, pastDueClients } = overview;
  return (
    <div className="overview-column">
      <ColumnHead
        meaning="payments"
        title="Payments"
        link={
          pastDueClients > 0 && (
            <ListLink filter="pastDue">{`${count(pastDueClients)} ${people(pastDueClients)} past due`}</ListLink>
          )
        }
        figure={
          <Why clientId={null} figure="pastDue" label={`why ${money(overview.pastDue)} past due`}>
            {money(overview.pastDue)}
          </Why>
        }
        caption={
          <>
            past due, of{' '}
            <Why clientId={null} figure="owed" label={`why ${money(overview.owed)} owed`}>
              {money(overview.owed)}
            </Why>{' '}
            owed
          </>
        }
      >
        {over30.amount > 0
          ? `${money(over30.amount)} of it for more than 30 days, with ${count(over30.clients)} ${people(over30.clients)}.`
          : 'Nothing is past due for more than 30 days.'}
      </ColumnHead>
      <Block title="Owed, by age">
        {overview.owed === 0 ? (
          <p className="overview-none">Nobody owes anything.</p>
        ) : (
          <Ages overview={overview} />
        )}
      </Block>
      <Block title="Slipping" legend="days later each time, how sure, past due">
        {overview.slipping.length === 0 ? (
          <p className="overview-none">Nobody pays later and later.</p>
        ) : (
          <SlippingRows overview={overview} />
        )}
      </Block>
      <Block title="Largest shares, 12 months" legend="of revenue, of attention">
        <Shares shares={overview.shares} />
      </Block>
    </div>
  );
}

/** “1–30 days”; the first has no days to name. */
const ageName = (age: number): string => `${AGEING_NAMES[age] ?? ''}${age === 0 ? '' : ' days'}`;

const people = (clients: number) => (clients === 1 ? 'client' : 'clients');

function Ages({ overview }: { readonly overview: Overview }) {
  const { money, count } = useFormat();
  const most = Math.max(1, ...overview.ages.map(({ amount }) => amount));
  return (
    <table className="overview-ages">
      <tbody>
        {overview.ages.map(({ amount, clients }, age) => (
          <tr key={AGEING_NAMES[age]}>
            <th scope="row">{ageName(age)}</th>
            <td className="overview-bar">
              <svg width="100%" height="12" aria-hidden="true">
                <rect
                  width={`${(amount / most) * 100}%`}
                  height="12"
                  fill={age === 0 ? 'var(--line2)' : `var(--l${age === 4 ? 5 : age})`}
                />
              </svg>
            </td>
            <td className="overview-right overview-strong">
              <Why clientId={null} figure="ageing" part={age} label={`why ${money(amount)} ${ageName(age)}`}>
                {money(amount)}
              </Why>
            </td>
            <td className="overview-right overview-quiet">
              {count(clients)} {people(clients)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SlippingRows({ overview }: { readonly overview: Overview }) {
  const more = overview.slippingCount - overview.slipping.length;
  return (
    <>
      <table className="overview-table">
        <tbody>
          {overview.slipping.map((line) => (
            <SlippingRow key={line.clientId} line={line} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="overview-more">
          <ListLink filter="slipping">{`and ${more} more`}</ListLink>
        </p>
      )}
    </>
  );
}

function SlippingRow({ line }: { readonly line: SlippingLine }) {
  const { money, decimal } = useFormat();
  const days = `${decimal(line.slope)} d`;
  return (
    <tr>
      <th scope="row">
        <ClientLink id={line.clientId} name={line.name} flagged={line.flagged} />
      </th>
      <td className="overview-spark">
        <Spark marks={line.spark} />
        <span className="visually-hidden">{sparkInWords(line.spark)}</span>
      </td>
      <td className="overview-right overview-late">
        <Why clientId={line.clientId} figure="trend" label={`why ${days} later with each invoice`}>
          {days}
        </Why>
      </td>
      <td className="overview-quiet">{sureness(line.p)}</td>
      <td className="overview-right">{line.pastDue > 0 ? money(line.pastDue) : '–'}</td>
    </tr>
  );
}

/** How likely it is that such a run came by chance, in words: Mann–Kendall's two-sided p. */
function sureness(p: number): string {
  if (p < 0.01) return 'very sure';
  return p < 0.05 ? 'sure' : 'fairly sure';
}
