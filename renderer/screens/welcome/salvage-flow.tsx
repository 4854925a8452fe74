import { useEffect, useRef, useState } from 'react';
import type { SalvageReport } from '../../../shared/views/restore.ts';
import { CallError, call } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showInstant } from '../safe/instant.ts';
import { SafetyProgressLine } from '../safe/progress.tsx';
import { useRestored } from '../safe/use-restored.ts';
import './salvage.css';

type Phase =
  | { readonly at: 'reading' }
  | { readonly at: 'opening' }
  | { readonly at: 'read'; readonly report: SalvageReport; readonly wrong: string | null }
  | { readonly at: 'failed'; readonly message: string };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'That did not work.');

/** Reads what can be read out of the damaged ledger, says what was found, and opens it if the owner wants. */
export default function SalvageFlow({ onClose }: { readonly onClose: () => void }) {
  const [phase, setPhase] = useState<Phase>({ at: 'reading' });
  const { restored } = useRestored();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    call('salvage.start', {})
      .then((report) => setPhase({ at: 'read', report, wrong: null }))
      .catch((error: unknown) => {
        if (error instanceof CallError && error.code === 'cancelled') onClose();
        else setPhase({ at: 'failed', message: messageOf(error) });
      });
  }, [onClose]);

  const open = async (report: SalvageReport) => {
    setPhase({ at: 'opening' });
    try {
      const state = await call('salvage.open', { token: report.token });
      restored(
        state,
        `Opened ${state.ledger?.fileName ?? 'what was saved'}. The damaged file stays where it is.`,
        false,
      );
    } catch (error) {
      setPhase({ at: 'read', report, wrong: messageOf(error) });
    }
  };

  switch (phase.at) {
    case 'reading':
    case 'opening':
      return (
        <Dialog title="Saving what can be read" size="m" onClose={null}>
          <SafetyProgressLine first={phase.at === 'reading' ? 'Reading the damaged file' : 'Opening it'} />
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog
          key="failed"
          title="Nothing could be saved"
          size="s"
          onClose={onClose}
          foot={
            <Button onClick={onClose} data-first>
              Close
            </Button>
          }
        >
          <p className="salvage-failed" role="alert">
            {phase.message}
          </p>
          <p className="salvage-note">The damaged file is as it was.</p>
        </Dialog>
      );
    case 'read':
      return <Report report={phase.report} wrong={phase.wrong} onOpen={open} onClose={onClose} />;
  }
}

function Report({
  report,
  wrong,
  onOpen,
  onClose,
}: {
  readonly report: SalvageReport;
  readonly wrong: string | null;
  readonly onOpen: (report: SalvageReport) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { count } = useFormat();
  const lost = report.tables.reduce((sum, table) => sum + table.lost, 0);
  const unsure = report.tables.some((table) => table.perhapsMore);
  // What is lost comes first: the rest is as it was.
  const tables = [...report.tables.filter(isHarmed), ...report.tables.filter((table) => !isHarmed(table))];
  return (
    <Dialog
      key="read"
      title={lost === 0 && !unsure ? 'Everything could be read' : 'What could be read'}
      lead={`It becomes a ledger of its own: ${report.fileName}`}
      size="m"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button variant="primary" data-first onClick={() => void onOpen(report)}>
            Open what was saved
          </Button>
        </>
      }
    >
      {wrong && (
        <p className="salvage-wrong" role="alert">
          {wrong}
        </p>
      )}
      <p className="salvage-lead">{summary(count(lost), lost, unsure)}</p>
      {report.lastChange && (
        <p className="salvage-lead">
          Last change in it: {report.lastChange.label}, {showInstant(report.lastChange.at)}.
        </p>
      )}
      <table className="salvage-table">
        <thead>
          <tr>
            <th scope="col">In the ledger</th>
            <th scope="col">Saved</th>
            <th scope="col">Lost</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name} className={isHarmed(table) ? 'salvage-harmed' : ''}>
              <th scope="row">{table.name}</th>
              <td>{count(table.saved)}</td>
              <td>{lostWords(table, count(table.lost))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

const isHarmed = ({ lost, perhapsMore }: SalvageReport['tables'][number]) => lost > 0 || perhapsMore;

function summary(number: string, lost: number, unsure: boolean): string {
  if (lost === 0 && !unsure) return 'No row of it is known to be lost.';
  const rows = lost === 0 ? 'Rows may be lost' : lost === 1 ? '1 row is lost' : `${number} rows are lost`;
  const more = unsure && lost > 0 ? ', perhaps more' : '';
  return `${rows}${more}. Balances were reckoned again from what is left; look through them before you rely on them.`;
}

function lostWords({ lost, perhapsMore }: SalvageReport['tables'][number], number: string): string {
  if (!perhapsMore) return lost === 0 ? '–' : number;
  return lost === 0 ? 'perhaps some' : `${number}, perhaps more`;
}
