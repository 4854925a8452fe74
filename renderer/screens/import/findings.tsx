import { type ReactNode, useState } from 'react';
import { subjects } from '../../../shared/imports/fields.ts';
import type { OddQuestion, RowsPerInvoice } from '../../../shared/imports/records.ts';
import { Field, NumberInput, Select } from '../../ui/field.tsx';
import { answered, asFormat, asSubject } from './answers.ts';
import type { ImportDesk, Looking } from './import-desk.ts';
import { Segments } from './segments.tsx';
import { subjectWords } from './words.ts';

const rowWords: Readonly<Record<RowsPerInvoice, string>> = {
  one: 'one row is one invoice',
  addUp: 'rows of one invoice add up',
  repeat: 'rows of one invoice repeat its total',
};

/** How the file is read and why; whatever could be otherwise can be changed here. */
export function Findings({ desk, looking }: { readonly desk: ImportDesk; readonly looking: Looking }) {
  const { preview, wanted, encodings } = looking;
  const open = new Set(preview.questions.map((question) => question.kind));
  const { dateOrder, decimal } = preview;
  return (
    <section className="import-findings" aria-label="How the file is read">
      <Finding label="What it lists" reason={preview.subject.chosen ? 'as you said' : preview.subject.reason}>
        <Segments
          label="What it lists"
          value={wanted.subject ?? preview.subject.value}
          options={subjects.map((value) => ({ value, label: subjectWords[value].many }))}
          onChange={(value) => desk.choose((choices) => asSubject(choices, value))}
        />
      </Finding>
      <Finding
        label="Program"
        reason={
          preview.format.id === 'generic' || preview.format.id === 'complaints'
            ? 'by the headings of its columns'
            : 'recognised by its headings'
        }
      >
        <Select
          className="import-select"
          aria-label="Program"
          value={wanted.formatId ?? preview.format.id}
          onChange={(event) => desk.choose((choices) => asFormat(choices, event.target.value))}
        >
          {preview.formats.map((format) => (
            <option key={format.id} value={format.id}>
              {format.name}
            </option>
          ))}
        </Select>
      </Finding>
      <Finding label="Dates" reason={open.has('dateOrder') ? 'asked above' : dateOrder.reason}>
        {dateOrder.value === 'none' ? (
          <span className="import-found">none</span>
        ) : (
          <Segments
            label="Dates"
            value={wanted.dateOrder ?? (dateOrder.value === 'ambiguous' ? null : dateOrder.value)}
            options={[
              { value: 'dmy', label: 'day first' },
              { value: 'mdy', label: 'month first' },
              { value: 'ymd', label: 'year first' },
            ]}
            onChange={(value) => desk.choose((choices) => ({ ...choices, dateOrder: value }))}
          />
        )}
      </Finding>
      <Finding label="Amounts" reason={open.has('decimal') ? 'asked above' : decimal.reason}>
        <Segments
          label="Amounts"
          value={
            wanted.decimal ?? (decimal.value === 'point' || decimal.value === 'comma' ? decimal.value : null)
          }
          options={[
            { value: 'point', label: '1,020.50' },
            { value: 'comma', label: '1.020,50' },
          ]}
          onChange={(value) => desk.choose((choices) => ({ ...choices, decimal: value }))}
        />
      </Finding>
      <Finding label="Columns separated by" reason="">
        <span className="import-found">{preview.separator.reason}</span>
      </Finding>
      <Finding label="Letters" reason={open.has('encoding') ? 'asked above' : ''}>
        {encodings !== null && !open.has('encoding') ? (
          <Select
            className="import-select"
            aria-label="Letters"
            value={wanted.encoding ?? ''}
            onChange={(event) =>
              desk.choose((choices) => answered(choices, preview, encodings, event.target.value))
            }
          >
            {encodings.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        ) : (
          <span className="import-found">{preview.encoding?.reason ?? 'UTF-8'}</span>
        )}
      </Finding>
      {preview.complaints === null ? (
        <RowsFinding desk={desk} looking={looking} asked={open.has('rows')} />
      ) : (
        preview.complaints.odd.map((odd) => (
          <OddFinding key={odd.kind} desk={desk} looking={looking} odd={odd} asked={open.has(odd.kind)} />
        ))
      )}
      {preview.complaints === null && wanted.termsDays !== undefined && (
        <TermsFinding desk={desk} days={wanted.termsDays} />
      )}
    </section>
  );
}

function RowsFinding({
  desk,
  looking: { preview, wanted },
  asked,
}: {
  readonly desk: ImportDesk;
  readonly looking: Looking;
  readonly asked: boolean;
}) {
  return (
    <Finding label="Rows" reason={asked ? 'asked above' : ''}>
      <Select
        className="import-select"
        aria-label="Rows"
        value={wanted.rowsPerInvoice ?? preview.rowsPerInvoice}
        onChange={(event) =>
          desk.choose((choices) => ({ ...choices, rowsPerInvoice: event.target.value as RowsPerInvoice }))
        }
      >
        {Object.entries(rowWords).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Finding>
  );
}

const oddWords: Readonly<Record<OddQuestion['kind'], string>> = {
  nameless: 'Rows that name no client',
  closedEarly: 'Closed before opened',
  twins: 'Rows equal in every cell',
};

/** What was answered about odd complaints; it stays changeable. */
function OddFinding({
  desk,
  looking: { preview, wanted },
  odd,
  asked,
}: {
  readonly desk: ImportDesk;
  readonly looking: Looking;
  readonly odd: OddQuestion;
  readonly asked: boolean;
}) {
  const label = oddWords[odd.kind];
  return (
    <Finding label={label} reason={asked ? 'asked above' : 'as you said'}>
      {asked ? (
        <span className="import-found">–</span>
      ) : (
        <Select
          className="import-select"
          aria-label={label}
          value={wanted[odd.kind] ?? ''}
          onChange={(event) => desk.choose((choices) => answered(choices, preview, odd, event.target.value))}
        >
          {odd.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Finding>
  );
}

function Finding({
  label,
  reason,
  children,
}: {
  readonly label: string;
  readonly reason: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="import-finding">
      <span className="import-label">{label}</span>
      {children}
      {reason !== '' && <p className="import-reason">{reason}</p>}
    </div>
  );
}

/** The terms given for rows without a due day: taken when the field is left, not at every digit. */
function TermsFinding({ desk, days }: { readonly desk: ImportDesk; readonly days: number | null }) {
  const [typed, setTyped] = useState(days);
  const fits = typed !== null && Number.isInteger(typed) && typed >= 0 && typed <= 365;
  const take = () => {
    if (fits && typed !== days) desk.choose((choices) => ({ ...choices, termsDays: typed }));
  };
  return (
    <div className="import-finding import-terms">
      <Field
        label="Days to pay, where no due day is given"
        hint={days === null ? 'such rows are left out' : 'as you said; those due days are marked as assumed'}
        error={typed === null || fits ? undefined : 'Whole days, at most 365.'}
        required
      >
        <NumberInput
          value={typed}
          unit="days"
          onChange={setTyped}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
        />
      </Field>
    </div>
  );
}
