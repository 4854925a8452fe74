import type { ReactNode } from 'react';
import type { CostToKeep, KeepLine } from '../../../shared/standing/keeping.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useFormat } from '../../format.tsx';
import { Ask, Why } from '../../ui/why.tsx';
import './keeping.css';
import { hoursWords, limitWords, list } from './words.ts';

interface Line {
  readonly line: KeepLine;
  readonly label: ReactNode;
  readonly amount: number;
  readonly minus?: boolean;
}

/** What keeping the client takes in a year, from revenue down to what is left; every line opens its rows. */
export function KeepingBlock({ page }: { readonly page: ClientPage }) {
  const format = useFormat();
  const { keeping } = page;
  const clientId = page.client.id;
  const costs = linesOf(keeping, format);
  const nothing = costs.every(({ amount }) => amount === 0);
  // One line with pence, and all have them: a column of amounts is read by its decimals.
  const scale = 10 ** format.minorDigits;
  const exact = [keeping.left, ...costs.map(({ amount }) => amount)].some((amount) => amount % scale !== 0);
  const show = (amount: number) => format.money(amount, { exact });
  const left = show(keeping.left);
  return (
    <section className="block keeping" aria-label="What keeping them takes">
      <h3>
        Cost to keep, 12 months
        {!nothing && (
          <span>{keeping.left < 0 ? 'they cost more than they bring' : 'from revenue to what is left'}</span>
        )}
      </h3>
      {nothing ? (
        <p className="block-says">
          Once there is an invoice or an hour noted, what they bring and what they take stands here.
        </p>
      ) : (
        <>
          <table className="keeping-table">
            <tbody>
              {costs.map((row) => (
                <KeepRow key={row.line} row={row} clientId={clientId} show={show} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">left</th>
                <td>
                  <Ask query={{ of: 'keeping', clientId, line: 'left' }} label={`why ${left} left`}>
                    {left}
                  </Ask>
                </td>
              </tr>
            </tfoot>
          </table>
          <Shares keeping={keeping} clientId={clientId} />
          <Assumed keeping={keeping} />
        </>
      )}
    </section>
  );
}

function linesOf(keeping: CostToKeep, format: ReturnType<typeof useFormat>): readonly Line[] {
  const rate = (permille: number, assumed: boolean) =>
    `${limitWords(permille / 10, format)}${assumed ? ' assumed' : ''}`;
  const hours = (name: string, { minutes }: { readonly minutes: number }) =>
    list(name, minutes > 0 && hoursWords(minutes));
  return [
    { line: 'revenue', label: 'revenue', amount: keeping.revenue },
    {
      line: 'margin',
      label: `margin, ${rate(keeping.marginPermille, keeping.marginAssumed)}`,
      amount: keeping.margin,
    },
    { line: 'redo', label: hours('redoing', keeping.redo), amount: keeping.redo.cost, minus: true },
    { line: 'chasing', label: hours('chasing', keeping.chasing), amount: keeping.chasing.cost, minus: true },
    { line: 'care', label: hours('care', keeping.care), amount: keeping.care.cost, minus: true },
    { line: 'goodwill', label: 'goodwill besides hours', amount: keeping.goodwill, minus: true },
    { line: 'writeOffs', label: 'written off', amount: keeping.writeOffs, minus: true },
    {
      line: 'lateMoney',
      label: `late money, ${rate(keeping.interestPermille, keeping.interestAssumed)} a year`,
      amount: keeping.lateMoney,
      minus: true,
    },
  ];
}

function KeepRow({
  row,
  clientId,
  show,
}: {
  readonly row: Line;
  readonly clientId: number;
  readonly show: (amount: number) => string;
}) {
  const shown = show(row.minus ? -row.amount : row.amount);
  return (
    <tr className={row.line === 'margin' ? 'keeping-margin' : ''}>
      <th scope="row">{row.label}</th>
      <td>
        {row.amount === 0 ? (
          <span className="keeping-none">–</span>
        ) : (
          <Ask query={{ of: 'keeping', clientId, line: row.line }} label={`why ${shown}: ${row.label}`}>
            {shown}
          </Ask>
        )}
      </td>
    </tr>
  );
}

/** Their part of all hours beside their part of all revenue. */
function Shares({ keeping, clientId }: { readonly keeping: CostToKeep; readonly clientId: number }) {
  const { percent } = useFormat();
  const { attentionPercent: hours, revenuePercent: revenue } = keeping;
  if (hours === null) {
    return (
      <p className="block-says">
        No hours are noted for anyone yet. Once they are, their part of your time shows beside their part of
        your revenue.
      </p>
    );
  }
  const most = Math.max(hours, revenue ?? 0, 0.1);
  const bar = (share: number) => (
    <span className="keeping-bar" aria-hidden="true">
      <span style={{ width: `${Math.max(0, (share / most) * 100)}%` }} />
    </span>
  );
  return (
    <dl className="keeping-shares">
      <div>
        <dt>of all hours</dt>
        <dd>
          {bar(hours)}
          <Why clientId={clientId} figure="attentionPercent" label={`why ${percent(hours)} of all hours`}>
            {percent(hours)}
          </Why>
        </dd>
      </div>
      {revenue !== null && (
        <div>
          <dt>of all revenue</dt>
          <dd className="keeping-hollow">
            {bar(revenue)}
            <Why clientId={clientId} figure="revenuePercent" label={`why ${percent(revenue)} of all revenue`}>
              {percent(revenue)}
            </Why>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Rates nobody told are usual ones: said, with the way to tell them. */
function Assumed({ keeping }: { readonly keeping: CostToKeep }) {
  const untold = [
    keeping.marginAssumed && 'margin',
    keeping.interestAssumed && 'yearly interest',
    keeping.hourlyCost === 0 && 'hourly cost',
  ].filter((rate): rate is string => rate !== false);
  if (untold.length === 0) return null;
  const last = untold.at(-1);
  const names = untold.length === 1 ? last : `${untold.slice(0, -1).join(', ')} and ${last}`;
  return (
    <p className="block-says">
      You never told your {names}.{' '}
      <a className="text-button" href="#/settings">
        Tell it in Settings
      </a>
    </p>
  );
}
