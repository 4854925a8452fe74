import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { passphraseInput } from '../../../shared/views/backups.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Field, TextInput } from '../../ui/field.tsx';

const twice = z
  .object({ passphrase: passphraseInput, again: z.string() })
  .refine(({ passphrase, again }) => passphrase === again, {
    path: ['again'],
    message: 'The two are not the same.',
  });

export interface PassphraseDialogProps {
  readonly onClose: () => void;
  readonly onChosen: (passphrase: string) => void;
}

/** Asks for a passphrase to seal a backup with, after what it means to forget it. It is kept nowhere. */
export function PassphraseDialog({ onClose, onChosen }: PassphraseDialogProps) {
  const [plain, setPlain] = useState(false);
  const formId = useId();
  const form = useForm({
    resolver: zodResolver(twice),
    mode: 'onTouched',
    defaultValues: { passphrase: '', again: '' },
  });
  const { errors } = form.formState;
  const type = plain ? 'text' : 'password';
  return (
    <Dialog
      title="Back up with a passphrase"
      size="s"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={formId} variant="primary">
            Choose where…
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="safe-form"
        noValidate
        onSubmit={(event) => void form.handleSubmit(({ passphrase }) => onChosen(passphrase))(event)}
      >
        <p className="safe-forgotten">
          <b>Forgotten means gone.</b> Without the passphrase nobody can open this backup, not even we. Write
          it down and keep it apart from the file.
        </p>
        <Field
          label="Passphrase"
          required
          hint="Four words that you can remember are better than one odd one."
          error={errors.passphrase?.message}
        >
          <TextInput type={type} autoComplete="new-password" {...form.register('passphrase')} data-first />
        </Field>
        <Field label="The same once more" required error={errors.again?.message}>
          <TextInput type={type} autoComplete="new-password" {...form.register('again')} />
        </Field>
        <Check
          label="Show what I type"
          checked={plain}
          onChange={(event) => setPlain(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}
