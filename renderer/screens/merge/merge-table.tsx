import { useId } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { MergeCounts, MergeField, MergeLook, MergeSide } from '../../../shared/views/merge.ts';
import { useFormat } from '../../format.tsx';
import { clientPath } from '../../routes.ts';
import { CareMarks } from '../../ui/care-marks.tsx';

export interface MergeTableProps {
  readonly look: MergeLook;
  /** Whose word holds, where the owner chose; else it is the one that is kept. */
  readonly right: ReadonlyMap<MergeField, number>;
  readonly onKeep: (clientId: number) => void;
  readonly onRight: (field: MergeField, clientId: number) => void;
}

/** The two in the order of their ids, so that nothing jumps when the other is kept, and what becomes of them. */
export function MergeTable({ look, right, onKeep, onRight }: MergeTableProps) {
  const { money } = useFormat();
  const group = useId();
  const { keep, gone, together, differences } = look;
  const sides = [keep, gone].sort((a, b) => a.id - b.id);
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <td />
          {sides.map((side) => (
            <th key={side.id} scope="col">
              <span className="merge-title">
                <a href={`#${clientPath(side.id)}`}>{side.name}</a>
                <CareMarks flagged={side.flagged} parted={side.parted} />
              </span>
              <label className="merge-choice">
                <input
                  type="radio"
                  name={`${group}-keep`}
                  aria-label={`Keep ${side.name}, number ${side.id} of the ledger`}
                  checked={side.id === keep.id}
                  onChange={() => onKeep(side.id)}
                />
                {side.id === keep.id ? 'is kept' : 'goes into the other'}
              </label>
            </th>
          ))}
          <th scope="col" className="merge-after">
            <span className="merge-title">Afterwards</span>
            <span className="merge-one">one client</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {COUNTS.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {sides.map((side) => (
              <td key={side.id}>{of(side)}</td>
            ))}
            <td className="merge-after">{of(together)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Owed</th>
          {sides.map((side) => (
            <td key={side.id}>{side.owed === 0 ? '–' : money(side.owed)}</td>
          ))}
          <td className="merge-after">{together.owed === 0 ? '–' : money(together.owed)}</td>
        </tr>
        <tr className="merge-last">
          <th scope="row">Newest invoice</th>
          {sides.map((side) => (
            <td key={side.id}>{day(side)}</td>
          ))}
          <td className="merge-after" />
        </tr>
        {differences.map(({ field, label, keep: kept, gone: other }) => {
          const holds = right.get(field) ?? keep.id;
          const says = (id: number) => (id === keep.id ? kept : other);
          return (
            <tr key={field}>
              <th scope="row">{label}</th>
              {sides.map((side) => (
                <td key={side.id}>
                  <label className="merge-choice">
                    <input
                      type="radio"
                      name={`${group}-${field}`}
                      checked={side.id === holds}
                      onChange={() => onRight(field, side.id)}
                    />
                    <span className="merge-text">{says(side.id)}</span>
                  </label>
                </td>
              ))}
              <td className="merge-after">
                <span className="merge-text">{says(holds)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const number = (n: number) => (n === 0 ? '–' : String(n));

const COUNTS: readonly { readonly label: string; readonly of: (counts: MergeCounts) => string }[] = [
  { label: 'Invoices', of: ({ invoices }) => number(invoices) },
  { label: 'Complaints', of: ({ complaints }) => number(complaints) },
  { label: 'Decisions', of: ({ decisions }) => number(decisions) },
];

const day = ({ newestInvoice }: MergeSide) => (newestInvoice === null ? '–' : showDay(newestInvoice));
