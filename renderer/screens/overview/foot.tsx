import { daysBetween, showDay } from '../../../shared/dates.ts';
import type { LastBackup } from '../../../shared/ledger/ledger.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { lastImportWords } from '../../last-import.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useBackUp } from './use-back-up.ts';

/** After so many days a backup is old. */
const OLD_AFTER = 7;

/** That it is kept: the last backup, the last import, and what the ledger holds. */
export function Foot({ overview }: { readonly overview: Overview }) {
  const { ledger, today } = useAppState();
  const { count } = useFormat();
  const backUp = useBackUp();
  const last = ledger?.lastImport ?? null;
  return (
    <footer className="overview-foot">
      <div>
        <Icon name="ledger" />
        <BackupWords backup={ledger?.lastBackup ?? null} today={today} />
        <Button disabled={backUp.isPending} onClick={() => backUp.mutate()}>
          {backUp.isPending ? 'Backing up…' : 'Back up now'}
        </Button>
      </div>
      <div>
        <Icon name="import" />
        {last === null ? (
          <span>
            <b>Nothing imported yet</b>
            your bookkeeping program’s CSV comes in under Import
          </span>
        ) : (
          <span>
            <b>Last import {ago(last.on, today)}</b>
            {lastImportWords(last, count)}
          </span>
        )}
      </div>
      <div>
        <Icon name="check" />
        <span>
          <b>{count(overview.invoices)} invoices in the ledger</b>
          checked when it was opened; nothing leaves this laptop
        </span>
      </div>
    </footer>
  );
}

function BackupWords({ backup, today }: { readonly backup: LastBackup | null; readonly today: string }) {
  if (backup === null) {
    return (
      <span>
        <b className="overview-over">No backup yet</b>
        one file, to a stick or another disk
      </span>
    );
  }
  const old = daysBetween(backup.on, today) > OLD_AFTER;
  return (
    <span>
      <b className={old ? 'overview-over' : ''}>Last backup {ago(backup.on, today)}</b>
      <span title={backup.fileName}>
        {old ? 'time for a new one' : `read back whole: ${backup.fileName}`}
      </span>
    </span>
  );
}

function ago(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 60 ? `${days} days ago` : `on ${showDay(day)}`;
}
