import { type DragEvent, useState } from 'react';
import { useAppState } from '../../app-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ImportDesk } from './import-desk.ts';
import { ProgressLine } from './progress-line.tsx';

/** Before a file is chosen: where to drop one, and which ones are understood. */
export function Start({ desk }: { readonly desk: ImportDesk }) {
  const [over, setOver] = useState(false);
  const busy = desk.busy !== null;
  const { ledger } = useAppState();
  return (
    <div className="import-start">
      <h1>Import invoices or complaints</h1>
      <p className="import-lead">
        Export the list from your bookkeeping program, help desk or spreadsheet as CSV. You see everything
        before anything is written, and can undo it as a whole.
      </p>
      {ledger?.isSample && <SampleNote />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button beside it is everyone's */}
      <div
        className={`import-drop${over ? ' import-drop-over' : ''}`}
        onDragEnter={() => setOver(true)}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={() => setOver(false)}
      >
        <Icon name="import" size={32} />
        <p className="import-drop-title">{over ? 'Let go to look at it' : 'Drop a CSV file here'}</p>
        <p className="import-drop-or">or</p>
        {/* Not disabled while a file is read: that would take the focus from it, and a refusal leads back here. */}
        <Button variant="primary" onClick={() => !busy && desk.pick()} aria-disabled={busy} autoFocus>
          Choose a file…
        </Button>
        <ProgressLine busy={desk.busy} onStop={desk.stop} />
      </div>
      {desk.problem !== null && <Refused problem={desk.problem} />}
      <dl className="import-know">
        <div>
          <dt>Understood by themselves</dt>
          <dd>
            Invoices of FreshBooks, Zoho and accounts-receivable reports; lists whose headings speak of
            complaints.
          </dd>
        </div>
        <div>
          <dt>Anything else</dt>
          <dd>
            Any table with a client and, for invoices, a number, a date and an amount, or for complaints the
            day they were made; you say which column is which. Up to 200 MB.
          </dd>
        </div>
        <div>
          <dt>Twice is no harm</dt>
          <dd>What the ledger knows already is recognised. Import the whole list every month.</dd>
        </div>
      </dl>
    </div>
  );
}

/** Real invoices among invented ones would be thrown away with them. */
function SampleNote() {
  return (
    <p className="import-sample">
      <Icon name="warning" />
      This is the sample ledger. To keep what you import, throw the sample away first and start your own.
    </p>
  );
}

/** A file that can't be imported: the reason, and what to do instead. */
function Refused({ problem }: { readonly problem: string }) {
  return (
    <div className="import-refused" role="alert">
      <Icon name="warning" />
      <div>
        <p>{problem}</p>
        <p className="import-quiet">
          Nothing was changed. Choose another file, or export the list again as CSV (comma-separated values).
        </p>
      </div>
    </div>
  );
}

/** Lets files be dropped anywhere on the import screen. */
export function takesFiles(desk: ImportDesk) {
  return {
    onDragOver: (event: DragEvent) => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = desk.busy === null ? 'copy' : 'none';
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) desk.read(file);
    },
  };
}
