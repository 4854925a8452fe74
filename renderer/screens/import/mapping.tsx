import type { ColumnPreview } from '../../../shared/imports/columns.ts';
import { FIELDS, type FieldId, SUBJECT_FIELDS } from '../../../shared/imports/fields.ts';
import { Select } from '../../ui/field.tsx';
import { mapped } from './answers.ts';
import type { ImportDesk, Looking } from './import-desk.ts';
import './rows.css';

/** Without one of each of these there is no invoice, or no complaint. */
const needed: ReadonlySet<FieldId> = new Set(['invoiceNumber', 'issued', 'amount', 'opened']);

/** Which column is read as what, with what stands in it; below, the columns nobody reads. */
export function MappingTable({ desk, looking }: { readonly desk: ImportDesk; readonly looking: Looking }) {
  const { preview, wanted } = looking;
  const mapping = { ...preview.mapping, ...wanted.mapping };
  const unused = preview.columns.filter((column) => !Object.values(mapping).includes(column.index));
  const ids = SUBJECT_FIELDS[preview.subject.value];
  const half = Math.ceil(ids.length / 2);
  return (
    <section className="import-part" aria-labelledby="import-mapping">
      <h2 id="import-mapping">Columns</h2>
      <div className="import-mapping">
        {[ids.slice(0, half), ids.slice(half)].map((fields) => (
          <table key={fields[0]}>
            <thead>
              <tr>
                <th scope="col">What it is</th>
                <th scope="col">Column of the file</th>
                <th scope="col">What stands in it</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((id) => {
                const at = mapping[id] ?? null;
                const column = preview.columns.find(({ index }) => index === at);
                return (
                  <tr key={id} className={at === null ? 'import-unmapped' : undefined}>
                    <th scope="row" title={FIELDS[id].hint ?? undefined}>
                      {FIELDS[id].label}
                      {needed.has(id) && at === null && <span className="import-needed"> needed</span>}
                    </th>
                    <td>
                      <Select
                        className="import-select"
                        aria-label={`Column for ${FIELDS[id].label}`}
                        value={at ?? ''}
                        onChange={(event) => {
                          const { value } = event.target;
                          desk.choose((choices) =>
                            mapped(choices, preview, id, value === '' ? null : Number(value)),
                          );
                        }}
                      >
                        <option value="">none</option>
                        {preview.columns.map(({ index, header }) => (
                          <option key={index} value={index}>
                            {header === '' ? `column ${index + 1}` : header}
                          </option>
                        ))}
                      </Select>
                    </td>
                    <td className="import-samples">{column?.samples.join(', ') ?? ''}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        ))}
      </div>
      {unused.length > 0 && <p className="import-quiet">Not read: {unusedWords(unused)}.</p>}
    </section>
  );
}

/** “Net, Street and Town (an address is kept once), Longitude”: columns left out for the same reason stand together. */
function unusedWords(unused: readonly ColumnPreview[]): string {
  const byReason = new Map<string | null, string[]>();
  for (const { header, index, unusedBecause } of unused) {
    const names = byReason.get(unusedBecause) ?? [];
    names.push(header === '' ? `column ${index + 1}` : header);
    byReason.set(unusedBecause, names);
  }
  return [...byReason]
    .map(([reason, names]) =>
      reason === null
        ? names.join(', ')
        : `${[names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ')} (${reason})`,
    )
    .join(', ');
}
