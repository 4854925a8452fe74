import { useRef } from 'react';
import { historyKinds } from '../../../shared/views/history.ts';
import { ClientPicker } from '../../forms/client-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { DayInput, Field, Select } from '../../ui/field.tsx';
import { type Filters, isFiltered, noFilters, showFilters } from './filters.ts';
import { kindWords } from './words.ts';

/** Whose changes, of which kind, from when to when. */
export function HistoryFilterBar({
  filters,
  clientName,
}: {
  readonly filters: Filters;
  readonly clientName: string;
}) {
  const set = (change: Partial<Filters>) => showFilters({ ...filters, ...change });
  /** Typed over: taken away once the field is left without another, for meanwhile it is being typed in. */
  const typedOver = useRef(false);
  return (
    <search className="history-filters">
      <Field label="Client">
        <ClientPicker
          // A name taken away from outside, by “Show everything”, must not stand in the field.
          key={filters.clientId ?? 'none'}
          name={clientName}
          onPick={(client) => {
            typedOver.current = client === null;
            if (client !== null) set({ clientId: client.id });
          }}
          onBlur={() => {
            if (typedOver.current) set({ clientId: null });
            typedOver.current = false;
          }}
        />
      </Field>
      <Field label="What">
        <Select
          value={filters.kind}
          onChange={(event) =>
            set({ kind: historyKinds.find((kind) => kind === event.target.value) ?? 'all' })
          }
        >
          {historyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="From">
        <DayInput value={filters.from ?? ''} onChange={(day) => set({ from: day === '' ? null : day })} />
      </Field>
      <Field label="To">
        <DayInput value={filters.to ?? ''} onChange={(day) => set({ to: day === '' ? null : day })} />
      </Field>
      {isFiltered(filters) && (
        <Button variant="quiet" onClick={() => showFilters(noFilters)}>
          Show everything
        </Button>
      )}
    </search>
  );
}
