import type { ReactNode } from 'react';
import { type Cause, type CauseGroup, causeGroups } from '../../../shared/complaints/complaint.ts';
import { type ImportedKind, importedKinds } from '../../../shared/imports/complaints/record.ts';
import type { ValueLine, ValueTable } from '../../../shared/imports/complaints/values.ts';
import { useFormat } from '../../format.tsx';
import { Select } from '../../ui/field.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { standingForCause, standingForKind } from './answers.ts';
import type { ImportDesk, Looking } from './import-desk.ts';
import { Scroller } from './scroller.tsx';
import './value-tables.css';

/** The different words in the file, and what each stands for in the ledger: guessed only where it is plain. */
export function ValueTables({ desk, looking }: { readonly desk: ImportDesk; readonly looking: Looking }) {
  const { complaints, mapping } = looking.preview;
  // While the file is read again, what was chosen last is shown already.
  const wanted = looking.wanted === looking.choices ? {} : looking.wanted;
  if (complaints?.types == null || complaints.results === null) return null;
  const { types, results, causes } = complaints;
  return (
    <div className="import-values">
      <ValuePart
        id="import-types"
        title="What they were about, and the cause it stands for"
        none={mapping.complaintType === null ? 'No column is read as what they were about.' : null}
        table={types}
        heads={['In the file', 'Cause']}
        unsaid="a cause is not noted there"
      >
        {(line) => (
          <CauseSelect
            line={line}
            causes={causes}
            value={chosenOr(wanted.causes, line)}
            onChange={(id) => desk.choose((choices) => standingForCause(choices, line.key, id))}
          />
        )}
      </ValuePart>
      <ValuePart
        id="import-results"
        title="How they ended, and the decision it stands for"
        none={mapping.result === null ? 'No column is read as the result.' : null}
        table={results}
        heads={['In the file', 'Decision']}
        unsaid="no decision is noted there but a refund"
        withMoney
      >
        {(line) => (
          <KindSelect
            line={line}
            value={chosenOr(wanted.results, line)}
            onChange={(kind) => desk.choose((choices) => standingForKind(choices, line.key, kind))}
          />
        )}
      </ValuePart>
    </div>
  );
}

function chosenOr<V>(wanted: Readonly<Record<string, V | null>> | undefined, line: ValueLine<V>): V | null {
  return wanted !== undefined && Object.hasOwn(wanted, line.key) ? (wanted[line.key] ?? null) : line.value;
}

function ValuePart<V>({
  id,
  title,
  none,
  table,
  heads,
  unsaid,
  withMoney = false,
  children,
}: {
  readonly id: string;
  readonly title: string;
  /** Why there is no table. */
  readonly none: string | null;
  readonly table: ValueTable<V>;
  readonly heads: readonly [string, string];
  /** What becomes of rows where nothing stands. */
  readonly unsaid: string;
  readonly withMoney?: boolean;
  readonly children: (line: ValueLine<V>) => ReactNode;
}) {
  const format = useFormat();
  const more = table.all - table.lines.length;
  return (
    <section className="import-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {table.lines.length === 0 ? (
        <p className="import-quiet">{none ?? 'Nothing stands in that column.'}</p>
      ) : (
        <Scroller
          label={`${title}: the table`}
          className={`import-value-table${withMoney ? ' import-marked' : ''}`}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{heads[0]}</th>
                <th scope="col" className="import-right">
                  rows
                </th>
                {withMoney && (
                  <th scope="col" className="import-right">
                    money back
                  </th>
                )}
                <th scope="col">{heads[1]}</th>
              </tr>
            </thead>
            <tbody>
              {table.lines.map((line) => (
                <tr key={line.key}>
                  <th scope="row">{line.text}</th>
                  <td className="import-right">{format.count(line.rows)}</td>
                  {withMoney && (
                    <td className="import-right">{line.money === 0 ? '–' : format.money(line.money)}</td>
                  )}
                  <td>{children(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      {table.blank > 0 && none === null && (
        <p className="import-quiet">
          {format.count(table.blank)} {table.blank === 1 ? 'row says' : 'rows say'} nothing here: {unsaid}.
        </p>
      )}
      {more > 0 && (
        <p className="import-quiet">
          {format.count(more)} more, each in few rows, stand for nothing. With so many different ones this may
          be their words: read the column as “What they said” instead.
        </p>
      )}
    </section>
  );
}

const groupWords: Readonly<Record<CauseGroup, string>> = {
  inside: 'Inside: ours to mend',
  outside: 'Outside: somebody else’s part',
  between: 'Between us',
  client: 'The client’s side',
};

function CauseSelect({
  line,
  causes,
  value,
  onChange,
}: {
  readonly line: ValueLine<number>;
  readonly causes: readonly Cause[];
  readonly value: number | null;
  readonly onChange: (causeId: number | null) => void;
}) {
  return (
    <Select
      className="import-select"
      aria-label={`Cause for ${line.text}`}
      data-unset={value === null || undefined}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">not noted</option>
      {causeGroups.map((group) => (
        <optgroup key={group} label={groupWords[group]}>
          {causes
            .filter((cause) => cause.group === group)
            .map((cause) => (
              <option key={cause.id} value={cause.id}>
                {cause.name}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}

function KindSelect({
  line,
  value,
  onChange,
}: {
  readonly line: ValueLine<ImportedKind>;
  readonly value: ImportedKind | null;
  readonly onChange: (kind: ImportedKind | null) => void;
}) {
  return (
    <span className="import-kind">
      {value === null ? <span className="import-no-mark" /> : <DecisionMark kind={value} size={16} />}
      <Select
        className="import-select"
        aria-label={`Decision for ${line.text}`}
        data-unset={value === null || undefined}
        value={value ?? ''}
        onChange={(event) => onChange(importedKinds.find((kind) => kind === event.target.value) ?? null)}
      >
        <option value="">{line.money > 0 ? 'none but the refund' : 'none'}</option>
        {importedKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kind}
          </option>
        ))}
      </Select>
    </span>
  );
}
