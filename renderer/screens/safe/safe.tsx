import { useState } from 'react';
import type { BackupPage } from '../../../shared/views/backups.ts';
import { useAsk } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { usePainted } from '../../painted.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useBackUp } from '../overview/use-back-up.ts';
import { BackupList } from './backup-list.tsx';
import { ByItself } from './by-itself.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { RestorePart } from './restore-part.tsx';
import './safe.css';
import { TakePart } from './take-part.tsx';
import { ago, sizeWords } from './words.ts';

/** How safe the ledger is: how old its newest backup is, what could be better, and every way to keep or move it. */
export default function SafeScreen() {
  const asked = useAsk('backup.page', {});
  usePainted(asked.data !== undefined || asked.error !== null);
  return (
    <div className="safe">
      <h1>Backups and safety</h1>
      {asked.error && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Page page={asked.data} />}
    </div>
  );
}

function Page({ page }: { readonly page: BackupPage }) {
  return (
    <>
      <Newest page={page} />
      <Warnings page={page} />
      <div className="safe-columns">
        <div>
          <BackupList backups={page.backups} />
          <RestorePart page={page} />
        </div>
        <div>
          <ByItself settings={page.settings} />
        </div>
      </div>
      <TakePart />
    </>
  );
}

/** The one thing to know at a glance, and the one thing to do about it. */
function Newest({ page }: { readonly page: BackupPage }) {
  const { today, ledger } = useAppState();
  const backUp = useBackUp();
  const [sealing, setSealing] = useState(false);
  const { newest } = page;
  return (
    <section className="safe-newest" aria-label="Newest backup">
      <div>
        <p className="safe-headline">
          {newest === null ? 'No backup yet' : `Newest backup ${ago(newest.on, today)}`}
        </p>
        <p className="safe-says">
          <NewestWords page={page} />
        </p>
      </div>
      <div className="safe-actions">
        <Button onClick={() => setSealing(true)} disabled={backUp.isPending}>
          Back up with a passphrase…
        </Button>
        <Button variant="primary" onClick={() => backUp.mutate()} disabled={backUp.isPending}>
          {backUp.isPending ? 'Backing up…' : 'Back up…'}
        </Button>
      </div>
      {ledger?.isSample && (
        <p className="safe-sample">This is the sample: nothing of it needs keeping, so none is asked for.</p>
      )}
      {sealing && (
        <PassphraseDialog
          onClose={() => setSealing(false)}
          onChosen={(passphrase) => {
            setSealing(false);
            backUp.mutate(passphrase);
          }}
        />
      )}
    </section>
  );
}

function NewestWords({ page }: { readonly page: BackupPage }) {
  const { locale } = useAppState();
  const { count } = useFormat();
  const { newest, changesSince } = page;
  if (newest === null)
    return 'One file, to a stick or another disk. It is read back and compared before it counts; you can go on working meanwhile.';
  return (
    <>
      <b>{newest.fileName}</b> in {newest.folder}, {sizeWords(newest.bytes, locale)}, read back and found
      whole.{' '}
      {changesSince === 0
        ? 'Nothing was changed since.'
        : changesSince === 1
          ? 'One change was made since.'
          : `${count(changesSince)} changes were made since.`}
    </>
  );
}

function Warnings({ page }: { readonly page: BackupPage }) {
  if (page.warnings.length === 0) return null;
  return (
    <ul className="safe-warnings" aria-label="What could be safer">
      {page.warnings.map(({ kind, words }) => (
        <li key={kind}>
          <Icon name="warning" />
          {words}
        </li>
      ))}
    </ul>
  );
}
