import { isDay, showDay } from '../../../shared/dates.ts';
import type { Change, Reconciliation, ShownChange } from '../../../shared/imports/plan.ts';
import type { ImportPreview } from '../../../shared/imports/preview.ts';
import { type Format, useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ComplaintSheet } from './complaint-sheet.tsx';
import { Scroller } from './scroller.tsx';
import { Line, NewClients, Notes, Table } from './sheet.tsx';
import './reconciliation.css';
import { counted } from './words.ts';

/** The file laid against the ledger, as an accountant would: what comes in, what is known, what changes, what stays out. */
export function ReconciliationPart({ preview }: { readonly preview: ImportPreview }) {
  const { reconciliation } = preview;
  return (
    <section className="import-part" aria-labelledby="import-does">
      <h2 id="import-does" tabIndex={-1}>
        What the import does
      </h2>
      {reconciliation === null ? (
        <p className="import-quiet">You see it here once the questions above are answered.</p>
      ) : (
        <AnySheet preview={preview} sheet={reconciliation} />
      )}
    </section>
  );
}

function AnySheet({
  preview,
  sheet,
}: {
  readonly preview: ImportPreview;
  readonly sheet: NonNullable<ImportPreview['reconciliation']>;
}) {
  return sheet.subject === 'complaints' ? (
    <ComplaintSheet preview={preview} sheet={sheet} />
  ) : (
    <InvoiceSheet preview={preview} sheet={sheet} />
  );
}

function InvoiceSheet({
  preview,
  sheet,
}: {
  readonly preview: ImportPreview;
  readonly sheet: Reconciliation;
}) {
  const format = useFormat();
  const { counts } = sheet;
  const placed = counts.invoicesNew + counts.invoicesKnown + counts.invoicesChanged + counts.fullerNumbers;
  const notes = [...preview.notes, ...sheet.notes];
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
          <Line label="left out on purpose (drafts, void ones)" count={counts.leftOut} minus />
          <Line label="can’t be read" count={counts.unreadable} minus alert />
          <Line
            label="invoices"
            count={placed}
            strong
            total
            {...(placed > 0 ? { note: format.money(sheet.total, { exact: true }) } : {})}
          />
        </Table>
        <Table caption="In the ledger">
          <Line label="new invoices" count={counts.invoicesNew} strong />
          <Line label="known invoices, as they are" count={counts.invoicesKnown} />
          <Line label="known invoices that change" count={counts.invoicesChanged} />
          <Line label="known invoices that get their fuller number" count={counts.fullerNumbers} />
          <Line label="payments to add" count={counts.payments} icon="payments" />
          {counts.paymentsMoved > 0 && (
            <Line label="payments whose day is corrected" count={counts.paymentsMoved} />
          )}
          <Line label="complaints from disputed invoices" count={counts.complaints} icon="complaints" />
        </Table>
        <div>
          <Table caption="Clients">
            <Line label="new clients" count={counts.clientsNew} strong />
            <Line label="known clients" count={counts.clientsKnown} />
          </Table>
          <NewClients all={counts.clientsNew} names={sheet.newClients} />
        </div>
      </div>
      {sheet.changed.length > 0 && <Changes sheet={sheet} format={format} />}
      <Notes notes={notes} />
    </>
  );
}

/** Why there is nothing to import: all known, or none of it an invoice. */
function nothingWords(placed: number, unreadable: number): string {
  if (placed === 0) return 'This file holds no invoice that can be imported.';
  return unreadable > 0
    ? 'Everything that can be read in this file is already in the ledger.'
    : 'Everything in this file is already in the ledger.';
}

function Changes({ sheet, format }: { readonly sheet: Reconciliation; readonly format: Format }) {
  const all = sheet.counts.invoicesChanged + sheet.counts.fullerNumbers;
  const more = all - sheet.changed.length;
  return (
    <details className="import-more">
      <summary>
        <Icon name="next" />
        What changes on {counted(format, all, 'known invoice')}
      </summary>
      <Scroller label="What changes" className="import-changes">
        <table>
          <thead>
            <tr>
              <th scope="col" className="import-right">
                line
              </th>
              <th scope="col">Client</th>
              <th scope="col">Invoice</th>
              <th scope="col">In the ledger → in the file</th>
            </tr>
          </thead>
          <tbody>
            {sheet.changed.map((row) => (
              <ChangedRow key={`${row.line} ${row.number}`} row={row} format={format} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {more > 0 && <p className="import-quiet">and {format.count(more)} more</p>}
    </details>
  );
}

function ChangedRow({ row, format }: { readonly row: ShownChange; readonly format: Format }) {
  return (
    <tr>
      <td className="import-right import-quiet">{row.line}</td>
      <td>{row.clientName}</td>
      <td>{row.number}</td>
      <td>
        {row.changes.map((change) => (
          <div key={change.field}>
            <span className="import-quiet">{changeLabels[change.field]} </span>
            <del>{shown(change, change.from, format)}</del> → <ins>{shown(change, change.to, format)}</ins>
          </div>
        ))}
      </td>
    </tr>
  );
}

const changeLabels: Readonly<Record<Change['field'], string>> = {
  number: 'number',
  issued: 'invoice day',
  due: 'due',
  dueAssumed: 'due day',
  amount: 'amount',
  title: 'what for',
  settledOn: 'paid on',
};

function shown(change: Change, value: Change['from'], format: Format): string {
  if (value === null) return change.field === 'settledOn' ? 'not paid' : 'nothing';
  if (typeof value === 'boolean') return value ? 'assumed' : 'given';
  if (typeof value === 'number') return format.money(value, { exact: true });
  return change.field !== 'number' && change.field !== 'title' && isDay(value) ? showDay(value) : value;
}
