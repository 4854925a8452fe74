import { type FormEvent, useState } from 'react';
import type { RestoreLook } from '../../../shared/views/restore.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Preview, previewLine } from './preview.tsx';
import { SafetyProgressLine } from './progress.tsx';
import { type RestoreStart, useRestoreFlow } from './use-restore-flow.ts';
import './restore.css';

/** Restoring or checking one backup, in one dialog. `start` must not change while it is open. */
export default function RestoreFlow({
  start,
  aim = 'restore',
  onClose,
}: {
  readonly start: RestoreStart;
  readonly aim?: 'restore' | 'check';
  readonly onClose: () => void;
}) {
  const { phase, close, unseal, confirm, rehearse, preview } = useRestoreFlow(start, aim, onClose);
  switch (phase.at) {
    case 'choosing':
      return null;
    case 'working':
      return (
        // Closing would leave it running unseen: Stop ends it.
        <Dialog title={phase.title} size="m" onClose={null}>
          <SafetyProgressLine key={phase.title} first={phase.step} />
        </Dialog>
      );
    case 'sealed':
      return (
        <Passphrase
          key={phase.wrong}
          look={phase.look}
          wrong={phase.wrong}
          onClose={close}
          onGiven={(passphrase) => void unseal(phase.look, passphrase)}
        />
      );
    case 'preview': {
      const { look, wrong } = phase;
      if (look.preview === null) return null;
      return (
        <Dialog
          key="preview"
          title="Restore this backup?"
          lead={look.fileName}
          size="m"
          onClose={close}
          foot={
            <>
              <Button className="restore-aside" onClick={() => void rehearse(look)}>
                Check it first
              </Button>
              <Button onClick={close} data-first>
                Leave it
              </Button>
              <Button variant="primary" onClick={() => void confirm(look)}>
                Restore this backup
              </Button>
            </>
          }
        >
          <Preview preview={look.preview} />
          {wrong && (
            <p className="restore-wrong" role="alert">
              {wrong}
            </p>
          )}
        </Dialog>
      );
    }
    case 'rehearsed':
      return (
        <Dialog
          key="rehearsed"
          title="This backup is good"
          lead={phase.rehearsal.fileName}
          size="m"
          onClose={close}
          foot={
            <>
              <Button className="restore-aside" onClick={() => preview(phase.look)}>
                Restore it…
              </Button>
              <Button variant="primary" onClick={close} data-first>
                Done
              </Button>
            </>
          }
        >
          <p className="restore-how">
            It was restored in full into a temporary place and thrown away again. Your ledger was not touched.
          </p>
          <p className="restore-what">{previewLine(phase.rehearsal.preview)}</p>
          <ul className="restore-steps">
            {phase.rehearsal.steps.map(({ what, found }) => (
              <li key={what}>
                <Icon name="check" />
                <span>{what}</span>
                <span className="restore-found">{found}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      );
    case 'refused':
      return (
        <Dialog
          key="refused"
          title={phase.title}
          size="s"
          onClose={close}
          foot={
            <Button onClick={close} data-first>
              Close
            </Button>
          }
        >
          <p className="restore-refused" role="alert">
            {phase.message}
          </p>
          <p className="restore-note">Nothing was changed: neither the file nor your ledger.</p>
        </Dialog>
      );
  }
}

function Passphrase({
  look,
  wrong,
  onGiven,
  onClose,
}: {
  readonly look: RestoreLook;
  readonly wrong: string | null;
  readonly onGiven: (passphrase: string) => void;
  readonly onClose: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') onGiven(passphrase);
  };
  return (
    <Dialog title="Give its passphrase" lead={look.fileName} size="s" onClose={onClose}>
      <form onSubmit={submit}>
        <Field
          label="Passphrase"
          required
          hint="As it was given when the backup was made. Without it nobody can open it, not even we."
          {...(wrong === null ? {} : { error: wrong })}
        >
          <TextInput
            data-first
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </Field>
        <div className="restore-pass-foot">
          <Button variant="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide it' : 'Show it'}
          </Button>
          <span className="restore-space" />
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" variant="primary" disabled={passphrase === ''}>
            Open the backup
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
