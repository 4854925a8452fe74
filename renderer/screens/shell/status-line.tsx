import { useState } from 'react';
import { Link } from 'wouter';
import { showDayLong } from '../../../shared/dates.ts';
import type { LastImport, LedgerInfo } from '../../../shared/ledger/ledger.ts';
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
      <Link href="/prints" className="shell-link">
        Prints
      </Link>
      <BackupsLink ledger={ledger} />
      <span className="status-end">nothing leaves this laptop</span>
    </footer>
  );
}

/** The way to the backups, and how old the last one is; nobody asks for one of the sample. */
function BackupsLink({ ledger: { isSample, lastBackup } }: { readonly ledger: LedgerInfo }) {
  const { today } = useAppState();
  const age = lastBackup === null ? 'none yet' : `last ${ago(lastBackup.on, today)}`;
  return (
    <Link href="/safe" className="shell-link">
      {isSample ? 'Backups' : `Backups, ${age}`}
    </Link>
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
