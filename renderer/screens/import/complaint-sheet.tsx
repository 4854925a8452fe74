import { showDay } from '../../../shared/dates.ts';
import type { ComplaintReconciliation } from '../../../shared/imports/complaints/plan.ts';
import type { ImportPreview } from '../../../shared/imports/preview.ts';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Scroller } from './scroller.tsx';
import { Line, NewClients, Notes, Table } from './sheet.tsx';
import { counted } from './words.ts';

/** Complaints laid against the ledger, with every row and all money accounted for. */
export function ComplaintSheet({
  preview,
  sheet,
}: {
  readonly preview: ImportPreview;
  readonly sheet: ComplaintReconciliation;
}) {
  const { counts, money } = sheet;
  const placed = counts.complaintsNew + counts.complaintsKnown + counts.complaintsSettled;
  return (
    <>
      {sheet.nothingToWrite && (
        <p className="import-nothing">
          <Icon name={placed === 0 ? 'warning' : 'check'} />
          {nothingWords(placed, counts.unreadable)}
        </p>
      )}
      <div className="import-sheets">
        <Table caption="In the file">
          <Line label="rows read" count={counts.rows} strong />
          <Line label="repeat another row, read once" count={counts.repeated} minus />
          <Line label="left out, as you chose" count={counts.leftOut} minus />
          <Line label="can’t be read" count={counts.unreadable} minus alert />
          <Line label="complaints" count={placed} icon="complaints" strong total />
        </Table>
        <Table caption="In the ledger">
          <Line label="new complaints" count={counts.complaintsNew} strong />
          <Line label="of them not settled" count={counts.open} part />
          <Line label="known complaints, as they are" count={counts.complaintsKnown} />
          <Line label="known complaints that are settled now" count={counts.complaintsSettled} />
          <Line label="decisions to add" count={counts.decisions} icon="decisions" />
          <Line label="of them refunds" count={counts.refunds} part />
        </Table>
        <div className="import-stack">
          <Table caption="Money given back">
            <Line label="in the file" count={money.read} money strong />
            {money.known > 0 && <Line label="in the ledger already" count={money.known} money minus />}
            {money.repeated > 0 && (
              <Line label="in rows that repeat another" count={money.repeated} money minus />
            )}
            <Line label="in rows left out" count={money.leftOut} money minus />
            <Line label="refunds to add" count={money.imported} money strong total />
            {money.unknownRows > 0 && (
              <Line label="rows whose money is not known" count={money.unknownRows} alert />
            )}
          </Table>
          <div>
            <Table caption="Clients">
              <Line label="new clients" count={counts.clientsNew} strong />
              <Line label="known clients" count={counts.clientsKnown} />
            </Table>
            <NewClients all={counts.clientsNew} names={sheet.newClients} />
          </div>
        </div>
      </div>
      {sheet.settled.length > 0 && <Settled sheet={sheet} />}
      <Notes notes={[...preview.notes, ...sheet.notes]} />
    </>
  );
}

/** Why there is nothing to import: all known, or none of it a complaint. */
function nothingWords(placed: number, unreadable: number): string {
  if (placed === 0) return 'This file holds no complaint that can be imported.';
  return unreadable > 0
    ? 'Everything that can be read in this file is already in the ledger.'
    : 'Everything in this file is already in the ledger.';
}

function Settled({ sheet }: { readonly sheet: ComplaintReconciliation }) {
  const format = useFormat();
  const all = sheet.counts.complaintsSettled;
  const more = all - sheet.settled.length;
  return (
    <details className="import-more">
      <summary>
        <Icon name="next" />
        {all === 1
          ? 'The known complaint that is settled now'
          : `The ${counted(format, all, 'known complaint')} that are settled now`}
      </summary>
      <Scroller label="What is settled" className="import-changes">
        <table>
          <thead>
            <tr>
              <th scope="col" className="import-right">
                line
              </th>
              <th scope="col">Client</th>
              <th scope="col">What they said</th>
              <th scope="col">Opened</th>
              <th scope="col">Settled</th>
              <th scope="col" className="import-right">
                Money back
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.settled.map((row) => (
              <tr key={row.line}>
                <td className="import-right import-quiet">{row.line}</td>
                <td>{row.clientName}</td>
                <td>{row.words}</td>
                <td>{showDay(row.opened)}</td>
                <td>{row.closed === null ? '–' : showDay(row.closed)}</td>
                <td className="import-right">
                  {row.money === 0 ? '–' : format.money(row.money, { exact: true })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {more > 0 && <p className="import-quiet">and {format.count(more)} more</p>}
    </details>
  );
}
