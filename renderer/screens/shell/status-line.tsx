import { useState } from 'react';
import { Link } from 'wouter';
import { showDayLong } from '../../../shared/dates.ts';
import type { LastBackup, LastImport, LedgerInfo } from '../../../shared/ledger/ledger.ts';
import { useWrite } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { lastImportWords } from '../../last-import.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { ago } from '../safe/words.ts';

/** The quiet line at the foot: as of when, what came in last, and the promise. */
export function StatusLine({ ledger }: { readonly ledger: LedgerInfo }) {
  const { today } = useAppState();
  return (
    <footer className="status">
      <span>as of {showDayLong(today)}</span>
      {ledger.lastImport && <LastImportLine last={ledger.lastImport} />}
      <Link href="/history" className="shell-link">
        History
      </Link>
      {!ledger.isSample && <LastBackupLink last={ledger.lastBackup} />}
      <span className="status-end">nothing leaves this laptop</span>
    </footer>
  );
}

function LastBackupLink({ last }: { readonly last: LastBackup | null }) {
  const { today } = useAppState();
  return (
    <a className="shell-link" href="#/safe">
      {last === null ? 'no backup yet' : `last backup ${ago(last.on, today)}`}
    </a>
  );
}

function LastImportLine({ last }: { readonly last: LastImport }) {
  const format = useFormat();
  const undo = useWrite('changes.undo');
  const [asking, setAsking] = useState(false);
  const what = lastImportWords(last, format.count);
  return (
    <span className="status-import" title={last.fileName}>
      last import {showDayLong(last.on)}, {what}
      <button type="button" className="shell-link" onClick={() => setAsking(true)}>
        Undo this import
      </button>
      {asking && (
        <Confirm
          title="Undo this import?"
          action="Undo the import"
          onClose={() => setAsking(false)}
          onConfirm={() => undo.mutateAsync({ changeId: last.changeId })}
        >
          The ledger goes back to what it held before “{last.fileName}” was read: {what} go. The file itself
          is not touched, and can be imported again.
        </Confirm>
      )}
    </span>
  );
}
