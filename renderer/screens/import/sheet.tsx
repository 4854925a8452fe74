import type { ReactNode } from 'react';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import './reconciliation.css';

/** One column of the sheet. */
export function Table({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    <table className="import-sheet">
      <caption>{caption}</caption>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A count with what it counts; none is a dash. */
export function Line({
  label,
  count,
  money = false,
  note,
  icon,
  strong = false,
  total = false,
  part = false,
  minus = false,
  alert = false,
}: {
  readonly label: string;
  readonly count: number;
  /** The count is an amount. */
  readonly money?: boolean;
  readonly note?: string;
  readonly icon?: 'payments' | 'complaints' | 'decisions';
  readonly strong?: boolean;
  /** Stands under a rule, as a sum does. */
  readonly total?: boolean;
  /** Counted in the row above already. */
  readonly part?: boolean;
  /** Taken off the rows above. */
  readonly minus?: boolean;
  readonly alert?: boolean;
}) {
  const format = useFormat();
  const classes = [
    strong && count > 0 ? 'import-strong' : '',
    total ? 'import-total' : '',
    part ? 'import-of' : '',
    count === 0 ? 'import-zero' : '',
    alert && count > 0 ? 'import-alert' : '',
  ];
  return (
    <tr className={classes.filter(Boolean).join(' ') || undefined}>
      <th scope="row">
        {icon && (
          <span className={`import-icon-${icon}`}>
            <Icon name={icon} />
          </span>
        )}
        {label}
        {note && <span className="import-note">{note}</span>}
      </th>
      <td>
        {count === 0
          ? '–'
          : `${minus ? '−' : ''}${money ? format.money(count, { exact: true }) : format.count(count)}`}
      </td>
    </tr>
  );
}

/** Who is new, to be unfolded. */
export function NewClients({ all, names }: { readonly all: number; readonly names: readonly string[] }) {
  const format = useFormat();
  const more = all - names.length;
  if (names.length === 0) return null;
  return (
    <details className="import-more">
      <summary>
        <Icon name="next" />
        {all === 1 ? 'The new client' : `The ${format.count(all)} new clients`}
      </summary>
      <p className="import-names">
        {names.join(' · ')}
        {more > 0 && ` and ${format.count(more)} more`}
      </p>
    </details>
  );
}

export function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="import-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
