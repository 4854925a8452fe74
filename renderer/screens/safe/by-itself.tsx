import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { type BackupSettings, backupSettingsInput } from '../../../shared/views/backups.ts';
import { refresh, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field, NumberInput } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';

type Draft = z.input<typeof backupSettingsInput>;

/** Backups that need nobody to think of them: where they go, how many stay, and when the app speaks up. */
export function ByItself({ settings }: { readonly settings: BackupSettings }) {
  return (
    <section className="safe-part">
      <h2>By itself</h2>
      <Folder folder={settings.folder} />
      <Limits settings={settings} />
    </section>
  );
}

function Folder({ folder }: { readonly folder: string | null }) {
  const choose = useWrite('backup.chooseFolder');
  const forget = useWrite('backup.forgetFolder');
  const pending = choose.isPending || forget.isPending;
  const wrong = choose.error ?? forget.error;
  return (
    <>
      <p className="safe-says">
        {folder === null ? (
          <>
            <b>No folder chosen.</b> With one, the ledger is backed up there each day that something changed.
            A stick or another disk is safest; a folder that a cloud service keeps is fine for backups.
          </>
        ) : (
          <>
            Each day that something changed, to <b>{folder}</b>.
          </>
        )}{' '}
        Before an import and a restore it is backed up in any case. These are not sealed: whoever can open the
        folder can open them.
      </p>
      <div className="safe-row">
        <Button icon="ledger" disabled={pending} onClick={() => choose.mutate({})}>
          {choose.isPending ? 'One moment…' : folder === null ? 'Choose a folder…' : 'Another folder…'}
        </Button>
        {folder !== null && (
          <Button variant="quiet" disabled={pending} onClick={() => forget.mutate({})}>
            Stop doing so
          </Button>
        )}
      </div>
      {wrong && (
        <p className="safe-wrong" role="alert">
          {wrong.message}
        </p>
      )}
    </>
  );
}

function Limits({ settings: { keep, warnAfter, askOnQuit } }: { readonly settings: BackupSettings }) {
  const queries = useQueryClient();
  const toast = useToast();
  const save = useWrite('backup.settings');
  const form = useForm<Draft>({
    resolver: zodResolver(backupSettingsInput),
    mode: 'onTouched',
    values: { keep, warnAfter, askOnQuit },
  });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (draft) => {
    try {
      await save.mutateAsync(draft);
      toast.show({ text: 'Saved.' });
      refresh(queries);
    } catch {
      // Said below, from the mutation's own error.
    }
  });
  return (
    <form className="safe-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="safe-fields">
        <Field
          label="Daily backups kept"
          required
          hint="Besides, the newest of each month stays."
          error={errors.keep?.message}
        >
          <Controller
            control={form.control}
            name="keep"
            render={({ field: { ref, value, ...field } }) => (
              <NumberInput {...field} value={value ?? null} ref={ref} unit="newest" />
            )}
          />
        </Field>
        <Field
          label="Speak up after"
          required
          hint="When the newest backup is older."
          error={errors.warnAfter?.message}
        >
          <Controller
            control={form.control}
            name="warnAfter"
            render={({ field: { ref, value, ...field } }) => (
              <NumberInput {...field} value={value ?? null} ref={ref} unit="days" />
            )}
          />
        </Field>
      </div>
      <Check label="When it is older, also ask as I close Evenhand" {...form.register('askOnQuit')} />
      {save.error && (
        <p className="safe-wrong" role="alert">
          {save.error.message}
        </p>
      )}
      {isDirty && (
        <div className="safe-row">
          <Button type="submit" disabled={save.isPending}>
            Save
          </Button>
          <Button variant="quiet" onClick={() => form.reset({ keep, warnAfter, askOnQuit })}>
            Leave it as it was
          </Button>
        </div>
      )}
    </form>
  );
}
