import type { ReactNode } from 'react';
import type { ClientList } from '../../../shared/views/client-list.ts';
import type { WhyFigure } from '../../../shared/views/why.ts';
import { useFormat } from '../../format.tsx';
import { Why } from '../../ui/why.tsx';

/** The fixed last row: sums over what the filter lets through. */
export function TotalsRow({
  head,
  whole,
}: {
  readonly head: Pick<ClientList, 'total' | 'matched' | 'totals'>;
  /** No filter and no text: then each sum can be asked why. Of a part of the clients, the rows above are the reason. */
  readonly whole: boolean;
}) {
  const format = useFormat();
  const { totals } = head;
  const count = format.count(head.matched);
  const clients = head.matched === 1 ? 'client' : 'clients';
  const ask = (figure: WhyFigure, label: string, shown: ReactNode) =>
    whole ? (
      <Why clientId={null} figure={figure} label={`why ${label}`}>
        {shown}
      </Why>
    ) : (
      <span>{shown}</span>
    );
  const money = (figure: WhyFigure, amount: number, what: string, gap = false) => (
    <td className={`clients-cell clients-right${gap ? ' clients-gap' : ''}`} title={format.money(amount)}>
      {amount === 0 ? '–' : ask(figure, `${format.money(amount)} ${what}`, format.moneyShort(amount))}
    </td>
  );
  return (
    <tfoot className="clients-foot">
      <tr aria-rowindex={head.matched + 3} className="clients-totals">
        <td className="clients-cell clients-name" colSpan={2}>
          {head.matched === head.total
            ? `${count} ${clients}`
            : `${count} of ${format.count(head.total)} clients`}
        </td>
        <td className="clients-cell" aria-hidden="true" />
        <td className="clients-cell" aria-hidden="true" />
        <td className="clients-cell clients-trend clients-is-slipping">
          {totals.slipping > 0 &&
            ask('slipping', `${totals.slipping} slipping`, `${format.count(totals.slipping)} slipping`)}
        </td>
        {money('owed', totals.owed, 'owed')}
        {money('pastDue', totals.pastDue, 'past due')}
        <td className="clients-cell" aria-hidden="true" />
        <td className="clients-cell clients-gap clients-open">
          {totals.openComplaints > 0 &&
            ask(
              'openComplaints',
              `${totals.openComplaints} open`,
              `${format.count(totals.openComplaints)} open`,
            )}
        </td>
        <td className="clients-cell clients-right">
          {totals.complaints12 === 0
            ? '–'
            : ask('complaints12', `${totals.complaints12} complaints`, format.count(totals.complaints12))}
        </td>
        {money('goodwill12', totals.goodwill12, 'goodwill', true)}
        <td className="clients-cell clients-right">
          {totals.goodwillPercent !== null &&
            ask(
              'goodwillPercent',
              `${format.percent(totals.goodwillPercent)} of revenue`,
              format.percent(totals.goodwillPercent),
            )}
        </td>
        {money('revenue12', totals.revenue12, 'revenue', true)}
        <td className="clients-cell clients-wide" aria-hidden="true" />
      </tr>
    </tfoot>
  );
}
