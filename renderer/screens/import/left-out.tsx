import type { ImportPreview } from '../../../shared/imports/preview.ts';
import type { Unreadable } from '../../../shared/imports/records.ts';
import { useFormat } from '../../format.tsx';
import { Scroller } from './scroller.tsx';
import { counted } from './words.ts';

/** Rows that don’t come in, each with line, column, value and reason. */
export function LeftOutRows({ preview }: { readonly preview: ImportPreview }) {
  const format = useFormat();
  const rows = [...(preview.reconciliation?.refused ?? []), ...preview.unreadable];
  if (rows.length === 0) return null;
  const unreadable = preview.reconciliation?.counts.unreadable ?? preview.unreadableCount;
  const all = unreadable + preview.leftOutCount;
  return (
    <section className="import-part" aria-labelledby="import-out">
      <h2 id="import-out">
        {unreadable > 0
          ? `${counted(format, unreadable, 'row')} that can’t be read`
          : `${counted(format, preview.leftOutCount, 'row')} left out on purpose`}
        {unreadable > 0 && preview.leftOutCount > 0 && (
          <span className="import-quiet">, and {format.count(preview.leftOutCount)} left out on purpose</span>
        )}
      </h2>
      <Rows label="Rows that are left out" rows={rows} />
      {all > rows.length && (
        <p className="import-quiet">
          These are the first {format.count(rows.length)} of {format.count(all)}.
        </p>
      )}
    </section>
  );
}

/** Rows of complaints that come in otherwise than they stand in the file, as the owner said. */
export function AdjustedRows({ preview }: { readonly preview: ImportPreview }) {
  const format = useFormat();
  const { adjusted = [], adjustedCount = 0 } = preview.complaints ?? {};
  if (adjusted.length === 0) return null;
  return (
    <section className="import-part" aria-labelledby="import-adjusted">
      <h2 id="import-adjusted">
        {adjustedCount === 1
          ? '1 thing that comes in differently from what the file says'
          : `${format.count(adjustedCount)} things that come in differently from what the file says`}
      </h2>
      <Rows label="Rows that come in otherwise" rows={adjusted} />
      {adjustedCount > adjusted.length && (
        <p className="import-quiet">
          These are the first {format.count(adjusted.length)} of {format.count(adjustedCount)}.
        </p>
      )}
    </section>
  );
}

function Rows({ label, rows }: { readonly label: string; readonly rows: readonly Unreadable[] }) {
  return (
    <Scroller label={label} className="import-out">
      <table>
        <thead>
          <tr>
            <th scope="col" className="import-right">
              line
            </th>
            <th scope="col">Column</th>
            <th scope="col">What stands there</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.line} ${row.column} ${row.reason}`} row={row} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Row({ row }: { readonly row: Unreadable }) {
  return (
    <tr>
      <td className="import-right import-quiet">{row.line}</td>
      <td>{row.column ?? <span className="import-quiet">the whole row</span>}</td>
      <td className="import-value">{row.value || <span className="import-quiet">nothing</span>}</td>
      <td>
        {row.kind === 'leftOut' && <span className="import-quiet">on purpose: </span>}
        {row.reason}
      </td>
    </tr>
  );
}
