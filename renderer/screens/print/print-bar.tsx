import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'wouter';
import type { PrintJob, PrintProgress, PrintWhat } from '../../../shared/views/prints.ts';
import { on } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PrintChoices } from './print-choices.tsx';
import { usePrinting } from './use-printing.ts';

const STEPS: Readonly<Record<PrintProgress['step'], string>> = {
  gathering: 'Gathering',
  'laying out': 'Laying out',
  writing: 'Writing',
};

/** What is printed, how, and the two ways out of here: onto paper, into a file. */
export function PrintBar({
  what,
  job,
  onChange,
}: {
  readonly what: PrintWhat;
  readonly job: PrintJob | undefined;
  readonly onChange: (what: PrintWhat) => void;
}) {
  const { paper } = useAppState();
  const [keep, setKeep] = useState(false);
  const printing = usePrinting();
  const ready = job !== undefined && !printing.busy;
  const many = job !== undefined && job.count > 1;
  // A copy of a copy is kept already.
  const kept = what.kind === 'kept';
  const title = job === undefined ? 'Print' : many ? `${job.count} client summaries` : job.title;
  const print = () => ready && printing.print(what, keep && !kept);
  const onMenu = useEffectEvent(print);
  useEffect(() => on('menu.chosen', ({ item }) => void (item === 'print' && onMenu())), []);
  return (
    <header className="print-bar">
      <Button variant="quiet" icon="back" aria-label="Back" title="Back" onClick={back} />
      <div className="print-title">
        <h1 title={title}>{title}</h1>
        <p>
          {what.kind === 'staff sheet' && 'Staff sheet, '}
          {paper === 'A4' ? 'A4' : 'Letter'} paper, as set in the{' '}
          <Link href="/settings" className="print-link">
            settings
          </Link>
        </p>
      </div>
      <PrintChoices what={what} onChange={onChange} />
      <div className="print-out">
        {!kept && (
          <Check
            label={many ? 'Keep copies in the ledger' : 'Keep a copy in the ledger'}
            checked={keep}
            disabled={printing.busy}
            title="So that it can be printed again just as it is today"
            onChange={(event) => setKeep(event.target.checked)}
          />
        )}
        <Button icon="file" disabled={!ready} onClick={() => printing.savePdf(what, keep && !kept)}>
          Save as PDF…
        </Button>
        <Button variant="primary" icon="print" disabled={!ready} onClick={print}>
          Print…
        </Button>
      </div>
      {printing.busy && (
        <div className="print-progress" role="status">
          <Progress progress={printing.progress} />
          <Button variant="quiet" icon="close" onClick={printing.stop}>
            Stop
          </Button>
        </div>
      )}
      {printing.problem !== null && (
        <p className="print-problem" role="alert">
          <Icon name="warning" />
          {printing.problem}
        </p>
      )}
    </header>
  );
}

/** To where the owner came from; a window that began here has nowhere to go back to. */
function back(): void {
  if (window.history.length > 1) window.history.back();
  else go('/overview');
}

function Progress({ progress }: { readonly progress: PrintProgress | null }) {
  if (progress === null || progress.total <= 1)
    return <span>{progress ? STEPS[progress.step] : 'One moment'}…</span>;
  const { step, done, total } = progress;
  return (
    <>
      <span>{STEPS[step]}</span>
      <progress value={done} max={total} aria-label={STEPS[step]} />
      <span className="print-count">
        {done} of {total}
      </span>
    </>
  );
}
