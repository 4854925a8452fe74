import { useState } from 'react';
import { useSearch } from 'wouter';
import type { PrintWhat } from '../../../shared/views/prints.ts';
import { useAsk } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { usePainted } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { LetterBar } from './letter-bar.tsx';
import { Preview } from './preview.tsx';
import './print.css';
import { PrintBar } from './print-bar.tsx';
import { printPath, whatToPrint } from './print-path.ts';

/** The page itself before it is printed, or saved as a PDF. */
export default function PrintScreen() {
  const { today } = useAppState();
  const search = useSearch();
  const what = whatToPrint(search, today);
  usePainted(what === null);
  if (what === null)
    return (
      <div className="prints">
        <h1>Print</h1>
        <Empty
          title="Nothing was chosen to print"
          action={<Button onClick={() => go('/clients')}>Choose clients</Button>}
        >
          Choose a client, or several in the list, and print their summaries.
        </Empty>
      </div>
    );
  // A letter's own wording belongs to one letter.
  return <Printing key={what.kind === 'letter' ? search : what.kind} asked={what} />;
}

function Printing({ asked }: { readonly asked: PrintWhat }) {
  const { today } = useAppState();
  const [text, setText] = useState<string | null>(null);
  const what: PrintWhat = asked.kind === 'letter' ? { ...asked, text } : asked;
  const job = useAsk('prints.job', what, { keepPrevious: true });
  usePainted(job.data !== undefined || job.error !== null);
  const choose = (next: PrintWhat) => {
    if (next.kind !== 'farewell') go(printPath(next, today), { replace: true });
  };
  const [first] = job.data?.documents ?? [];
  return (
    <div className="print" aria-busy={job.isFetching}>
      <PrintBar what={what} job={job.error === null ? job.data : undefined} onChange={choose} />
      <div className="print-desk">
        {what.kind === 'letter' && (
          <LetterBar what={what} document={first?.kind === 'letter' ? first : null} onText={setText} />
        )}
        {job.error !== null ? (
          <Problem error={job.error} onRetry={() => void job.refetch()} title="This page can’t be shown" />
        ) : (
          job.data !== undefined && <Preview job={job.data} />
        )}
      </div>
    </div>
  );
}
