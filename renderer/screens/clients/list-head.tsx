import type { ClientSort } from '../../../shared/views/client-list.ts';
import { Icon } from '../../ui/icon.tsx';
import { columns } from './columns.ts';
import type { ListView } from './list-query.ts';

/** The two head rows: the three colours, then a button a column that sorts. */
export function ListHead({
  view,
  onSort,
}: {
  readonly view: ListView;
  readonly onSort: (sort: ClientSort, descending: boolean) => void;
}) {
  return (
    <thead className="clients-head">
      <tr aria-rowindex={1} className="clients-groups">
        <td colSpan={2} className="clients-group clients-group-none" />
        <th scope="colgroup" colSpan={6} className="clients-group clients-group-payments">
          <span>
            <Icon name="payments" />
            <em>Payments</em>
          </span>
        </th>
        <th scope="colgroup" colSpan={2} className="clients-group clients-group-complaints">
          <span>
            <Icon name="complaints" />
            <em>Complaints</em>
          </span>
        </th>
        <th scope="colgroup" colSpan={2} className="clients-group clients-group-decisions">
          <span>
            <Icon name="decisions" />
            <em>Decisions</em>
          </span>
        </th>
        <th scope="colgroup" colSpan={2} className="clients-group clients-group-worth">
          <span>
            <em>
              Worth<i className="clients-worth-months">, 12 months</i>
            </em>
          </span>
        </th>
      </tr>
      <tr aria-rowindex={2} className="clients-heads">
        {columns.map((column) => {
          const sorted = column.sort !== null && column.sort === view.sort;
          const sort = column.sort;
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={sorted ? (view.descending ? 'descending' : 'ascending') : undefined}
              className={`clients-columnhead clients-at-${column.key}${column.right ? ' clients-right' : ''}`}
              title={column.meaning}
            >
              {sort === null ? (
                column.label
              ) : (
                <button
                  type="button"
                  className={sorted ? 'clients-sorted' : ''}
                  onClick={() => onSort(sort, sorted ? !view.descending : column.descendingFirst)}
                >
                  {sorted && <Icon name={view.descending ? 'arrowDown' : 'arrowUp'} size={12} />}
                  {column.label}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
