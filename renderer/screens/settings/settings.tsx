import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { type LedgerInfo, ledgerEditInput } from '../../../shared/ledger/ledger.ts';
import { useAppState, useSettle, useSwitchLedger } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { usePainted } from '../../painted.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field, MoneyInput, NumberInput, TextInput } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import './settings.css';

type Draft = z.input<typeof ledgerEditInput>;

export default function SettingsScreen() {
  const { ledger } = useAppState();
  usePainted(true);
  // The shell is drawn with a ledger only.
  if (ledger === null) return null;
  return (
    <div className="settings">
      <div className="settings-page">
        <h1>Settings</h1>
        <LedgerForm key={ledger.fileName} ledger={ledger} />
        <div className="settings-halves">
          <Window />
          <LedgerFile ledger={ledger} />
        </div>
      </div>
    </div>
  );
}

function LedgerForm({ ledger }: { readonly ledger: LedgerInfo }) {
  const { paper } = useAppState();
  const toast = useToast();
  const edit = useSettle('ledger.edit');
  const saved: Draft = {
    business: ledger.business,
    hourlyCost: ledger.hourlyCost,
    goodwillLimitPermille: ledger.goodwillLimitPermille,
    settleLimitDays: ledger.settleLimitDays,
    termsDays: ledger.termsDays,
    paper,
  };
  const form = useForm<Draft>({ resolver: zodResolver(ledgerEditInput), mode: 'onTouched', values: saved });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (draft) => {
    try {
      await edit.mutateAsync(draft);
      toast.show({ text: 'Settings saved.' });
    } catch {
      // Said below, from the mutation's own error.
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <section className="settings-part">
        <h2>Your business</h2>
        <div className="settings-fields">
          <Field label="Name" required error={errors.business?.message}>
            <TextInput {...form.register('business')} maxLength={200} />
          </Field>
          <Field
            label="Usual days to pay"
            required
            hint="For clients without terms of their own, and invoices without a due day."
            error={errors.termsDays?.message}
          >
            <Controller
              control={form.control}
              name="termsDays"
              render={({ field: { ref, ...field } }) => <NumberInput {...field} ref={ref} unit="days" />}
            />
          </Field>
          <Field label="Paper in your printer" required group error={errors.paper?.message}>
            <Controller
              control={form.control}
              name="paper"
              render={({ field }) => (
                <Choice
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  options={[
                    { value: 'A4', label: 'A4' },
                    { value: 'Letter', label: 'US Letter' },
                  ]}
                />
              )}
            />
          </Field>
        </div>
      </section>
      <section className="settings-part">
        <h2>Your limits</h2>
        <div className="settings-fields">
          <Field
            label="Settle complaints within"
            required
            hint="Waiting longer is said on the complaint."
            error={errors.settleLimitDays?.message}
          >
            <Controller
              control={form.control}
              name="settleLimitDays"
              render={({ field: { ref, ...field } }) => <NumberInput {...field} ref={ref} unit="days" />}
            />
          </Field>
          <Field
            label="Goodwill at most"
            required
            hint="Of what a client brought in over 12 months."
            error={errors.goodwillLimitPermille?.message}
          >
            <Controller
              control={form.control}
              name="goodwillLimitPermille"
              render={({ field: { ref, value, onChange, ...field } }) => (
                <NumberInput
                  {...field}
                  ref={ref}
                  decimals={1}
                  unit="%"
                  value={value / 10}
                  onChange={(percent) => onChange(percent === null ? null : Math.round(percent * 10))}
                />
              )}
            />
          </Field>
          <Field
            label="An hour of work costs you"
            required
            hint="What redoing work is counted at. Decisions made before keep the rate of their day."
            error={errors.hourlyCost?.message}
          >
            <Controller
              control={form.control}
              name="hourlyCost"
              render={({ field: { ref, ...field } }) => <MoneyInput {...field} ref={ref} />}
            />
          </Field>
        </div>
        {edit.error && (
          <p className="settings-wrong" role="alert">
            {edit.error.message}
          </p>
        )}
        <div className="settings-actions">
          <Button type="submit" variant="primary" disabled={!isDirty || edit.isPending}>
            Save
          </Button>
          {isDirty && (
            <Button variant="quiet" onClick={() => form.reset(saved)}>
              Leave it as it was
            </Button>
          )}
        </div>
      </section>
    </form>
  );
}

function Window() {
  const { theme } = useAppState();
  const settle = useSettle('app.setTheme');
  return (
    <section className="settings-part">
      <h2>The window</h2>
      <Field label="Light or dark" required group error={settle.error?.message}>
        <Choice
          value={theme}
          onChange={(next) => settle.mutate({ theme: next })}
          options={[
            { value: 'system', label: 'As the computer' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Field>
    </section>
  );
}

function LedgerFile({ ledger }: { readonly ledger: LedgerInfo }) {
  const format = useFormat();
  const { version } = useAppState();
  const choose = useSwitchLedger('ledger.choose');
  const clients = `${format.count(ledger.clients)} ${ledger.clients === 1 ? 'client' : 'clients'}`;
  const invoices = `${format.count(ledger.invoices)} ${ledger.invoices === 1 ? 'invoice' : 'invoices'}`;
  return (
    <section className="settings-part">
      <h2>The ledger</h2>
      <p>
        <b>{ledger.fileName}</b> holds {clients} and {invoices}, in {ledger.currency}.
      </p>
      <div className="settings-actions">
        <Button icon="ledger" disabled={choose.isPending} onClick={() => choose.mutate({})}>
          Open another ledger…
        </Button>
      </div>
      {choose.error && (
        <p className="settings-wrong" role="alert">
          {choose.error.message}
        </p>
      )}
      <p className="settings-version">Evenhand {version}</p>
    </section>
  );
}
