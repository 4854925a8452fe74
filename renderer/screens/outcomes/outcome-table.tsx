import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { OutcomeRow, OutcomesPage } from '../../../shared/views/outcomes.ts';
import { Icon } from '../../ui/icon.tsx';
import { DecisionMark, SeverityMark } from '../../ui/marks.tsx';
import { capitalised } from '../client/words.ts';
import { OutcomeCells } from './outcome-cells.tsx';
import { severityName } from './words.ts';

export interface OutcomeTableProps {
  readonly page: OutcomesPage;
  readonly months: number | null;
  readonly opened: ReadonlySet<DecisionKind>;
  readonly onToggle: (kind: DecisionKind) => void;
}

/** Each kind of decision with what came after; opened, each severity. All of them together in the last row. */
export function OutcomeTable({ page, months, opened, onToggle }: OutcomeTableProps) {
  const kinds = page.rows.filter((row) => row.severity === null);
  return (
    <table className="outcomes-table">
      <colgroup>
        <col className="outcomes-col-name" />
        <col className="outcomes-col-count" />
        <col className="outcomes-col-cost" />
        <col span={5} />
        <col className="outcomes-col-paid" />
      </colgroup>
      <Head />
      {kinds.map((row) => (
        <KindRows
          key={row.kind}
          row={row}
          severities={page.rows.filter(({ kind, severity }) => kind === row.kind && severity !== null)}
          months={months}
          open={opened.has(row.kind)}
          onToggle={() => onToggle(row.kind)}
        />
      ))}
      {kinds.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" className="outcomes-name">
              All decisions
            </th>
            <OutcomeCells
              cell={{ kind: null, severity: null, months, name: 'all decisions' }}
              counts={page.total}
            />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Head() {
  return (
    <thead>
      <tr className="outcomes-groups">
        <td />
        <th scope="colgroup" colSpan={2} className="outcomes-group outcomes-group-decisions">
          <span>
            <Icon name="decisions" /> <em>Decisions</em>
          </span>
        </th>
        <th scope="colgroup" colSpan={2} className="outcomes-group">
          <span>
            <em>Came back</em>
          </span>
        </th>
        <th scope="colgroup" colSpan={2} className="outcomes-group outcomes-group-complaints">
          <span>
            <Icon name="complaints" /> <em>Complained again</em>
          </span>
        </th>
        <th scope="colgroup" className="outcomes-group outcomes-group-decisions">
          <span>
            <em>Coupons</em>
          </span>
        </th>
        <th scope="colgroup" className="outcomes-group outcomes-group-payments">
          <span>
            <Icon name="payments" /> <em>Paid since</em>
          </span>
        </th>
      </tr>
      <tr className="outcomes-heads">
        <th scope="col" className="outcomes-name">
          Decision
        </th>
        <th scope="col" className="outcomes-right">
          how many
        </th>
        <th scope="col" className="outcomes-right">
          cost
        </th>
        <th scope="col" className="outcomes-first">
          within 90 days
        </th>
        <th scope="col" className="outcomes-second">
          within 180 days
        </th>
        <th scope="col" className="outcomes-first">
          within 180 days
        </th>
        <th scope="col" className="outcomes-second">
          same cause
        </th>
        <th scope="col" className="outcomes-first">
          used
        </th>
        <th scope="col" className="outcomes-first">
          than before
        </th>
      </tr>
    </thead>
  );
}

interface KindRowsProps {
  readonly row: OutcomeRow;
  readonly severities: readonly OutcomeRow[];
  readonly months: number | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function KindRows({ row, severities, months, open, onToggle }: KindRowsProps) {
  const { kind } = row;
  return (
    <tbody className={open ? 'outcomes-kind outcomes-opened' : 'outcomes-kind'}>
      <tr>
        <th scope="row" className="outcomes-name">
          <button type="button" className="outcomes-toggle" aria-expanded={open} onClick={onToggle}>
            <Icon name={open ? 'open' : 'next'} size={12} />
            <DecisionMark kind={kind} used size={16} />
            {capitalised(kind)}
          </button>
        </th>
        <OutcomeCells cell={{ kind, severity: null, months, name: kind }} counts={row} />
      </tr>
      {open &&
        severities.map((one) => (
          <tr key={one.severity} className="outcomes-severity">
            <th scope="row" className="outcomes-name">
              <span>
                {one.severity === 0 ? (
                  <span className="outcomes-unmarked" />
                ) : (
                  <SeverityMark severity={one.severity} open={false} size={16} />
                )}
                {severityName(one.severity)}
              </span>
            </th>
            <OutcomeCells
              cell={{ kind, severity: one.severity, months, name: `${kind}, ${severityName(one.severity)}` }}
              counts={one}
            />
          </tr>
        ))}
    </tbody>
  );
}
