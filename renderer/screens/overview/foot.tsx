import type { LastBackup } from '../../../shared/ledger/ledger.ts';
import type { SafetyWarning } from '../../../shared/views/backups.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { useAsk } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { lastImportWords } from '../../last-import.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ago } from '../safe/words.ts';
import { useBackUp } from './use-back-up.ts';

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
        <BackupWords last={ledger?.lastBackup ?? null} today={today} />
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
          <b>
            {count(overview.invoices)} {overview.invoices === 1 ? 'invoice' : 'invoices'} in the ledger
          </b>
          checked when opened; nothing leaves this laptop
        </span>
        {/* Elsewhere the status line leads there, and this foot stands in its place. */}
        <nav className="overview-ways" aria-label="Kept besides">
          <a className="shell-link" href="#/history">
            History
          </a>
          <a className="shell-link" href="#/prints">
            Prints
          </a>
        </nav>
      </div>
    </footer>
  );
}

/** A warning in the room that the foot has: all of it is said under “Backups and safety”, where the line leads. */
const inShort: Readonly<Record<SafetyWarning['kind'], string>> = {
  never: 'never backed up',
  old: 'too old',
  'same disk': 'on the ledger’s own disk',
  'inside the app': 'in Evenhand’s own folder',
  'folder gone': 'its folder can’t be reached',
  'last failed': 'the last automatic one failed',
  'ledger in a cloud folder': 'the ledger is in a cloud folder',
};

/** How old the newest backup is, and below it what could be safer, or that it was found whole. */
function BackupWords({ last, today }: { readonly last: LastBackup | null; readonly today: string }) {
  // Until the disks have been asked, what the ledger's own facts say.
  const { data: page } = useAsk('backup.page', {});
  const { count } = useFormat();
  const newest = page === undefined ? last : page.newest;
  const warnings = page?.warnings ?? [];
  const ofAge = warnings.some(({ kind }) => kind === 'old' || kind === 'never');
  // The age stands above.
  const other = warnings.find(({ kind }) => kind !== 'old' && kind !== 'never');
  const said =
    (other && inShort[other.kind]) ??
    (newest === null
      ? 'one file, to a stick or another disk'
      : ofAge && page !== undefined
        ? sinceWords(page.changesSince, count)
        : `read back whole: ${newest.fileName}`);
  return (
    <span className="overview-backup">
      <b className={newest === null || ofAge ? 'overview-over' : ''}>
        {newest === null ? 'No backup yet' : `Last backup ${ago(newest.on, today)}`}
      </b>
      <a href="#/safe" title={other?.words ?? said}>
        {said}
      </a>
    </span>
  );
}

function sinceWords(changes: number, count: (n: number) => string): string {
  if (changes === 0) return 'nothing was changed since';
  return changes === 1 ? 'one change since' : `${count(changes)} changes since`;
}
