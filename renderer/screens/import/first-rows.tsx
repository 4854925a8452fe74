import { showDay } from '../../../shared/dates.ts';
import type { CellPreview, RowPreview } from '../../../shared/imports/columns.ts';
import { FIELDS, type FieldId, SUBJECT_FIELDS } from '../../../shared/imports/fields.ts';
import type { ImportPreview } from '../../../shared/imports/preview.ts';
import { assertNever } from '../../../shared/result.ts';
import { type Format, useFormat } from '../../format.tsx';
import { Scroller } from './scroller.tsx';

/** Enough to see that days and amounts are read right. */
const SHOWN = 10;

/** The first rows as they will be read: real days and amounts, to be laid beside the file. */
export function FirstRows({ preview }: { readonly preview: ImportPreview }) {
  const format = useFormat();
  const fields = SUBJECT_FIELDS[preview.subject.value].filter((id) => preview.mapping[id] !== null);
  return (
    <section className="import-part" aria-labelledby="import-first">
      <h2 id="import-first">The first rows, as they will be read</h2>
      <Scroller label="The first rows" className="import-first">
        <table>
          <thead>
            <tr>
              <th scope="col" className="import-right">
                line
              </th>
              {fields.map((id) => (
                <th scope="col" key={id} className={isRight(id) ? 'import-right' : undefined}>
                  {FIELDS[id].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.firstRows.slice(0, SHOWN).map((row) => (
              <tr key={row.line}>
                <td className="import-right import-quiet">{row.line}</td>
                {fields.map((id) => (
                  <td key={id} className={isRight(id) ? 'import-right' : undefined}>
                    <Cell cell={row.cells[id]} format={format} foreign={foreignCurrency(row, format)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

function isRight(id: FieldId): boolean {
  return FIELDS[id].kind === 'amount' || FIELDS[id].kind === 'date';
}

/** The currency a row names where it is not the ledger's: its amounts must not be shown in the ledger's. */
function foreignCurrency(row: RowPreview, format: Format): string | null {
  const { currency } = row.cells;
  if (currency?.kind !== 'text' || currency.text.toUpperCase() === format.currency) return null;
  return currency.text === format.symbol ? null : currency.text;
}

function Cell({
  cell,
  format,
  foreign,
}: {
  readonly cell: CellPreview | undefined;
  readonly format: Format;
  readonly foreign: string | null;
}) {
  if (cell === undefined) return null;
  switch (cell.kind) {
    case 'blank':
      return <span className="import-quiet">–</span>;
    case 'text':
      return cell.text;
    case 'day':
      return showDay(cell.day);
    case 'money':
      return foreign === null
        ? format.money(cell.minor, { exact: true })
        : `${format.moneyText(cell.minor)} ${foreign}`;
    case 'flag':
      return cell.value ? 'yes' : 'no';
    case 'bad':
      return (
        <span className="import-bad" title={cell.reason}>
          {cell.text} <span className="import-bad-why">{cell.reason}</span>
        </span>
      );
    default:
      return assertNever(cell);
  }
}
