import { showDay } from '../../../shared/dates.ts';
import { assertNever } from '../../../shared/result.ts';
import type { WhyCell, WhyQuery, WhyRow } from '../../../shared/views/why.ts';
import { useAsk } from '../../api.ts';
import { type Format, useFormat } from '../../format.tsx';
import { clientPath, go } from '../../routes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import './why-panel.css';

/** The evidence behind one number: the number, how it comes about, and the rows, each leading to its place. */
export default function WhyPanel({
  query,
  onClose,
}: {
  readonly query: WhyQuery;
  readonly onClose: () => void;
}) {
  const asked = useAsk('why.explain', query);
  const format = useFormat();
  const why = asked.data;
  return (
    <Dialog title={why?.title ?? 'Why?'} size="side" onClose={onClose}>
      {asked.error && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {why && (
        <>
          <p className="whypanel-figure">{why.figure}</p>
          {why.explanation.map((line) => (
            <p key={line} className="whypanel-line">
              {line}
            </p>
          ))}
          {why.rows.length > 0 ? (
            <table className="whypanel-rows">
              <thead>
                <tr>
                  {why.columns.map((column) => (
                    <th key={column.label} scope="col" className={column.right ? 'whypanel-right' : ''}>
                      {column.label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {why.rows.map((row, index) => (
                  <Row
                    // biome-ignore lint/suspicious/noArrayIndexKey: one row can stand there twice, and none moves
                    key={index}
                    row={row}
                    right={why.columns.map((column) => column.right)}
                    format={format}
                    onClose={onClose}
                  />
                ))}
              </tbody>
              {why.total && (
                <tfoot>
                  <tr>
                    {why.total.map((cell, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: one cell a column
                      <td key={index} className={why.columns[index]?.right ? 'whypanel-right' : ''}>
                        {cell.as === 'none' ? '' : showCell(cell, format)}
                      </td>
                    ))}
                  </tr>
                </tfoot>
              )}
            </table>
          ) : (
            <p className="whypanel-none">There are no rows behind this one.</p>
          )}
          {why.rowCount > why.rows.length && (
            <p className="whypanel-more">
              The first {format.count(why.rows.length)} of {format.count(why.rowCount)} are shown; the figure
              counts them all.
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}

function Row({
  row,
  right,
  format,
  onClose,
}: {
  readonly row: WhyRow;
  readonly right: readonly boolean[];
  readonly format: Format;
  readonly onClose: () => void;
}) {
  const path =
    row.to === null
      ? null
      : row.to.kind === 'client'
        ? clientPath(row.to.clientId)
        : clientPath(row.to.clientId, { kind: row.to.kind, id: row.to.id });
  const open = () => {
    if (path === null) return;
    onClose();
    go(path);
  };
  return (
    <tr onClick={open} className={path === null ? 'whypanel-still' : ''}>
      {row.cells.map((cell, index) => {
        const shown = showCell(cell, format);
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: one cell a column
            key={index}
            className={right[index] ? 'whypanel-right' : cell.as === 'day' ? 'whypanel-day' : ''}
          >
            {index === 0 && path !== null ? (
              <a
                href={`#${path}`}
                onClick={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  open();
                }}
              >
                {shown}
              </a>
            ) : (
              shown
            )}
            {index === row.cells.length - 1 && row.mark && <small>{row.mark}</small>}
          </td>
        );
      })}
    </tr>
  );
}

function showCell(cell: WhyCell, format: Format): string {
  switch (cell.as) {
    case 'text':
      return cell.text;
    case 'money':
      return cell.amount === 0 ? '–' : format.money(cell.amount, { exact: true });
    case 'day':
      return showDay(cell.day);
    case 'number': {
      const number = format.number(cell.number);
      return cell.unit ? `${number}\u00a0${cell.unit}` : number;
    }
    case 'none':
      return '–';
    default:
      return assertNever(cell);
  }
}
