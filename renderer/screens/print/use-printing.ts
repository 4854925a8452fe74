import { useEffect, useState } from 'react';
import type { PrintDone, PrintProgress, PrintWhat } from '../../../shared/views/prints.ts';
import { CallError, call, on } from '../../api.ts';
import { useToast } from '../../ui/toast.tsx';

export interface Printing {
  readonly busy: boolean;
  readonly progress: PrintProgress | null;
  readonly problem: string | null;
  readonly print: (what: PrintWhat, keep: boolean) => void;
  readonly savePdf: (what: PrintWhat, keep: boolean) => void;
  readonly stop: () => void;
}

/** Prints or saves, and says how far it is and what came of it. */
export function usePrinting(): Printing {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<PrintProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => on('prints.progress', setProgress), []);

  const run = async (name: 'prints.print' | 'prints.savePdf', what: PrintWhat, keep: boolean) => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await call(name, { what, keep });
      if (done !== null) toast.show({ text: said(done) });
    } catch (error) {
      const message = error instanceof Error ? error.message : 'It could not be printed.';
      // What the owner stopped is no problem.
      if (error instanceof CallError && error.code === 'cancelled') toast.show({ text: message });
      else setProblem(message);
    } finally {
      setBusy(false);
      setProgress(null);
    }
  };
  return {
    busy,
    progress,
    problem,
    print: (what, keep) => void run('prints.print', what, keep),
    savePdf: (what, keep) => void run('prints.savePdf', what, keep),
    stop: () => void call('prints.stop', {}).catch(() => undefined),
  };
}

function said({ fileName, pages, kept }: PrintDone): string {
  const sheets = pages === 1 ? '1 page' : `${pages} pages`;
  const where = fileName === null ? `${sheets} sent to the printer.` : `Saved ${fileName}, ${sheets}.`;
  return kept ? `${where} A copy is kept in the ledger.` : where;
}
