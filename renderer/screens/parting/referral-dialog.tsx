import { type FormEvent, useId, useState } from 'react';
import type { Referral } from '../../../shared/partings/parting.ts';
import { CallError, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';

/** Adds someone to the owner's list, changes them, or takes them off it. */
export function ReferralDialog({
  referral,
  onClose,
  onChoose,
  onLetGo,
}: {
  readonly referral: Referral | null;
  readonly onClose: () => void;
  readonly onChoose: (id: number) => void;
  /** They are about to come off the list. */
  readonly onLetGo: () => Promise<void>;
}) {
  const id = useId();
  const [typed, setTyped] = useState({
    name: referral?.name ?? '',
    fits: referral?.fits ?? '',
    contact: referral?.contact ?? '',
  });
  const [wrong, setWrong] = useState<{ readonly message: string; readonly name: boolean } | null>(null);
  const add = useWrite('referrals.add');
  const edit = useWrite('referrals.edit');
  const remove = useWrite('referrals.remove');
  const busy = add.isPending || edit.isPending || remove.isPending;

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      onClose();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'That did not work.';
      setWrong({ message, name: error instanceof CallError && error.field === 'name' });
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    void attempt(async () => {
      const written = await (referral === null
        ? add.mutateAsync(typed)
        : edit.mutateAsync({ ...typed, id: referral.id }));
      onChoose(written.id);
    });
  };
  return (
    <Dialog
      title={referral === null ? 'Someone who could serve them better' : `Edit ${referral.name}`}
      size="s"
      onClose={onClose}
      foot={
        <>
          {referral !== null && (
            <Button
              variant="quiet"
              className="referral-off"
              disabled={busy}
              onClick={() =>
                void attempt(async () => {
                  await onLetGo();
                  try {
                    await remove.mutateAsync({ id: referral.id });
                  } catch (error) {
                    onChoose(referral.id);
                    throw error;
                  }
                })
              }
            >
              Take off the list
            </Button>
          )}
          <Button onClick={onClose}>Leave it</Button>
          <Button variant="primary" type="submit" form={id} disabled={busy}>
            {referral === null ? 'Add them' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={id} className="referral-form" onSubmit={send} noValidate>
        <Field label="Name" required error={wrong?.name ? wrong.message : undefined}>
          <TextInput
            data-first
            maxLength={200}
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        </Field>
        <Field label="Whom they fit" hint="large estates, urgent work, small budgets">
          <TextInput
            maxLength={500}
            value={typed.fits}
            onChange={(event) => setTyped({ ...typed, fits: event.target.value })}
          />
        </Field>
        <Field label="How to reach them" hint="printed in the letter">
          <TextInput
            maxLength={300}
            value={typed.contact}
            onChange={(event) => setTyped({ ...typed, contact: event.target.value })}
          />
        </Field>
        {wrong !== null && !wrong.name && (
          <p className="field-error" role="alert">
            {wrong.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
