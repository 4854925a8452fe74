import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { newLedgerInput } from '../../../shared/ledger/ledger.ts';
import { useAppState, useSwitchLedger } from '../../app-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, Field, Select, TextInput } from '../../ui/field.tsx';
import { currencyChoices } from './currency-choices.ts';

type Draft = z.input<typeof newLedgerInput>;

const ways = {
  import: { title: 'First, about your business', action: 'Go on to the import', to: '/import' },
  empty: { title: 'About your business', action: 'Start the ledger', to: '/' },
} as const;

/** Three questions before a ledger is made; two of them are answered by the computer's own settings. */
export default function NewLedgerForm({
  way,
  onBack,
}: {
  readonly way: keyof typeof ways;
  readonly onBack: () => void;
}) {
  const { guess, locale } = useAppState();
  const { title, action, to } = ways[way];
  const create = useSwitchLedger('ledger.create', to);
  const form = useForm<Draft>({
    resolver: zodResolver(newLedgerInput),
    mode: 'onTouched',
    defaultValues: { business: '', currency: guess.currency, paper: guess.paper },
  });
  const errors = form.formState.errors;
  const submit = form.handleSubmit(async (draft) => {
    try {
      await create.mutateAsync(draft);
    } catch {
      // Said below, from the mutation's own error.
    }
  });
  return (
    <form className="welcome-form" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{title}</h2>
      <div className="welcome-fields">
        <Field label="Name of your business" required error={errors.business?.message}>
          <TextInput {...form.register('business')} autoFocus maxLength={200} placeholder="Hollin Gardens" />
        </Field>
        <Field
          label="Currency of your invoices"
          required
          hint="One ledger, one currency. It can’t be changed later."
          error={errors.currency?.message}
        >
          <Select {...form.register('currency')}>
            {currencyChoices(locale, guess.currency).map((choice) => (
              <option key={choice.code} value={choice.code}>
                {choice.label}
              </option>
            ))}
          </Select>
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
      {create.error && (
        <p className="welcome-wrong" role="alert">
          {create.error.message}
        </p>
      )}
      <div className="welcome-actions">
        <Button type="submit" variant="primary" disabled={create.isPending}>
          {action}
        </Button>
        <Button variant="quiet" icon="back" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
