import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { type LedgerInfo, ledgerEditInput } from '../../../shared/ledger/ledger.ts';
import { ASSUMED_INTEREST_PERMILLE, ASSUMED_MARGIN_PERMILLE } from '../../../shared/standing/keeping.ts';
import { useAppState, useSettle, useSwitchLedger } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { usePainted } from '../../painted.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field, MoneyInput, NumberInput, TextInput } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBackUp } from '../overview/use-back-up.ts';
import { LetterheadPart } from './letterhead-part.tsx';
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
        <LetterheadPart />
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
    marginPermille: ledger.marginPermille,
    interestPermille: ledger.interestPermille,
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
        <h2>What things cost you</h2>
        <p className="settings-says">
          From these the app reckons what an option costs and what keeping a client takes. Your limits and
          promises are <a href="#/rules">house rules</a>.
        </p>
        <div className="settings-fields">
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
          <Share
            form={form}
            name="marginPermille"
            label="Your margin"
            hint={`What is left of an invoice after its own costs. Empty: ${ASSUMED_MARGIN_PERMILLE / 10} % is assumed, and said to be.`}
          />
          <Share
            form={form}
            name="interestPermille"
            label="Interest a year"
            hint={`What waiting for money costs you. Empty: ${ASSUMED_INTEREST_PERMILLE / 10} % is assumed.`}
          />
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

function Share(props: {
  readonly form: UseFormReturn<Draft>;
  readonly name: 'marginPermille' | 'interestPermille';
  readonly label: string;
  readonly hint: string;
}) {
  const { form, name, label, hint } = props;
  return (
    <Field label={label} hint={hint} error={form.formState.errors[name]?.message}>
      <Controller
        control={form.control}
        name={name}
        render={({ field: { ref, value, onChange, ...field } }) => (
          <NumberInput
            {...field}
            ref={ref}
            decimals={1}
            unit="%"
            value={typeof value === 'number' ? value / 10 : null}
            onChange={(percent) => onChange(percent === null ? null : Math.round(percent * 10))}
          />
        )}
      />
    </Field>
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
  const backUp = useBackUp();
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
        <Button disabled={backUp.isPending} onClick={() => backUp.mutate()}>
          {backUp.isPending ? 'Backing up…' : 'Back up…'}
        </Button>
        <a className="settings-safe" href="#/safe">
          Backups and safety
        </a>
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
