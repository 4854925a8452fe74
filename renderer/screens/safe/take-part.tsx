import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ExportDone } from '../../../shared/views/exports.ts';
import { type CallError, call } from '../../api.ts';
import { useSwitchLedger } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { useHashSearch } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import './take-part.css';

type Kind = 'folder' | 'zip' | 'json' | 'vcards';

const write = (kind: Kind): Promise<ExportDone | null> => {
  if (kind === 'json') return call('export.json', {});
  return kind === 'vcards' ? call('export.vcards', {}) : call('export.csv', { as: kind });
};

function useExport() {
  const toast = useToast();
  const { count } = useFormat();
  return useMutation<ExportDone | null, CallError, Kind>({
    mutationFn: write,
    onSuccess: (done, kind) => {
      // Null: the owner closed the dialog.
      if (done === null) return;
      const what =
        kind === 'vcards'
          ? `${count(done.rows)} ${done.rows === 1 ? 'client' : 'clients'}`
          : kind === 'json'
            ? `${count(done.rows)} rows`
            : `${count(done.files)} files`;
      toast.show({ text: `${done.name} is written and was read back: ${what}.` });
    },
  });
}

/** “Take it with you”: everything in files that other programs read. `?do=exports` leads here. */
export function TakePart() {
  const section = useRef<HTMLElement>(null);
  const wanted = new URLSearchParams(useHashSearch()).get('do') === 'exports';
  const out = useExport();
  const busy = out.isPending;
  useEffect(() => {
    if (!wanted) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <section className="safe-part take" ref={section} aria-labelledby="take-title">
      <h2 id="take-title" tabIndex={-1}>
        Take it with you
      </h2>
      <p className="take-lead">
        Everything in files that other programs read. They are plain to whoever opens them.
      </p>
      <div className="take-ways">
        <Way
          title="For your accountant, or a spreadsheet"
          text="Every table as a CSV file, with a READ ME about each column. Private notes and red flags are among them: give away only the files that are asked for."
        >
          <Button disabled={busy} onClick={() => out.mutate('zip')}>
            In one zip…
          </Button>
          <Button disabled={busy} onClick={() => out.mutate('folder')}>
            In a folder…
          </Button>
        </Way>
        <Way
          title="For another program, or for good"
          text="One JSON file with its history. Evenhand takes it in again as an equal ledger."
        >
          <Button disabled={busy} onClick={() => out.mutate('json')}>
            As JSON…
          </Button>
        </Way>
        <Way
          title="For your address book"
          text="Name, contact, phone, e-mail and address of every client as vCards. Your notes are private and left out, and so is who is flagged or parted."
        >
          <Button disabled={busy} onClick={() => out.mutate('vcards')}>
            As vCards…
          </Button>
        </Way>
        <Way
          title="From another Evenhand"
          text="A ledger saved as JSON becomes one of its own. This one stays as it is."
        >
          <TakeInButton />
        </Way>
      </div>
      <Wrong error={out.error} />
    </section>
  );
}

/** “Take in a ledger from JSON…” and what went wrong with it. */
function TakeInButton() {
  const { mutate, isPending, error } = useSwitchLedger('export.takeIn');
  return (
    <>
      <Button disabled={isPending} onClick={() => mutate({})}>
        Take in a ledger from JSON…
      </Button>
      <Wrong error={error} />
    </>
  );
}

function Way({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="take-way">
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <div className="take-buttons">{children}</div>
    </div>
  );
}

function Wrong({ error }: { readonly error: CallError | null }) {
  if (error === null) return null;
  // What the owner stopped is no fault.
  const stopped = error.code === 'cancelled';
  return (
    <p className={stopped ? 'take-stopped' : 'take-wrong'} role={stopped ? 'status' : 'alert'}>
      {error.message}
    </p>
  );
}
